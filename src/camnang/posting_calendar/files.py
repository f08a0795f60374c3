"""The calendar's files, by the address at which the site offers them."""

from __future__ import annotations

from camnang.handbook.model import Handbook
from camnang.handbook.notices import approval_notice
from camnang.posting_calendar.entries import entries
from camnang.posting_calendar.ics_file import ics_bytes
from camnang.posting_calendar.xlsx_file import xlsx_bytes
from camnang.project import Settings

FOLDER = "tuyen-truyen/lich/"
ICS = f"{FOLDER}lich-tuyen-truyen.ics"
XLSX = f"{FOLDER}lich-tuyen-truyen.xlsx"


def calendar_files(handbook: Handbook, settings: Settings) -> dict[str, bytes]:
    """Return every file of the calendar by its path from the site's root, none while there is no calendar."""
    listed, facts = entries(handbook), handbook.facts
    if not listed:
        return {}
    words, notice = facts.words[facts.original.code], approval_notice(facts, settings)
    title = words["campaign"]
    return {
        ICS: ics_bytes(listed, title, facts.calendar.stamp, settings, notice),
        XLSX: xlsx_bytes(listed, title, words, settings, notice),
    }
