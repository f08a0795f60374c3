"""Cells of a Word or Excel file, with the place that an editor finds them at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from camnang.files.faults import Fault
from camnang.files.letters import cleaned
from camnang.papers.office.oddities import Odd

if TYPE_CHECKING:
    from camnang.files.rules import RuleId


@dataclass(frozen=True)
class Cell:
    """A cell's text as a person meant it; `place` is «Phiếu!E12» or «dòng 12», `formula` tells that it counts.

    `odds` are what is in it beside plain words; `first` and `width` are its columns on the table's grid; `torn` tells
    how it was joined with others or split.
    """

    text: str
    place: str
    formula: bool = False
    odds: tuple[Odd, ...] = ()
    first: int = 0
    width: int = 1
    torn: str = ""

    @property
    def end(self) -> int:
        """The first column of the grid after the cell."""
        return self.first + self.width

    def fault(self, file: str, *, rule: RuleId, found: str, expected: str, repair: str) -> Fault:
        """Return a fault at this cell of `file`."""
        return Fault(path=f"{file} {self.place}", rule=rule, found=found, expected=expected, repair=repair)

    def at(self, place: str) -> Cell:
        """Return the same cell, to be found at another place."""
        return replace(self, place=place)


def cell(text: str, place: str, formula: bool = False) -> Cell:
    """Return a cell with its text cleaned."""
    return Cell(cleaned(text), place, formula or text.lstrip().startswith("="))


# A table or a tab, row by row; rows may differ in length.
Grid = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Opened:
    """A file's tables or tabs, and what stands or lies outside their cells."""

    grids: tuple[Grid, ...]
    asides: tuple[Cell, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of every table."""
        return tuple(each for grid in self.grids for row in grid for each in row)
