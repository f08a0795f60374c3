"""The sheet as an Excel file, to fill in on a computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from camnang.papers.office.cells import (
    BOLD_LETTER_POINTS,
    HEAD,
    INDENT,
    LETTER_POINTS,
    TEXT_POINTS,
    WIDTH_POINTS,
    WRITE,
    framed,
    put,
    set_up_print,
)
from camnang.papers.office.properties import titled_workbook
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.rows import Row, Sheet

ROWS_TAB: Final = "Phiếu"
INFO_TAB: Final = "Thông tin"
WIDTHS: Final[Mapping[str, int]] = {  # in characters of the default font
    rows.ID_COLUMN: 12,
    rows.NUMBER_COLUMN: 7,
    rows.PAGE_COLUMN: 22,
    rows.ORIGINAL_COLUMN: 28,
    rows.DRAFT_COLUMN: 34,
    rows.GLOSS_COLUMN: 37,
    rows.GRADE_COLUMN: 10,
    rows.ASK_COLUMN: 30,
    rows.CORRECTION_COLUMN: 32,
    rows.VERDICT_COLUMN: 12,
}
HINT: Final = (
    f"Bản nháp. Đọc to từng dòng. Đúng thì chọn {rows.RIGHT}."
    f" Chưa đúng thì viết lại vào ô vàng, rồi chọn {rows.WRONG}."
    f" Chưa chắc thì để trống. Xong thì sang tờ «{INFO_TAB}» ghi tên và ngày."
)
DRAFT_POINTS = 18
WRITTEN: Final = frozenset({rows.CORRECTION_COLUMN, rows.VERDICT_COLUMN})
LINE_POINTS = 18.0  # of 14-point text


def text_height(text: str, column: str, points: int, letter: float) -> float:
    """Return the height in points that a text takes in a column."""
    characters = (WIDTHS[column] - INDENT) * WIDTH_POINTS / (points * letter)
    return ceil(len(text) / characters) * points * LINE_POINTS / TEXT_POINTS


def columns_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the names of all columns; the first is hidden."""
    return rows.ID_COLUMN, *sheet.columns


def glossed(row: Row) -> str:
    """Return how sure a unit is and all its glosses as one text."""
    return " · ".join(filter(None, (rows.grade_said(row), *map(str, row.gloss))))


def said(row: Row) -> dict[str, str]:
    """Return what a row prints, by column; the last two stay empty for the reviewer."""
    return {
        rows.ID_COLUMN: row.id,
        rows.NUMBER_COLUMN: str(row.number),
        rows.PAGE_COLUMN: row.page,
        rows.ORIGINAL_COLUMN: row.original,
        rows.DRAFT_COLUMN: row.draft,
        rows.GLOSS_COLUMN: glossed(row),
        rows.GRADE_COLUMN: row.grade,
        rows.ASK_COLUMN: row.ask,
        rows.CORRECTION_COLUMN: "",
        rows.VERDICT_COLUMN: "",
    }


def row_height(row: Row, sheet: Sheet) -> float:
    """Return a height in points at which the longest cell of a row is seen whole; Excel does not find it itself."""
    texts = said(row)
    plain = [name for name in sheet.columns if name != rows.DRAFT_COLUMN]
    return max(
        *(text_height(texts[name], name, TEXT_POINTS, LETTER_POINTS) for name in plain),
        text_height(row.draft, rows.DRAFT_COLUMN, DRAFT_POINTS, BOLD_LETTER_POINTS),
        2 * LINE_POINTS,
    )


def write_row(tab: Worksheet, place: int, row: Row, sheet: Sheet) -> None:
    """Write one unit at the row `place`; the last two cells stay empty for the reviewer."""
    texts = said(row)
    for column, name in enumerate(columns_of(sheet), start=1):
        drafted = name == rows.DRAFT_COLUMN
        cell = put(
            tab.cell(place, column), texts[name], points=DRAFT_POINTS if drafted else TEXT_POINTS, bold=drafted
        )
        framed(cell, WRITE if name in WRITTEN else "")
    tab.row_dimensions[place].height = row_height(row, sheet)


def choices(tab: Worksheet, column: int, first: int, last: int) -> None:
    """Offer the two verdicts; other spellings are understood too, so none is refused here."""
    listed = DataValidation(type="list", formula1=f'"{rows.RIGHT},{rows.WRONG}"', allow_blank=True)
    listed.showErrorMessage = False
    letter = chr(ord("A") + column)
    listed.add(f"{letter}{first}:{letter}{last}")
    tab.add_data_validation(listed)


def allow_only_writing(tab: Worksheet) -> None:
    """Lock all cells but the yellow ones against a slip of the hand, without a password."""
    tab.protection.sheet = True
    tab.protection.formatColumns = tab.protection.formatRows = False  # Excel's «forbidden»: both may be changed


def fill_rows_tab(tab: Worksheet, sheet: Sheet) -> None:
    """Write a hint, the names of the columns and every unit."""
    columns = columns_of(sheet)
    put(tab.cell(1, 2), HINT, bold=True)
    tab.merge_cells(start_row=1, start_column=2, end_row=1, end_column=len(columns))
    tab.row_dimensions[1].height, tab.row_dimensions[2].height = 3 * LINE_POINTS, 1.4 * LINE_POINTS
    for column, name in enumerate(columns, start=1):
        framed(put(tab.cell(2, column), name, bold=True), HEAD)
        tab.column_dimensions[chr(ord("A") + column - 1)].width = WIDTHS[name]
    tab.column_dimensions["A"].hidden = True
    for place, row in enumerate(sheet.rows, start=3):
        write_row(tab, place, row, sheet)
    choices(tab, columns.index(rows.VERDICT_COLUMN), 3, max(len(sheet.rows) + 2, 3))
    tab.freeze_panes, tab.print_title_rows = "A3", "2:2"


def fill_info_tab(tab: Worksheet, sheet: Sheet) -> None:
    """Write the blanks for the reviewer, then the marks by which the sheet is read back."""
    put(tab.cell(1, 1), sheet.heading, points=DRAFT_POINTS, bold=True)
    put(tab.cell(2, 1), sheet.title, bold=True)
    put(tab.cell(3, 1), "Điền bốn ô vàng. Bốn ô trắng bên dưới để máy đọc, xin giữ nguyên.")
    for row in (1, 2, 3):
        tab.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        tab.row_dimensions[row].height = 30
    pairs = [*((name, "", WRITE) for name in rows.BLANKS), *((name, mark, "") for name, mark in sheet.marks.items())]
    for place, (name, value, colour) in enumerate(pairs, start=5):
        framed(put(tab.cell(place, 1), name, bold=True), HEAD)
        framed(put(tab.cell(place, 2), value), colour)
        tab.row_dimensions[place].height = 30
    for letter, width in zip("AB", (30, 60), strict=True):
        tab.column_dimensions[letter].width = width


def blank_workbook(sheet: Sheet) -> tuple[Workbook, Sequence[Worksheet]]:
    """Return a workbook with its properties and its two sheets."""
    book = titled_workbook(f"{sheet.heading} – {sheet.title}")
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 (a new workbook has one sheet)
    first.title = ROWS_TAB
    second = book.create_sheet(INFO_TAB)
    assert isinstance(second, Worksheet)  # noqa: S101 (`create_sheet` makes one)
    return book, (first, second)


def xlsx_bytes(sheet: Sheet) -> bytes:
    """Return the sheet as XLSX; the same sheet gives the same bytes."""
    book, (units, info) = blank_workbook(sheet)
    fill_rows_tab(units, sheet)
    fill_info_tab(info, sheet)
    for tab in (units, info):
        set_up_print(tab)
        allow_only_writing(tab)
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())
