from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from camnang.handbook.project import Settings
from camnang.papers.posting_calendar.entries import Entry
from camnang.papers.posting_calendar.ics_file import carried, ics_bytes
from tests.papers.posting_calendar.made_up import SETTINGS, entry
from tests.papers.posting_calendar.rfc_5545 import texts_of

STAMP = datetime.date(2026, 11, 28)
# Any letter at all, and more often those that iCalendar's own grammar uses, alone and in a row.
TEXTS = st.text(st.characters() | st.sampled_from("\\\\nN;,:\"'^%= \t\r\n😀"))
FOUND = (
    "\\N",
    "\\n",
    "\\\\n",
    "\\\\N",
    "\\",
    "\\,;",
    "%2C %5C ^n ^^",
    "một\nhai",
    "một\r\nhai",
    "một\rhai",
    "\n\n",
    " \n ",
    "\u2028\u2029\x85",
    "\ufeff",
    "BEGIN:VALARM",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    '"một": "hai"',
    "  đầu có hai dấu cách",
    "\tđầu có dấu tab",
    "dài " * 60,
    " " * 200,
    "\\" * 200,
    "\\N" * 100,
    *(f"{'x' * length}😀👨‍👩‍👧  {'y' * 80}" for length in range(50, 76)),
)


def written(act: str, why: str, title: str = "Lịch") -> bytes:
    """Return a calendar with one day whose summary is `act` and whose description is `why` and the notice."""
    day = Entry("ngay/x", datetime.date(2027, 1, 4), act, "", "", why, ())
    return ics_bytes([day], title, STAMP, SETTINGS, "Dự thảo")


def by_the_library(file: bytes) -> tuple[str, str]:
    """Return the summary and the description as icalendar reads them; NAME and X-WR-CALNAME it leaves escaped."""
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    assert (calendar.errors, event.errors) == ([], [])
    return str(event["SUMMARY"]), str(event["DESCRIPTION"])


def by_the_rfc(file: bytes) -> tuple[str, str]:
    """Return the same two texts as the RFC alone reads them."""
    (summary,), (told,) = texts_of(file, "SUMMARY"), texts_of(file, "DESCRIPTION")
    return summary, told


def check_round_trip(act: str, why: str) -> None:
    file = written(act, why, title=act)
    meant = (carried(act), carried("\n".join(part for part in (why, "Dự thảo.") if part)))
    assert by_the_rfc(file) == meant
    assert by_the_library(file) == meant
    assert (texts_of(file, "NAME"), texts_of(file, "X-WR-CALNAME")) == ([carried(act)], [carried(act)])


@pytest.mark.parametrize("text", FOUND)
def test_texts_that_once_came_back_changed_come_back_as_they_were(text: str) -> None:
    check_round_trip(text, text)


# Examples that the nightly run finds are written here.
@given(TEXTS, TEXTS)
@example("\\N", "\\N")
def test_any_words_come_back_as_they_were(act: str, why: str) -> None:
    check_round_trip(act, why)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff")))
def test_nothing_that_a_reader_sees_is_changed(text: str) -> None:
    assert carried(text) == text


@pytest.mark.parametrize(
    ("text", "kept"), [("a\tb", "a\tb"), ("a\x00b\x1f\x7f", "a b  "), ("\ud800a", " a"), ("a\r\n\rb", "a\n\nb")]
)
def test_a_control_character_that_a_calendar_cannot_hold_is_a_blank(text: str, kept: str) -> None:
    assert carried(text) == kept
    assert by_the_rfc(written(text, "Vì thế."))[0] == kept


def test_an_event_says_why_where_and_that_it_is_a_draft() -> None:
    (event,) = Calendar.from_ical(ics_bytes([entry()], "Lịch", STAMP, SETTINGS, "Dự thảo")).walk("VEVENT")
    assert event["SUMMARY"] == "Đọc loa: Gọi lạ"
    address = "https://cam-nang.example/thu-doan/goi-la/tuyen-truyen/"
    assert event["DESCRIPTION"] == f"Vì thế. [C09]\n{address}\nDự thảo."


def test_without_an_address_an_event_gives_none() -> None:
    nowhere = Settings("Cẩm nang", "", "", (), {})
    (event,) = Calendar.from_ical(ics_bytes([entry()], "Lịch", STAMP, nowhere, "Dự thảo")).walk("VEVENT")
    assert event["DESCRIPTION"] == "Vì thế. [C09]\nDự thảo."
