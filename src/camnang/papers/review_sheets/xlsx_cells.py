"""The tabs of an Excel file as cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from camnang.papers.office.oddities import Odd, OddKind
from camnang.papers.office.package import Package
from camnang.papers.office.workbook import GridCell, Laid, Reach, SheetGrid, sheet_grids
from camnang.papers.review_sheets.cells import Cell, Grid, Opened, cell
from camnang.papers.review_sheets.docx_cells import JOINED

# A tab whose empty cells were coloured may claim a million rows; no sheet has so many.
REACH: Final = Reach(rows=5000, columns=50)


def text_of(value: object) -> str:
    """Return a value as a person typed it; dates in ISO form, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def made(tab: SheetGrid, found: GridCell) -> Cell:
    """Return one cell; a formula is kept as such, its last value is never trusted."""
    odds = (Odd(OddKind.STRUCK, found.struck),) if found.struck else ()
    plain = cell(text_of(found.value), f"{tab.title}!{found.place}", found.formula)
    return replace(plain, odds=odds, first=found.column, torn=torn(tab, found))


def torn(tab: SheetGrid, found: GridCell) -> str:
    """Return how a cell was joined with others."""
    return JOINED if any(span.holds(found.row, found.column) for span in tab.spans) else ""


def rows_of(tab: SheetGrid) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a tab down to the last that holds something."""
    last, widest = (max((place[side] for place in tab.cells), default=0) for side in (0, 1))
    for row in range(1, last + 1):
        yield tuple(made(tab, tab.at(row, column)) for column in range(1, widest + 1))


def laid(tab: SheetGrid, found: Laid) -> Cell:
    """Return what lies on a tab as an aside."""
    kind = OddKind.COMMENT if found.what == "ghi chú" else OddKind.PICTURE
    return Cell("", f"{tab.title}!{found.place}".rstrip("!"), odds=(Odd(kind, found.text),))


def asides_of(tab: SheetGrid) -> Iterator[Cell]:
    """Yield what lies on a tab and what stands too far out."""
    for each in tab.laid:
        yield laid(tab, each)
    for far in tab.beyond[:1]:
        yield made(tab, far)


def xlsx_sheet(package: Package) -> Opened:
    """Return every tab of an XLSX; raises whatever a broken part makes the reader stumble over."""
    tabs = sheet_grids(package, REACH)
    grids: tuple[Grid, ...] = tuple(tuple(rows_of(tab)) for tab in tabs)
    return Opened(grids, tuple(each for tab in tabs for each in asides_of(tab)))
