from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from camnang.handbook.facts.hotlines import Threat
from camnang.site.hosting.compression import gzipped
from tests.browser.page_kinds import LANGUAGES, SCAM
from tests.handbook.pages.test_call_rules import THREATS

HEAVIEST = 6 * 1024  # bytes, packed: an emergency page on the slowest line


def test_the_first_screen_asks_and_offers_five_choices_and_113(phone: Page) -> None:
    phone.goto("")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bạn đang gặp chuyện gì?")
    bar = phone.locator("a[href='tel:113'] >> visible=true").first.bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= 641, "113 stays in sight at the foot of the screen"
    for label in (
        "Đang bị gọi",
        "Lỡ bấm link, lỡ cài",
        "Đã chuyển tiền",
        "Con em mất liên lạc",
        "Người nhà đang bị lừa",
    ):
        choice = phone.get_by_role("link", name=label).first.bounding_box()
        assert choice is not None
        assert choice["y"] + choice["height"] <= bar["y"], f"{label} is below the first screen: {choice}"


def test_someone_being_called_reads_hang_up_within_two_taps(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("link", name="Đang bị gọi").first.click()
    expect(phone.locator("h1")).to_be_in_viewport()
    expect(phone.get_by_text("Tắt máy ngay.").first).to_be_in_viewport()


def test_the_language_switch_stays_on_the_page(phone: Page) -> None:
    phone.goto(SCAM)
    phone.locator("a[hreflang='tyz'] >> visible=true").first.click()
    expect(phone).to_have_url(re.compile(rf"/tyz/{SCAM}$"))
    expect(phone.locator("html")).to_have_attribute("lang", "tyz")
    phone.locator("a[hreflang='vi'] >> visible=true").first.click()
    expect(phone).to_have_url(re.compile(rf":\d+/{SCAM}$"))


def test_a_scam_page_shows_the_phone_with_numbered_flags(phone: Page) -> None:
    phone.goto(SCAM)
    for flag in ("Doạ bắt cho mình sợ", "Bắt mình giữ bí mật", "Đòi chuyển tiền"):
        expect(phone.locator("#mau").get_by_text(flag)).to_be_visible()


@pytest.fixture(scope="module")
def unscripted(browser: Browser, address: str) -> Iterator[Page]:
    """The smallest phone, whose browser runs no script."""
    context = browser.new_context(viewport={"width": 320, "height": 568}, base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


def emergencies(real_site: Path) -> list[str]:
    """Return the addresses of the list of emergencies and of each of them, in every language."""
    found = [file.parent for prefix in LANGUAGES for file in (real_site / prefix).glob("khan-cap/**/index.html")]
    assert len(found) == (len(THREATS) + 1) * len(LANGUAGES), found
    return [folder.relative_to(real_site).as_posix() + "/" for folder in found]


def test_every_emergency_page_is_one_light_request_without_javascript(unscripted: Page, real_site: Path) -> None:
    requests: list[str] = []
    unscripted.on("request", lambda request: requests.append(request.url))
    for path in emergencies(real_site):
        requests.clear()
        unscripted.goto(path)
        expect(unscripted.locator("a[href='tel:113'] >> visible=true").first).to_be_visible()
        assert [url for url in requests if not url.startswith("data:")] == [unscripted.url], path
        packed = len(gzipped((real_site / path / "index.html").read_bytes()))
        assert packed <= HEAVIEST, f"{path} is {packed} bytes packed, at most {HEAVIEST}"


def test_the_list_of_emergencies_shows_all_of_them_the_rule_and_113(unscripted: Page) -> None:
    unscripted.goto("khan-cap/")
    links = unscripted.locator("main .situations a").evaluate_all("all => all.map(link => link.pathname)")
    assert sorted(links) == sorted(f"/khan-cap/{name}/" for name in THREATS)
    expect(unscripted.get_by_text("Tắt máy. Hỏi người nhà. Đến công an xã.")).to_be_visible()
    expect(unscripted.locator("main a[href='tel:113']")).to_be_visible()


BUTTONS: dict[Threat, str] = {"danger": "tel:113", "child": "tel:111", "abroad": "tel:+84981848484"}


@pytest.mark.parametrize(("name", "threat"), THREATS.items(), ids=THREATS)
def test_the_first_button_is_whom_the_threat_asks_for(unscripted: Page, name: str, threat: Threat) -> None:
    unscripted.goto(f"khan-cap/{name}/")
    first = unscripted.locator(".calls li").first
    bar = unscripted.locator(".emergency-bar a").first
    if threat == "money":
        expect(first.locator("summary")).to_contain_text("Ngân hàng")
        expect(bar).to_have_attribute("href", "#so-ngan-hang")
    else:
        call = unscripted.locator(".calls a").first
        expect(call).to_have_attribute("href", BUTTONS[threat])
        expect(bar).to_have_attribute("href", BUTTONS[threat])


def test_one_tap_tells_who_has_no_card_where_the_number_is(unscripted: Page) -> None:
    unscripted.goto("khan-cap/da-chuyen-tien/")
    where = unscripted.locator("#so-ngan-hang")
    expect(where).to_be_hidden()
    unscripted.locator(".emergency-bar a").first.click()
    expect(where).to_be_visible()
    expect(where).to_contain_text("hoặc ra quầy")
    expect(unscripted.locator("summary.call--bank")).to_be_in_viewport()
