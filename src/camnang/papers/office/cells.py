"""Cells of a workbook that people write in: words stay words, edges and grounds, how a tab is printed."""

from __future__ import annotations

from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FONT_NAME, TEXT_POINTS = "Arial", 14
HEAD, WRITE = "FFE4E4E4", "FFFFF8DC"
EDGE: Final = Side(style="thin", color="FF808080")
INDENT = 1  # keeps words off the edges; one step is about as wide as a letter
# Of Arial's letters with the spaces that wrapping loses, by point size.
LETTER_POINTS, BOLD_LETTER_POINTS = 0.47, 0.58
WIDTH_POINTS = 5.25  # of a column, by character of width
# A cell that begins so is taken for a formula; a spreadsheet must show it as words (OWASP, CSV injection).
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> object:
    """Return a value that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_MARKS) else value


def put(cell: Cell | MergedCell, text: str, *, points: int = TEXT_POINTS, bold: bool = False) -> Cell:
    """Write words as words: what looks like a formula, a number or a date stays text."""
    assert isinstance(cell, Cell)  # noqa: S101 (a merged cell is never written to)
    if text:
        cell.value = text
        cell.data_type = "s"
    cell.number_format = "@"
    cell.font = Font(name=FONT_NAME, size=points, bold=bold)
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=INDENT)
    return cell


def framed(cell: Cell, colour: str = "") -> Cell:
    """Draw a cell's edges and fill it."""
    cell.border = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
    if colour:
        cell.fill = PatternFill("solid", fgColor=colour)
    cell.protection = Protection(locked=colour != WRITE)
    return cell


def set_up_print(tab: Worksheet) -> None:
    """Print on A4 landscape, as wide as the paper."""
    tab.page_setup.orientation, tab.page_setup.paperSize = "landscape", 9  # 9 is A4 (ECMA-376, ST_PaperSize)
    tab.page_setup.fitToWidth, tab.page_setup.fitToHeight = 1, 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    tab.page_margins.left = tab.page_margins.right = 0.4  # inches, as the next line
    tab.page_margins.top, tab.page_margins.bottom = 0.5, 0.7
    tab.HeaderFooter.oddFooter = HeaderFooterItem(right=_HeaderFooterPart("Tờ &P / &N"))
