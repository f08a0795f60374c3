"""The year as a workbook for an office: one row an entry, blank cells for who does it and whether it is done."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from camnang.handbook.facts.palette import INDIGO, opaque
from camnang.handbook.facts.words import Words
from camnang.handbook.project import Settings
from camnang.papers.office.cells import (
    EDGE,
    HEAD,
    INDENT,
    LETTER_POINTS,
    WIDTH_POINTS,
    WRITE,
    framed,
    put,
    safe_cell,
    set_up_print,
)
from camnang.papers.office.properties import titled_workbook
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.posting_calendar.entries import Entry, weekday

TAB: Final = "Lịch"
# Interface words of the heads, and widths in characters of the default font.
COLUMNS: Final = {
    "calendar_date": 14,
    "calendar_weekday": 11,
    "calendar_act": 23,
    "calendar_scam": 29,
    "calendar_why": 48,
    "sources": 9,
    "calendar_words": 30,
    "calendar_who": 19,
    "calendar_done": 8,
}
POINTS: Final = 12
LINE_POINTS: Final = 16.0
REMEMBER: Final = "FFFDEBC8"  # the ground of a day to remember
DATE_FORMAT: Final = "dd/mm/yyyy"
MONTH_EDGE: Final = Side(style="medium", color=opaque(INDIGO))  # between two months
ADDRESS_COLUMN: Final = tuple(COLUMNS).index("calendar_words") + 1


def said(entry: Entry, words: Words, settings: Settings) -> tuple[str, ...]:
    """Return the words of an entry's cells after the date, blank ones last."""
    address = (settings.address(entry.path) or entry.path) if entry.path else ""
    day = weekday(entry.date, words)
    return (day, entry.act, entry.scam, entry.why, ", ".join(entry.sources), address, "", "")


def row_height(texts: tuple[str, ...]) -> float:
    """Return a height in points at which the longest cell is seen whole; Excel does not find it itself."""
    widths = tuple(COLUMNS.values())[1:]
    letters = ((width - 1) * WIDTH_POINTS / (POINTS * LETTER_POINTS) for width in widths)
    lines = (ceil(len(text) / held) for text, held in zip(texts, letters, strict=True))
    return max(1.5, *lines) * LINE_POINTS + 4


def written(cell: Cell | MergedCell, text: str, ground: str, *, bold: bool = False) -> Cell:
    """Write words into a framed cell, in the middle of its height."""
    made = framed(put(cell, str(safe_cell(text)), points=POINTS, bold=bold), ground)
    made.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=INDENT)
    return made


def begin_month(tab: Worksheet, place: int) -> None:
    """Draw a thick edge above the row `place`."""
    for column in range(1, len(COLUMNS) + 1):
        tab.cell(place, column).border = Border(left=EDGE, right=EDGE, top=MONTH_EDGE, bottom=EDGE)


def write_row(tab: Worksheet, place: int, entry: Entry, words: Words, settings: Settings) -> None:
    """Write one entry at the row `place`; the date is a date, so that a reader may sort and filter by it."""
    texts = said(entry, words, settings)
    ground = "" if entry.scam else REMEMBER
    date = written(tab.cell(place, 1), "", ground, bold=True)
    date.value, date.number_format = entry.date, DATE_FORMAT
    for column, text in enumerate(texts, start=2):
        fill = WRITE if column > len(COLUMNS) - 2 else ground
        cell = written(tab.cell(place, column), text, fill, bold=column == 3)
        if column == ADDRESS_COLUMN and text.startswith("https://"):
            cell.hyperlink = text
    tab.row_dimensions[place].height = row_height(texts)


def write_head(tab: Worksheet, title: str, notice: str, words: Words) -> None:
    """Write the title, what to do with the sheet, who approved it, and the names of the columns."""
    for place, text in ((1, title), (2, f"{words['calendar_hint']} {notice}.")):
        put(tab.cell(place, 1), str(safe_cell(text)), points=18 if place == 1 else POINTS, bold=place == 1)
        tab.merge_cells(start_row=place, start_column=1, end_row=place, end_column=len(COLUMNS))
        tab.row_dimensions[place].height = 30
    tab.row_dimensions[3].height = 1.5 * LINE_POINTS
    for column, (key, width) in enumerate(COLUMNS.items(), start=1):
        written(tab.cell(3, column), words[key], HEAD, bold=True)
        tab.column_dimensions[chr(ord("A") + column - 1)].width = width


def xlsx_bytes(listed: tuple[Entry, ...], title: str, words: Words, settings: Settings, notice: str) -> bytes:
    """Return entries as XLSX; the same entries give the same bytes."""
    book = titled_workbook(title)
    tab = book.active
    assert isinstance(tab, Worksheet)  # noqa: S101 (a new workbook has one sheet)
    tab.title = TAB
    write_head(tab, title, notice, words)
    for place, entry in enumerate(listed, start=4):
        write_row(tab, place, entry, words, settings)
        if place > 4 and entry.date.month != listed[place - 5].date.month:
            begin_month(tab, place)
    set_up_print(tab)
    tab.freeze_panes, tab.print_title_rows = "A4", "3:3"
    tab.auto_filter.ref = f"A3:{chr(ord('A') + len(COLUMNS) - 1)}{max(len(listed), 1) + 3}"
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())
