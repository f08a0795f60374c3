"""A filled-in sheet found again in the cells of a file: columns and blanks by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from camnang.files.faults import Fault, FaultsError
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.cells import Cell, Grid, Opened
from camnang.papers.review_sheets.docx_cells import JOINED

NEEDED_COLUMNS: Final = (rows.DRAFT_COLUMN, rows.CORRECTION_COLUMN, rows.VERDICT_COLUMN)
ID_COLUMNS: Final = (rows.ID_COLUMN, rows.NUMBER_COLUMN)
NEEDED_INFO: Final = (*rows.BLANKS, rows.PAGE, rows.LANGUAGE, rows.SOURCE_PIN, rows.DRAFT_PIN)
# In Word the id stands hidden behind the row's number.
NUMBERED_ID: Final = re.compile(r"(\d*)\s*(.*)")


@dataclass(frozen=True)
class FilledRow:
    """One unit with what the reviewer wrote; `number` is the one printed before it, '' where it is lost."""

    id: Cell
    draft: Cell
    correction: Cell
    verdict: Cell
    number: str = ""

    @property
    def read(self) -> tuple[Cell, ...]:
        """The cells whose words are taken or compared."""
        return self.draft, self.correction, self.verdict


@dataclass(frozen=True)
class FilledSheet:
    """A whole sheet; `info` by the names before the blanks and marks, `file` is the file's name.

    `unread` are the cells of which nothing is taken, `asides` what stands or lies outside all cells.
    """

    file: str
    info: Mapping[str, Cell]
    rows: tuple[FilledRow, ...]
    cells: tuple[Cell, ...]
    unread: tuple[Cell, ...] = ()
    asides: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Column:
    """Where a column stands on the table's grid: its first place, and the first after it."""

    first: int
    end: int

    def cells(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the cells of a row that begin in the column."""
        return tuple(each for each in row if self.first <= each.first < self.end)

    def cell(self, row: tuple[Cell, ...]) -> Cell:
        """Return the cell of a row, with how it was joined or split; an empty one where the row is cut short."""
        found = self.cells(row)
        if not found:
            covered = any(each.first < self.first < each.end for each in row)
            return Cell("", row[0].place, torn=JOINED if covered else "")
        first, *others = found
        if more := " ".join(each.text for each in others if each.text):
            return replace(first, torn=f"ô bị tách đôi, có thêm «{more[:40]}»")
        return replace(first, torn=JOINED) if first.end > self.end else first


def key(text: str) -> str:
    """Return a name as it is compared: without case and spaces."""
    return "".join(text.split()).casefold()


def columns_of(row: tuple[Cell, ...]) -> dict[str, Column]:
    """Return the place of each known column, the first where a name stands twice."""
    names = [key(cell.text) for cell in row]
    found = {name: names.index(key(name)) for name in (*ID_COLUMNS, *NEEDED_COLUMNS) if key(name) in names}
    return {name: Column(row[at].first, row[at].end) for name, at in found.items()}


def missing_columns(columns: Mapping[str, Column]) -> tuple[str, ...]:
    """Return the needed columns that a row of names lacks."""
    lacking = [name for name in NEEDED_COLUMNS if name not in columns]
    if not any(name in columns for name in ID_COLUMNS):
        lacking.insert(0, rows.NUMBER_COLUMN)
    return tuple(lacking)


def filled_row(row: tuple[Cell, ...], columns: Mapping[str, Column]) -> FilledRow:
    """Return a row's cells by column; a row cut short has empty ones."""
    place = row[0].place
    cells = {name: column.cell(row) for name, column in columns.items()}
    numbered = cells.get(rows.ID_COLUMN) or cells[rows.NUMBER_COLUMN]
    match = NUMBERED_ID.fullmatch(numbered.text)
    number, name = match.groups() if match else ("", numbered.text)
    if number and "!" not in place:
        cells = {column: cell.at(f"dòng {number}") for column, cell in cells.items()}
    draft, correction, verdict = (cells[column] for column in NEEDED_COLUMNS)
    named = Cell(name, draft.place, odds=numbered.odds)
    return FilledRow(named, draft, correction, verdict, number)


def rows_below(grid: Grid, at: int, columns: Mapping[str, Column]) -> Iterator[FilledRow]:
    """Yield the rows under the names of the columns; empty rows are none."""
    for row in grid[at + 1 :]:
        if any(cell.text for cell in row):
            yield filled_row(row, columns)


def tables(grids: tuple[Grid, ...]) -> Iterator[tuple[Grid, int, dict[str, Column]]]:
    """Yield each row that may hold the names of the columns: its grid, its place, the columns it names."""
    for grid in grids:
        for at, row in enumerate(grid):
            columns = columns_of(row)
            if len(columns) >= 2:
                yield grid, at, columns
                break


def find_rows(file: str, grids: tuple[Grid, ...]) -> tuple[FilledRow, ...]:
    """Return the rows of all tables with every needed column; raise `FaultsError` when a column is missing."""
    found, faults = [], []
    for grid, at, columns in tables(grids):
        lacking = missing_columns(columns)
        if lacking:
            faults.append(column_fault(file, lacking, grid[at][0].place))
        else:
            found += list(rows_below(grid, at, columns))
    if faults or not found:
        raise FaultsError(faults or [column_fault(file, missing_columns({}), "")])
    return tuple(found)


def column_fault(file: str, lacking: tuple[str, ...], place: str) -> Fault:
    """Say which columns a sheet lacks."""
    named = ", ".join(f"«{name}»" for name in lacking)
    expected = ", ".join(f"«{name}»" for name in rows.PRINTED_COLUMNS)
    return Fault(
        path=f"{file} {place}".strip(),
        rule="phieu-thieu-o",
        found=f"thiếu cột {named}",
        expected=expected,
        repair="viết lại tên cột ở dòng đầu bảng",
    )


def pairs(grids: tuple[Grid, ...]) -> Iterator[tuple[str, Cell]]:
    """Yield each known name with the cell after it."""
    names = {key(name): name for name in NEEDED_INFO}
    listed = [grid for grid, _, _ in tables(grids)]
    for grid in (grid for grid in grids if grid not in listed):
        for row in grid:
            for label, value in pairwise(row):
                if name := names.get(key(label.text)):
                    yield name, value


def find_info(file: str, grids: tuple[Grid, ...]) -> dict[str, Cell]:
    """Return the blanks and marks by name, the first where one stands twice; raise `FaultsError`."""
    found: dict[str, Cell] = {}
    for name, value in pairs(grids):
        found.setdefault(name, value.at(value.place if "!" in value.place else f"ô «{name}»"))
    lacking = [name for name in NEEDED_INFO if name not in found]
    if lacking:
        named = ", ".join(f"«{name}»" for name in lacking)
        fault = Fault(
            path=file,
            rule="phieu-thieu-o",
            found=f"thiếu ô {named}",
            expected="đủ các ô như khi in",
            repair="chép lại ô từ phiếu gốc",
        )
        raise FaultsError([fault])
    return found


def taken(grids: tuple[Grid, ...]) -> frozenset[Cell]:
    """Return the cells that are read: those of the needed columns, the numbers, the blanks and marks."""
    found = {value for _, value in pairs(grids)}
    for grid, at, columns in tables(grids):
        for row in grid[at + 1 :]:
            found.update(each for column in columns.values() for each in column.cells(row))
    return frozenset(found)


def filled_sheet(file: str, opened: Opened) -> FilledSheet:
    """Find the sheet in the cells of a file; raise `FaultsError` when columns or blanks are missing."""
    found, info, read = find_rows(file, opened.grids), find_info(file, opened.grids), taken(opened.grids)
    left = tuple(cell for cell in opened.cells if (cell.text or cell.odds) and cell not in read)
    return FilledSheet(file, info, found, opened.cells, left, opened.asides)
