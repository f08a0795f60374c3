"""The tabs of an Excel file as cells."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import openpyxl
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from camnang.papers.review_sheets.cells import Cell, Grid, cell

# A tab whose empty cells were coloured may claim a million rows; no sheet has so many.
MOST_ROWS: Final = 5000
MOST_COLUMNS: Final = 50
COUNTED: Final = frozenset({"f", "e"})  # formulas, and what is left of them


def text_of(value: object) -> str:
    """Return a value as a person typed it; dates in ISO form, whole numbers without a point."""
    if value is None or isinstance(value, DataTableFormula):
        return ""
    if isinstance(value, ArrayFormula):
        return value.text or ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def cell_of(tab: str, found: Any) -> Cell:  # noqa: ANN401  # openpyxl has four classes of cells
    """Return one cell; a formula is kept as such, its last value is never trusted."""
    return cell(text_of(found.value), f"{tab}!{found.coordinate}", found.data_type in COUNTED)


def cells_of(tab: Worksheet) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a tab."""
    last, widest = min(tab.max_row, MOST_ROWS), min(tab.max_column, MOST_COLUMNS)
    for row in tab.iter_rows(max_row=last, max_col=widest):
        yield tuple(cell_of(tab.title, found) for found in row)


def xlsx_grids(data: bytes) -> tuple[Grid, ...]:
    """Return every tab of an XLSX; raises whatever openpyxl raises for a broken file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of decorations that it does not keep; none is needed
        book = openpyxl.load_workbook(BytesIO(data))
    return tuple(tuple(cells_of(tab)) for tab in book.worksheets)
