"""Cells of a Word or Excel file, with the place that an editor finds them at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from camnang.files.faults import Fault
from camnang.files.letters import cleaned

if TYPE_CHECKING:
    from camnang.files.rules import RuleId


@dataclass(frozen=True)
class Cell:
    """A cell's text as a person meant it; `place` is «Phiếu!E12» or «dòng 12», `formula` tells that it counts."""

    text: str
    place: str
    formula: bool = False

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
