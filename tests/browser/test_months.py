"""The year of posts on an office's page: with a script the month of today first, without one all twelve in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE

OFFICE = "tuyen-truyen/giao-duc/"


def months(page: Page) -> list[int]:
    return [int(number) for number in page.eval_on_selector_all(".month", "all => all.map(m => m.dataset.month)")]


@pytest.mark.parametrize(("today", "first"), [("2026-12-05", 12), ("2027-01-01", 1), ("2027-08-31", 8)])
def test_the_month_of_today_stands_first_and_is_open(phone: Page, today: str, first: int) -> None:
    phone.clock.set_fixed_time(f"{today}T12:00:00")
    phone.goto(OFFICE)
    assert months(phone) == [*range(first, 13), *range(1, first)]
    expect(phone.locator(".month[open]")).to_have_count(1)
    expect(phone.locator(".month").first.locator("ol > li")).to_have_count(3)
    expect(phone.locator(".month").first.locator("ol > li").first).to_be_visible()


def test_opening_a_month_closes_the_other(phone: Page) -> None:
    phone.clock.set_fixed_time("2027-03-03T12:00:00")
    phone.goto(OFFICE)
    phone.locator("#thang-6 summary").click()
    expect(phone.locator(".month[open]")).to_have_attribute("data-month", "6")


def test_without_a_script_the_months_stand_in_order(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(OFFICE)
    expect(page.locator(".month").first).to_have_attribute("data-month", "1")
    page.locator("#thang-2 summary").click()
    expect(page.locator("#thang-2 ol > li").first).to_be_visible()
    context.close()
