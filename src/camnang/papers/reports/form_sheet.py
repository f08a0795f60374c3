"""A returned form's sheet found again: columns by their heads, rows by their codes, wherever they moved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from camnang.handbook.facts.reporting import Reporting
from camnang.papers.office.workbook import GridCell, SheetGrid, Span
from camnang.papers.reports.layout import ANSWER, CODE, FormRow, form_rows, heads
from camnang.papers.reports.units import spelled


@dataclass(frozen=True)
class FormSheet:
    """The form in a returned file.

    `columns` by head; `rows` by code, the first where two are; `codes` every code with its row, from above; `form`
    the rows that the form should have, groups too.
    """

    grid: SheetGrid
    columns: dict[str, int]
    codes: tuple[tuple[str, int], ...]
    form: tuple[FormRow, ...]

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each code that is there."""
        return dict(reversed(self.codes))

    @cached_property
    def answer_rows(self) -> dict[int, FormRow]:
        """The form's row at each row of the sheet that has a code."""
        return {self.rows[row.code]: row for row in self.form if row.code in self.rows}

    def cell(self, code: str, head: str) -> GridCell:
        """Return the cell in the row of `code` under `head`."""
        return self.grid.at(self.rows[code], self.columns[head])

    def answer_heads(self, row: FormRow) -> tuple[str, ...]:
        """Return the heads under which a row is filled in."""
        return tuple(self.columns)[3:] if row.divided else (ANSWER,)

    def touched(self, span: Span) -> tuple[FormRow, ...]:
        """Return the rows of which a joined range covers a cell."""
        if not any(span.first_column <= column <= span.last_column for column in self.columns.values()):
            return ()
        return tuple(row for place, row in self.answer_rows.items() if span.first_row <= place <= span.last_row)

    def is_own(self, span: Span, touched: tuple[FormRow, ...]) -> bool:
        """Tell whether a joined range is one of the form's: a wide answer over all columns of numbers."""
        whole = (span.first_column, span.last_column) == (self.columns[ANSWER], max(self.columns.values()))
        return len(touched) == 1 and touched[0].wide and span.first_row == span.last_row and whole

    @cached_property
    def wrong_spans(self) -> dict[Span, tuple[FormRow, ...]]:
        """The joined ranges that cover cells of the form and are not its own, with their rows."""
        touched = {span: self.touched(span) for span in self.grid.spans}
        return {span: rows for span, rows in touched.items() if rows and not self.is_own(span, rows)}


def texts(grid: SheetGrid) -> dict[tuple[int, int], str]:
    """Return what is written in each cell, as one line."""
    return {place: spelled(str(cell.value)) for place, cell in grid.cells.items()}


def found_columns(grid: SheetGrid, reporting: Reporting) -> dict[str, int]:
    """Return the column of each head, from the first row that has «Mã» and «Tổng số»; none without such a row."""
    wanted, written = heads(reporting), texts(grid)
    for row in sorted({row for (row, _), text in written.items() if text == CODE}):
        named = {text: column for (place, column), text in sorted(written.items(), reverse=True) if place == row}
        if ANSWER in named:
            return {head: named[head] for head in wanted if head in named}
    return {}


def form_sheet(grid: SheetGrid, reporting: Reporting) -> FormSheet | None:
    """Return the form, None when a column of it is missing."""
    columns, form = found_columns(grid, reporting), form_rows(reporting)
    if len(columns) != len(heads(reporting)):
        return None
    known = {row.code for row in form if row.code}
    found = ((text, row) for (row, place), text in texts(grid).items() if place == columns[CODE])
    codes = sorted(((text, row) for text, row in found if text in known), key=lambda pair: pair[1])
    return FormSheet(grid, columns, tuple(codes), form)
