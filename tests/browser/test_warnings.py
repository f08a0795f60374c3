"""Warnings by age: as the page was built, and as a reader meets them on another day; the scams of a month."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from camnang.handbook.pages.freshness import NEW_DAYS, told_until, warnings_by_age
from tests.browser.conftest import PHONE
from tests.conftest import real_handbook

WARNINGS, THIS_MONTH = "canh-bao/", "canh-bao/thang-nay/"


def days_in(page: Page, group: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(f".warnings--{group} > li", "all => all.map(li => li.dataset.day)")
    return found


def days_by_age(today: datetime.date) -> tuple[list[str], list[str]]:
    """Return the days of the real handbook's new and past warnings."""
    new, past = warnings_by_age(real_handbook(), "vi", today)
    return [str(page.details.date) for page in new], [str(page.details.date) for page in past]


def without_script(browser: Browser, address: str, path: str) -> Page:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    return page


def test_without_a_script_warnings_are_new_by_the_newest_day_of_the_handbook(browser: Browser, address: str) -> None:
    page = without_script(browser, address, WARNINGS)
    new, past = days_by_age(told_until(real_handbook()))
    assert (days_in(page, "new"), days_in(page, "past")) == (new, past)
    assert past, "the real handbook has past warnings"
    page.context.close()


@pytest.mark.parametrize("later", [0, 40, NEW_DAYS + 1])
def test_a_reader_sees_what_is_new_on_the_day_of_reading(phone: Page, later: int) -> None:
    newest = datetime.date.fromisoformat(days_by_age(datetime.date.max)[1][0])
    today = newest + datetime.timedelta(days=later)
    phone.clock.set_fixed_time(f"{today}T12:00:00")
    phone.goto(WARNINGS)
    new, past = days_by_age(today)
    assert (days_in(phone, "new"), days_in(phone, "past")) == (new, past), f"on {today}"
    expect(phone.locator(".warnings__none")).to_be_visible(visible=not new)


@pytest.mark.parametrize(("today", "first"), [("2026-12-05", 12), ("2027-01-01", 1), ("2027-08-31", 8)])
def test_the_scams_of_the_readers_month_stand_first(phone: Page, today: str, first: int) -> None:
    phone.clock.set_fixed_time(f"{today}T12:00:00")
    phone.goto(THIS_MONTH)
    expect(phone.locator(".month").first).to_have_attribute("data-month", str(first))
    expect(phone.locator(".month[open]")).to_have_count(1)
    scams = [reason.scam for reason in real_handbook().facts.calendar.theme(first).scams]
    links = phone.locator(".month").first.locator(".group__link")
    assert [str(link.get_attribute("href")).split("/")[-2] for link in links.all()] == scams


def test_without_a_script_the_month_of_the_newest_day_stands_first(browser: Browser, address: str) -> None:
    page = without_script(browser, address, THIS_MONTH)
    expect(page.locator(".month").first).to_have_attribute("data-month", str(told_until(real_handbook()).month))
    expect(page.locator(".month").first.locator(".group__link").first).to_be_visible()
    expect(page.locator(".month")).to_have_count(12)
    page.context.close()


def test_the_home_page_leads_to_the_scams_of_the_month(phone: Page) -> None:
    phone.goto("")
    phone.locator(".news__ways a").nth(1).click()
    expect(phone).to_have_url(f"{phone.url.split('canh-bao')[0]}{THIS_MONTH}")
