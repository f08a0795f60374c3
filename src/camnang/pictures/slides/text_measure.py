"""How large a text may be set in a box, for slides that are written, not drawn: measured with the campaign's font.

The other computer may lack the font and put a wider one in its place, so a part of every line is kept free.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from camnang.pictures.drawing.engine import FitError
from camnang.pictures.drawing.glyphs import FONT_FOLDER

FONT = "BeVietnamPro-ExtraBold.ttf"
MEASURED_AT = 200  # px: large enough that rounding does not matter
SPARE = 0.86
PITCH = 1.27  # the font's own distance of two lines, in sizes (hhea: ascender 1000, descender -265 of 1000)
STEP = 0.5  # pt


class Fitted(NamedTuple):
    """A text with the width and height of its box, in pt."""

    text: str
    width: float
    height: float


@cache
def font(design: Path) -> ImageFont.FreeTypeFont:
    """Return the font that texts are measured with."""
    return ImageFont.truetype(str(design / FONT_FOLDER / FONT), MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@cache
def width_of(text: str, design: Path) -> float:
    """Return a text's width in sizes."""
    return font(design).getlength(text) / MEASURED_AT


def line_count(text: str, width: float, design: Path) -> int:
    """Return how many lines a text takes in `width` sizes, words kept whole."""
    lines, used, blank = 1, 0.0, width_of(" ", design)
    for word in text.split():
        needed = width_of(word, design)
        if used and used + blank + needed > width:
            lines, used = lines + 1, needed
        else:
            used += needed + (blank if used else 0.0)
    return lines


def fits(box: Fitted, size: float, design: Path) -> bool:
    """Tell whether a text stands in its box at `size` pt."""
    room = box.width * SPARE / size
    if max((width_of(word, design) for word in box.text.split()), default=0.0) > room:
        return False
    return line_count(box.text, room, design) * PITCH * size <= box.height


def too_long(block: str, box: Fitted, size: float, design: Path) -> FitError:
    """Say by how many characters a text is too long at the smallest size."""
    kept = len(box.text)
    while kept and not fits(box._replace(text=box.text[:kept]), size, design):
        kept -= 1
    return FitError(block, box.text, len(box.text) - kept)


def fitting_size(block: str, boxes: Sequence[Fitted], largest: float, least: float, design: Path) -> float:
    """Return the largest size in pt at which all brothers fit; raise `FitError` when even `least` is too large."""
    steps = int((largest - least) / STEP)
    for size in (largest - step * STEP for step in range(steps + 1)):
        if all(fits(box, size, design) for box in boxes):
            return size
    wrong = [box for box in boxes if not fits(box, least, design)]
    if wrong:
        raise too_long(block, wrong[0], least, design)
    return least
