"""How cells of the reports' workbooks look: the campaign's colours, words that stay words."""

from __future__ import annotations

from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from camnang.handbook.facts import palette
from camnang.handbook.facts.palette import opaque

# The roles of design/theme.typ: indigo ground, gold to lead the eye, cream paper, red for what is wrong.
INDIGO, GOLD, CREAM, RED, GREEN = map(
    opaque, (palette.INDIGO, palette.GOLD, palette.CREAM, palette.RED, palette.GREEN)
)
PALE, GREY, WHITE = "FFE9EDF7", "FFEDEDED", "FFFFFFFF"
WRITE: Final = "FFFFF3C4"  # cells to fill in; still seen in print without colour by their edge
FONT_NAME: Final = "Arial"  # every office computer has it
EDGE: Final = Side(style="thin", color="FF9AA3B8")
FRAME: Final = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
MOST_LETTERS: Final = 30_000  # of a cell; Excel takes 32,767


def real(cell: Cell | MergedCell) -> Cell:
    """Return a cell that can be written to."""
    assert isinstance(cell, Cell)  # noqa: S101 (only the first cell of a merged range is written to)
    return cell


def put_text(cell: Cell | MergedCell, text: str) -> Cell:
    """Write words as words: what looks like a formula stays text, what XML cannot hold goes."""
    target = real(cell)
    said = ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_LETTERS]
    if said:
        target.value = said
        target.data_type = "s"
    return target


def put(cell: Cell | MergedCell, value: str | int | None) -> Cell:
    """Write a number as a number, anything else as words."""
    target = real(cell)
    if isinstance(value, int):
        target.value = value
        return target
    return put_text(target, value or "")


def look(  # noqa: PLR0913  # one name for each thing that a cell may look like
    cell: Cell,
    *,
    points: float = 10.5,
    bold: bool = False,
    ink: str = "FF000000",
    fill: str = "",
    framed: bool = True,
    across: str = "left",
    indent: int = 0,
    locked: bool = True,
) -> Cell:
    """Give a cell its look."""
    cell.font = Font(name=FONT_NAME, size=points, bold=bold, color=ink)
    alignment: dict[str, Any] = {"horizontal": across, "vertical": "center", "wrap_text": True, "indent": indent}
    cell.alignment = Alignment(**alignment)
    if framed:
        cell.border = FRAME
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)
    cell.protection = Protection(locked=locked)
    return cell
