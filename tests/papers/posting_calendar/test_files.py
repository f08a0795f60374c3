from __future__ import annotations

import datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from camnang.handbook.facts.words import Words
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.site_paths import CALENDAR_ICS, CALENDAR_XLSX
from camnang.papers.posting_calendar.entries import entries
from camnang.papers.posting_calendar.files import calendar_file
from camnang.papers.posting_calendar.xlsx_file import COLUMNS, row_height, xlsx_bytes
from tests.papers.posting_calendar.made_up import SETTINGS, entry


@pytest.mark.parametrize("path", [CALENDAR_ICS, CALENDAR_XLSX])
def test_a_file_has_the_same_bytes_each_time(campaign: Project, path: str) -> None:
    handbook, settings = read_handbook(campaign), read_settings(campaign)
    assert calendar_file(path, handbook, settings) == calendar_file(path, handbook, settings)


def test_without_a_calendar_there_are_no_posts(project: Project) -> None:
    assert entries(read_handbook(project)) == ()


def test_every_entry_is_a_whole_day_without_alarm(campaign: Project) -> None:
    handbook = read_handbook(campaign)
    listed = entries(handbook)
    found = Calendar.from_ical(calendar_file(CALENDAR_ICS, handbook, SETTINGS))
    assert found.errors == []
    events = found.walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [each.date for each in listed]
    assert all(event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(days=1) for event in events)
    assert {type(event["DTSTART"].dt) for event in events} == {datetime.date}
    assert len({event["UID"] for event in events}) == len(listed)
    assert {event["DTSTAMP"].dt.isoformat() for event in events} == {"2026-11-28T05:00:00+00:00"}
    assert [event for event in events if event.errors or event.walk("VALARM")] == []


def words(project: Project) -> Words:
    return read_handbook(project).facts.words["vi"]


def test_the_workbook_has_a_row_for_each_entry(campaign: Project) -> None:
    handbook = read_handbook(campaign)
    sheet = load_workbook(BytesIO(calendar_file(CALENDAR_XLSX, handbook, SETTINGS))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert [row[0].date() for row in rows if isinstance(row[0], datetime.datetime)] == [
        each.date for each in entries(handbook)
    ]
    first = next(row for row in rows if row[3])
    assert first[1:7] == (
        "Thứ hai",
        "Treo áp phích",
        "Người lạ gọi, xưng công an",
        "Tháng 8/2025 có người gọi lạ.",
        "X01",
        "https://cam-nang.example/thu-doan/goi-la/tuyen-truyen/",
    )
    assert {row[-2:] for row in rows} == {(None, None)}
    assert "Dự thảo" in str(sheet["A2"].value)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(campaign: Project, text: str) -> None:
    made = xlsx_bytes((entry(text, text, text),), text, words(campaign), SETTINGS, "Dự thảo")
    sheet = load_workbook(BytesIO(made)).active
    assert sheet is not None
    said = [cell for row in sheet.iter_rows() for cell in row if cell.value and text in str(cell.value)]
    assert [(cell.data_type, cell.value) for cell in said] == [("s", f"'{text}")] * 4


@given(st.integers(min_value=0, max_value=400), st.integers(min_value=0, max_value=len(COLUMNS) - 2))
def test_a_longer_text_never_has_a_lower_row(length: int, column: int) -> None:
    cells = [""] * (len(COLUMNS) - 1)
    cells[column] = "x" * length
    lower = row_height(tuple(cells))
    cells[column] += "x" * 60
    assert row_height(tuple(cells)) > lower, (length, column)
