from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.page_kinds import SCAM


def test_the_first_screen_asks_and_offers_five_choices_and_113(phone: Page) -> None:
    phone.goto("")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bạn đang gặp chuyện gì?")
    bar = phone.locator("a[href='tel:113'] >> visible=true").first.bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= 641, "113 stays in sight at the foot of the screen"
    for label in ("Đang bị gọi", "Đã bấm, đã cài", "Đã chuyển tiền", "Con em mất liên lạc", "Lộ giấy tờ, OTP"):
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


def test_the_emergency_page_is_one_request_and_works_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, base_url=address, java_script_enabled=False)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("khan-cap/da-chuyen-tien/", wait_until="networkidle")
    expect(page.get_by_text("Gọi ngân hàng của mình.")).to_be_visible()
    expect(page.locator("a[href='tel:113']").first).to_be_visible()
    context.close()
    assert [url for url in requests if not url.startswith("data:")] == [address + "khan-cap/da-chuyen-tien/"]
