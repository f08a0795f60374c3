from __future__ import annotations

import datetime

import pytest

from camnang.handbook.facts.campaign_calendar import NO_CALENDAR, months_of
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of, real_handbook

FILE = "data/campaign_calendar.yml"


def test_a_handbook_without_calendar_is_whole(project: Project) -> None:
    assert read_handbook(project).facts.calendar is NO_CALENDAR


def test_every_month_has_two_to_four_scams_and_the_days_are_there() -> None:
    calendar = real_handbook().facts.calendar
    assert {theme.month: len(theme.scams) for theme in calendar.themes if not 2 <= len(theme.scams) <= 4} == {}
    days = {day.id: day for day in calendar.days}
    assert days["tet"].dates == (datetime.date(2027, 2, 6), datetime.date(2028, 1, 26))
    assert all(days[name].every_year for name in ("an-ninh-mang", "khong-mot-minh", "thieu-nhi", "khai-giang"))


def test_a_day_knows_its_months(campaign: Project) -> None:
    days = {day.id: sorted(months_of(day)) for day in read_handbook(campaign).facts.calendar.days}
    assert days == {"an-ninh-mang": [8], "tet": [1, 2], "mua-lu": [9, 10], "cho-phien": list(range(1, 13))}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - {month: 7, scams: *scams, weeks: *weeks}\n", "", "1, 2, 3, 4, 5, 6, 8"),
        ("every_year: {month: 8, day: 6}", "every_year: {month: 2, day: 30}", "một ngày năm nào cũng có"),
        ("every_year: {month: 8, day: 6}", "months: [8], every_year: {month: 8, day: 6}", "đúng một trong"),
        ("dates: [2027-02-06, 2028-01-26]", "dates: []", "đúng một trong"),
        ("last: 2027-12-31", "last: 2026-11-30", "2026-11-30 trước 2026-12-01"),
        ("id: mua-lu", "id: tet", "ngày «tet» có hai lần"),
        ("- {scam: goi-la, material: post}", "- {scam: goi-quen, material: post}", "«goi-quen» chỉ có ở weeks"),
        ("      - {scam: goi-la, material: post}\n", "", "ít nhất 4 mục"),
        ("material: post", "material: fax", "«fax»"),
    ],
)
def test_what_is_wrong_is_told(campaign: Project, old: str, new: str, said: str) -> None:
    edit(campaign, FILE, old, new)
    told = [fault for fault in faults_of(campaign) if fault.path == FILE]
    assert any(said in str(fault) for fault in told), told
