from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.campaign_calendar import Span
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.papers.posting_calendar.entries import entries, kth_monday, months_in
from tests.conftest import edit

months = st.integers(min_value=1, max_value=12)
days = st.dates(min_value=datetime.date(2020, 1, 1), max_value=datetime.date(2060, 12, 31))


@given(st.integers(min_value=2020, max_value=2060), months, st.integers(min_value=1, max_value=4))
def test_a_month_has_four_mondays(year: int, month: int, k: int) -> None:
    found = kth_monday(year, month, k)
    assert (found.year, found.month, found.weekday()) == (year, month, 0)
    assert (found.day - 1) // 7 + 1 == k, found


@given(days, days)
def test_a_span_has_every_month_once(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    found = list(months_in(Span(first=first, last=last)))
    assert len(found) == (last.year - first.year) * 12 + last.month - first.month + 1
    assert found == sorted(set(found))
    assert (found[0], found[-1]) == ((first.year, first.month), (last.year, last.month))


def test_a_year_and_a_month_have_their_posts_and_days(campaign: Project) -> None:
    listed = entries(read_handbook(campaign))
    posts, remembered = [e for e in listed if e.scam], [e for e in listed if not e.scam]
    assert len(posts) == 13 * 4
    assert [e.date.isoformat() for e in remembered if "cho-phien" not in e.id] == [
        "2027-02-06",
        "2027-08-06",
        "2027-09-01",
        "2027-10-01",
    ]
    assert sum("cho-phien" in e.id for e in remembered) == 13
    assert posts[0].title == "Treo áp phích: Người lạ gọi, xưng công an"
    assert posts[0].path == "thu-doan/goi-la/tuyen-truyen/"


def test_more_posts_than_weeks_begin_again_with_the_first_week(campaign: Project) -> None:
    fifth = "      - {scam: goi-la, material: post}\n"
    edit(campaign, "data/campaign_calendar.yml", fifth, fifth * 2)
    january = [e for e in entries(read_handbook(campaign)) if e.scam and e.id.startswith("tuan/2027-01-")]
    assert [(e.id, e.act) for e in january if e.date.day == 4] == [
        ("tuan/2027-01-04", "Treo áp phích"),
        ("tuan/2027-01-04/2", "Đăng bài"),
    ]
    assert len(january) == 5, [e.id for e in january]


def test_every_entry_has_an_id_of_its_own_and_lies_in_the_span(campaign: Project) -> None:
    handbook = read_handbook(campaign)
    listed, span = entries(handbook), handbook.facts.calendar.span
    assert len({entry.id for entry in listed}) == len(listed)
    assert [e for e in listed if not span.first <= e.date <= span.last] == []
    assert list(listed) == sorted(listed, key=lambda e: (e.date, e.id))


def test_an_id_stays_when_words_change(campaign: Project) -> None:
    before = {entry.id for entry in entries(read_handbook(campaign))}
    file = campaign.root / "data/campaign_calendar.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Chúc bà con.", "Chúc cả xóm."), encoding="utf-8")
    assert {entry.id for entry in entries(read_handbook(campaign))} == before
