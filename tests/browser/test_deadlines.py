"""When a report is due: said in the month before, and only then; without a script the days stand there all year."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE

ROOM = "tuyen-truyen/"
PAGES = (ROOM, "tuyen-truyen/giao-duc/", "tuyen-truyen/lich/", "phap-luat/ke-hoach-940/")


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2026-12-01", ["12-05"]),
        ("2026-12-04", ["12-05"]),
        ("2026-12-05", []),
        ("2027-05-05", ["06-05"]),
        ("2027-05-04", []),
        ("2031-11-30", ["12-05"]),
    ],
)
def test_a_report_that_is_due_soon_says_so(phone: Page, today: str, due: list[str]) -> None:
    phone.clock.set_fixed_time(f"{today}T12:00:00")
    phone.goto(ROOM)
    shown = phone.locator("[data-before]").filter(has=phone.locator("strong:visible"))
    assert shown.evaluate_all("all => all.map(line => line.dataset.before)") == due


@pytest.mark.parametrize("path", PAGES)
def test_without_a_script_every_page_says_where_and_when(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    said = page.locator("#han-bao-cao")
    expect(said).to_contain_text("Gửi về Công an tỉnh.")
    expect(said.locator("li")).to_have_text(
        ["6 tháng đầu năm: trước ngày 5/6 hằng năm.", "Cả năm: trước ngày 5/12 hằng năm."], use_inner_text=True
    )
    context.close()
