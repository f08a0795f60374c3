"""The calendar's files, by the address at which the site offers them."""

from __future__ import annotations

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.project import Settings
from camnang.made.site_paths import CALENDAR_ICS
from camnang.papers.posting_calendar.entries import entries
from camnang.papers.posting_calendar.ics_file import ics_bytes
from camnang.papers.posting_calendar.xlsx_file import xlsx_bytes


def calendar_file(path: str, handbook: Handbook, settings: Settings) -> bytes:
    """Return one file of the calendar, `CALENDAR_ICS` or `CALENDAR_XLSX`."""
    listed, facts = entries(handbook), handbook.facts
    words, notice = facts.words[facts.original.code], approval_notice(facts, settings)
    if path == CALENDAR_ICS:
        return ics_bytes(listed, words["campaign"], facts.calendar.stamp, settings, notice)
    return xlsx_bytes(listed, words["campaign"], words, settings, notice)
