"""The sheets of a safe Excel file as cells and joined ranges; nothing of it is computed or followed."""

from __future__ import annotations

import re
import warnings
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

# The form has 40 rows and 7 columns; a sheet whose last cell was coloured may claim a million.
MOST_ROWS, MOST_COLUMNS = 200, 30
MOST_SPANS: Final = 300
MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z0-9:]+)\"")
FORMULA_TYPES: Final = frozenset({"f", "e"})  # formulas, and the errors that they leave


@dataclass(frozen=True)
class GridCell:
    """A cell's value as the file has it; `formula` tells that it counts or is an error."""

    value: object
    row: int
    column: int
    formula: bool = False

    @property
    def place(self) -> str:
        """The cell's name: «D12»."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True)
class Span:
    """A joined range, counted from 1, both ends included."""

    name: str
    first_column: int
    first_row: int
    last_column: int
    last_row: int

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is in the range."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True)
class SheetGrid:
    """A sheet: its cells by row and column, its joined ranges, whether it is hidden."""

    title: str
    hidden: bool
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()

    def at(self, row: int, column: int) -> GridCell:
        """Return a cell; an empty one where nothing is written."""
        return self.cells.get((row, column), GridCell(None, row, column))


def plain(value: Any) -> object:  # noqa: ANN401  # openpyxl's values have no common class
    """Return a formula as its text, anything else as it is."""
    if isinstance(value, ArrayFormula):
        return value.text or "="
    return "=TABLE()" if isinstance(value, DataTableFormula) else value


def cells_of(tab: Any) -> dict[tuple[int, int], GridCell]:  # noqa: ANN401
    """Return the cells of a sheet that hold something."""
    found = {}
    for row in tab.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS):
        for cell in row:
            if cell.value is not None:
                made = GridCell(plain(cell.value), cell.row, cell.column, cell.data_type in FORMULA_TYPES)
                found[made.row, made.column] = made
    return found


def spans_of(part: bytes) -> tuple[Span, ...]:
    """Return the joined ranges of a sheet's XML; openpyxl would make a cell for each place in them.

    Raises `ValueError` when there are more than a form could have.
    """
    names = [name.decode() for name in MERGED.findall(part)]
    if len(names) > MOST_SPANS:
        raise ValueError(f"{len(names)} joined ranges")
    bounds = [range_boundaries(name) for name in names]
    return tuple(Span(name, *(edge or 1 for edge in edges)) for name, edges in zip(names, bounds, strict=True))


def grid_of(tab: Any, archive: zipfile.ZipFile) -> SheetGrid:  # noqa: ANN401  # the stubs lack what is used
    """Return one sheet."""
    part = archive.read(tab._worksheet_path)
    tab.reset_dimensions()  # what a file says of its own size is not trusted
    return SheetGrid(tab.title, tab.sheet_state != "visible", cells_of(tab), spans_of(part))


def sheet_grids(package: bytes, wanted: str) -> tuple[SheetGrid, ...]:
    """Return every sheet, with the cells of the one called `wanted`; raises what openpyxl does for broken XML."""
    with warnings.catch_warnings(), zipfile.ZipFile(BytesIO(package)) as archive:
        warnings.simplefilter("ignore")  # openpyxl warns of decorations that it does not keep; none is needed
        book = openpyxl.load_workbook(BytesIO(package), read_only=True, keep_links=False)
        grids = []
        for tab in book.worksheets:
            whole = tab.title == wanted
            grids.append(grid_of(tab, archive) if whole else SheetGrid(tab.title, tab.sheet_state != "visible"))
        book.close()
    return tuple(grids)
