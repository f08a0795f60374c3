"""The calendar's files, by the address at which the site offers them."""

from __future__ import annotations

from camnang.handbook.model import Handbook
from camnang.handbook.notices import approval_notice
from camnang.posting_calendar.entries import entries
from camnang.posting_calendar.ics_file import ics_bytes
from camnang.posting_calendar.xlsx_file import xlsx_bytes
from camnang.project import Settings

FOLDER = "tuyen-truyen/lich"  # of the page that offers them
ICS = f"{FOLDER}/lich-tuyen-truyen.ics"
XLSX = f"{FOLDER}/lich-tuyen-truyen.xlsx"


def calendar_file(path: str, handbook: Handbook, settings: Settings) -> bytes:
    """Return one file of the calendar, `ICS` or `XLSX`."""
    listed, facts = entries(handbook), handbook.facts
    words, notice = facts.words[facts.original.code], approval_notice(facts, settings)
    if path == ICS:
        return ics_bytes(listed, words["campaign"], facts.calendar.stamp, settings, notice)
    return xlsx_bytes(listed, words["campaign"], words, settings, notice)


def calendar_files(handbook: Handbook, settings: Settings) -> dict[str, bytes]:
    """Return every file of the calendar by its path from the site's root, none while there is no calendar."""
    return {path: calendar_file(path, handbook, settings) for path in (ICS, XLSX) if entries(handbook)}
