"""«Gửi cho người nhà»: the telephone's list of apps with the picture, then words, then a copy, then a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.waiting import becomes_true
from tests.site.made_up import SITE_URL

SCAM = "thu-doan/goi-la/"
STATEMENT = "Công an không gọi video, không đòi tiền."
# A telephone's list of apps: what it was given stands in `window.sent`.
LIST_OF_APPS = """
window.sent = [];
navigator.share = content => {
  window.sent.push({...content, files: (content.files || []).map(file => [file.name, file.type, file.size > 1000])});
  return window.refusal ? Promise.reject(new DOMException("", window.refusal)) : Promise.resolve();
};
"""
TAKES_FILES = LIST_OF_APPS + "navigator.canShare = content => content.files.every(file => /^image/.test(file.type));"
NO_LIST = "navigator.share = navigator.canShare = undefined;"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"


@dataclass
class Telephone:
    """A page on a made-up telephone, and what it asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)

    @property
    def button(self) -> Page:
        return self.page.locator("main [data-share]")  # type: ignore[return-value]

    @property
    def sent(self) -> list[dict[str, object]]:
        return self.page.evaluate("window.sent")


@pytest.fixture
def telephone(browser: Browser, followed_address: str, request: pytest.FixtureRequest) -> Iterator[Telephone]:
    context = browser.new_context(
        viewport=PHONE,
        base_url=followed_address,
        permissions=["clipboard-read", "clipboard-write"],
        color_scheme="dark",
    )
    context.add_init_script(request.param)
    found = Telephone(context.new_page())
    wrong: list[str] = []
    found.page.on("pageerror", lambda error: wrong.append(str(error)))
    found.page.on("request", lambda each: found.asked.append(each.url.removeprefix(followed_address)))
    found.page.goto(SCAM, wait_until="networkidle")
    yield found
    context.close()
    assert wrong == []


def pictures(telephone: Telephone) -> list[str]:
    return [
        url for url in telephone.asked if url.endswith((".webp", ".png")) and "anh-doc" in url and ".nho." not in url
    ]


@pytest.mark.parametrize("telephone", [TAKES_FILES], indirect=True)
def test_the_picture_is_fetched_at_the_tap_and_goes_along(telephone: Telephone, followed_address: str) -> None:
    assert pictures(telephone) == []
    expect(telephone.button).to_contain_text("kèm ảnh")
    telephone.button.click()
    assert becomes_true(telephone.page, lambda: telephone.sent), "nothing was sent"
    (sent,) = telephone.sent
    assert sent["files"] == [["goi-la-anh-doc.webp", "image/webp", True]]
    text = str(sent["text"])
    assert text.startswith(STATEMENT), text
    assert text.endswith(f"\n{followed_address}{SCAM}"), text
    assert pictures(telephone) == ["tai-ve/goi-la/goi-la-anh-doc.webp"]


@pytest.mark.parametrize("telephone", [TAKES_FILES], indirect=True)
def test_the_size_on_the_button_is_that_of_the_picture(telephone: Telephone) -> None:
    response = telephone.page.request.get("tai-ve/goi-la/goi-la-anh-doc.webp")
    expect(telephone.button.locator("small")).to_have_text(f"kèm ảnh {round(len(response.body()) / 1000)} KB")


@pytest.mark.parametrize("telephone", [TAKES_FILES], indirect=True)
def test_a_slow_line_sends_the_words_alone(telephone: Telephone) -> None:
    telephone.page.route("**/*.webp", lambda _: None)  # never answered
    telephone.page.clock.install()
    telephone.button.click()
    telephone.button.click()  # an impatient second tap opens no second list
    telephone.page.clock.fast_forward(4_100)
    assert becomes_true(telephone.page, lambda: telephone.sent), "nothing was sent"
    (sent,) = telephone.sent
    assert (sent["files"], str(sent["text"])[: len(STATEMENT)]) == ([], STATEMENT)


@pytest.mark.parametrize("telephone", [TAKES_FILES], indirect=True)
def test_a_cut_line_sends_the_words_alone(telephone: Telephone) -> None:
    telephone.page.route("**/*.webp", lambda route: route.abort())
    telephone.button.click()
    assert becomes_true(telephone.page, lambda: telephone.sent), "nothing was sent"
    assert [sent["files"] for sent in telephone.sent] == [[]]


SPARING = TAKES_FILES + "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});"


@pytest.mark.parametrize("telephone", [LIST_OF_APPS, SPARING], indirect=True, ids=["no files", "data saver"])
def test_where_no_picture_goes_none_is_promised_or_fetched(telephone: Telephone, followed_address: str) -> None:
    expect(telephone.button).not_to_contain_text("kèm ảnh")
    telephone.button.click()
    assert becomes_true(telephone.page, lambda: telephone.sent), "nothing was sent"
    (sent,) = telephone.sent
    assert (sent["files"], sent["url"], pictures(telephone)) == ([], followed_address + SCAM, [])


@pytest.mark.parametrize("telephone", [LIST_OF_APPS], indirect=True)
def test_what_the_reader_gave_up_is_not_copied(telephone: Telephone) -> None:
    telephone.page.evaluate("window.refusal = 'AbortError'; navigator.clipboard.writeText('cũ')")
    telephone.button.click()
    assert becomes_true(telephone.page, lambda: telephone.sent), "nothing was sent"
    expect(telephone.button).to_have_text("Gửi cho người nhà")
    assert telephone.page.evaluate("navigator.clipboard.readText()") == "cũ"


@pytest.mark.parametrize("telephone", [NO_LIST, LIST_OF_APPS], indirect=True, ids=["no list", "a list that fails"])
def test_without_a_list_of_apps_the_words_are_copied(telephone: Telephone, followed_address: str) -> None:
    telephone.page.evaluate("window.refusal = 'NotAllowedError'")
    telephone.button.click()
    expect(telephone.button).to_contain_text("Đã chép")
    copied = telephone.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(STATEMENT), copied
    assert copied.endswith(f"\n{followed_address}{SCAM}"), copied


@pytest.mark.parametrize("telephone", [NO_LIST + NO_CLIPBOARD], indirect=True)
def test_an_old_browser_copies_by_selection(telephone: Telephone) -> None:
    telephone.page.evaluate(
        "document.addEventListener('copy', () => { window.copied = document.activeElement.value; })"
    )
    telephone.button.click()
    expect(telephone.button).to_contain_text("Đã chép")
    assert telephone.page.evaluate("window.copied").startswith(STATEMENT)


@pytest.mark.parametrize("telephone", [NO_LIST + NO_CLIPBOARD + "document.execCommand = () => false;"], indirect=True)
def test_where_nothing_can_be_copied_a_message_opens(telephone: Telephone) -> None:
    telephone.page.evaluate(
        "window.opened = []; navigation.addEventListener('navigate', event => opened.push(event.destination.url))"
    )
    telephone.button.click()
    assert becomes_true(telephone.page, lambda: telephone.page.evaluate("window.opened")), "nothing was opened"
    (opened,) = telephone.page.evaluate("window.opened")
    assert opened.startswith("sms:?"), opened
    assert STATEMENT in unquote(opened), unquote(opened)


def test_without_the_script_a_message_holds_the_statement_and_the_address(
    browser: Browser, followed_address: str
) -> None:
    context = browser.new_context(viewport=PHONE, base_url=followed_address, java_script_enabled=False)
    page = context.new_page()
    page.goto(SCAM)
    href = unquote(page.locator("main [data-share]").get_attribute("href") or "")
    context.close()
    assert href.startswith(f"sms:?&body={STATEMENT}"), href
    assert href.endswith(f" {SITE_URL}{SCAM}"), href


@pytest.mark.parametrize("telephone", [NO_LIST], indirect=True)
def test_the_code_on_the_screen_leads_to_the_page(telephone: Telephone, tmp_path: Path) -> None:
    code = telephone.page.locator(".qr__code")
    expect(code).to_be_hidden()
    telephone.page.locator(".qr summary").click()
    code.screenshot(path=tmp_path / "code.png")
    with Image.open(tmp_path / "code.png") as picture:
        (read,) = zxingcpp.read_barcodes(picture)
    assert read.text == SITE_URL + SCAM


def test_without_an_address_there_is_no_code(phone: Page) -> None:
    phone.goto("thu-doan/gia-danh-cong-an/")
    expect(phone.locator(".qr")).to_have_count(0)
