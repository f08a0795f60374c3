"""The box of warnings in another site's frame, the page that tells how, and how browsers find the feeds."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from camnang.site.following import BOX_HEIGHT
from tests.browser.served import QuietHandler, serving
from tests.site.made_up import SITE_URL

BOX = "nhung/canh-bao-moi/"
HOW = "gioi-thieu/nhung-canh-bao/"
HEAVIEST = 6_000  # bytes, gzip, the box and its sheet
WIDTHS = (280, 320, 400, 600)


@pytest.fixture(scope="module")
def code(followed_site: Path) -> str:
    """What a webmaster copies from the page."""
    html = (followed_site / HOW / "index.html").read_text(encoding="utf-8")
    return unescape(html.partition('id="ma-nhung"')[2].partition(">")[2].partition("</pre>")[0])


class Host:
    """Another site, on another port, with the box as a webmaster pasted it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))

    @property
    def box(self) -> FrameLocator:
        return self.page.frame_locator("iframe")


@pytest.fixture
def host(browser: Browser, followed_address: str, code: str, tmp_path: Path) -> Iterator[Host]:
    shown = code.replace(SITE_URL, followed_address)
    html = f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Trường</title>{shown}'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 700, "height": 700})
    with serving(tmp_path, QuietHandler) as address:
        found = Host(context.new_page())
        found.page.goto(address, wait_until="networkidle")
        yield found
    context.close()
    assert found.wrong == []


def test_a_host_page_shows_the_newest_warning_the_rule_and_113(host: Host) -> None:
    expect(host.box.get_by_role("heading", level=1)).to_have_text("Cảnh báo mới")
    for said in ("9/3/2026", "Nhiều người bị gọi lạ", "Tắt máy.", "Hỏi người nhà.", "Đến công an xã.", "Dự thảo"):
        expect(host.box.get_by_text(said).first).to_be_visible()
    expect(host.box.locator("a[href='tel:113']")).to_be_visible()


def test_a_tap_opens_the_warning_beside_the_host_page(host: Host, followed_address: str) -> None:
    with host.page.context.expect_page() as opened:
        host.box.get_by_role("link", name="Nhiều người bị gọi lạ").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{followed_address}canh-bao/2026-03-09-goi-la/"
    assert opened.value.evaluate("window.opener") is None
    expect(opened.value.locator("[data-share]")).to_have_attribute(
        "data-copied", "Đã chép. Dán vào Zalo hoặc tin nhắn."
    )
    expect(host.page).to_have_title("Trường")


@pytest.mark.parametrize("prefix", ["", "tyz/"])
def test_the_box_is_light_has_no_script_and_asks_for_one_sheet(
    browser: Browser, followed_address: str, followed_site: Path, prefix: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(followed_address + prefix + BOX, wait_until="networkidle")
    asked = [url for url in asked if not url.startswith("data:")]
    assert [url.partition("?")[0] for url in asked] == [
        followed_address + prefix + BOX,
        f"{followed_address}assets/embed.css",
    ]
    assert page.locator("script, [onclick], [style]").count() == 0
    files = (followed_site / prefix / BOX / "index.html", followed_site / "assets/embed.css")
    weight = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    context.close()
    assert weight <= HEAVIEST, f"{weight} bytes"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_is_readable_at_every_width(browser: Browser, followed_address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": BOX_HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(followed_address + BOX)
    size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    small = page.eval_on_selector_all(
        "a", "all => all.map(a => a.getBoundingClientRect().height).filter(h => h < 44)"
    )
    type_sizes = page.eval_on_selector_all("body *", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
    context.close()
    assert (size[0], small) == (width, [])
    assert size[1] <= BOX_HEIGHT, f"{size[1]} px do not fit {BOX_HEIGHT} px"
    assert min(type_sizes) >= 15


def test_the_page_for_webmasters_shows_the_box_and_copies_the_code(
    browser: Browser, followed_address: str, code: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(followed_address + HOW)
    page.get_by_role("button", name="Chép mã").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.locator("iframe").scroll_into_view_if_needed()
    expect(page.frame_locator("iframe").get_by_text("Nhiều người bị gọi lạ")).to_be_visible()
    context.close()
    assert (wrong, f'src="{SITE_URL}{BOX}"' in code) == ([], True), code


@pytest.mark.parametrize("prefix", ["", "tyz/"])
def test_browsers_find_the_feeds_where_warnings_stand(browser: Browser, followed_address: str, prefix: str) -> None:
    context = browser.new_context(base_url=followed_address)
    page = context.new_page()
    for path in ("", "canh-bao/", "canh-bao/2026-03-09-goi-la/"):
        page.goto(prefix + path)
        links = page.locator("link[rel=alternate][type]")
        found = {link.get_attribute("type"): link.evaluate("link => link.href") for link in links.all()}
        names = {"application/rss+xml": "rss.xml", "application/atom+xml": "atom.xml"}
        names["application/feed+json"] = "alerts.json"
        assert found == {kind: f"{followed_address}{prefix}canh-bao/{name}" for kind, name in names.items()}, path
        for url in found.values():
            assert page.request.get(url).ok, url
    page.goto(f"{prefix}thu-doan/goi-la/")
    assert page.locator("link[rel=alternate][type]").count() == 0
    context.close()


def test_without_an_address_no_feed_is_promised(phone: Page) -> None:
    phone.goto("canh-bao/")
    assert phone.locator("link[rel=alternate][type]").count() == 0
    assert phone.request.get("canh-bao/rss.xml").status == 404
    phone.goto(HOW)
    expect(phone.locator("#ma-nhung")).to_contain_text("https://DIA-CHI-CUA-CAM-NANG/nhung/canh-bao-moi/")
