"""Every glyph of a PDF with its place, its height and its mark, in the order of reading (pdfminer.six)."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTPage
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral

Matrix = tuple[float, float, float, float, float, float]

USUAL_CAP = 0.7  # of the size, for a font that does not tell
WORD_GAP = 0.22  # of the size; the narrowest blank of Be Vietnam Pro is 0.23
SPOKEN_SIZE = 1.01  # pt; headings for ears only are set at 1 pt in the colour of their ground (slogan.typ)


class Box(NamedTuple):
    """Edges in pt from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Glyph:
    """One glyph: `box` from its base line to the height of capitals, `size` and `cap` in pt, `page` from 0.

    `mark` is its number in the structure tree (MCID), None outside of it; `start` is where its base line begins.
    """

    text: str
    box: Box
    size: float
    cap: float
    page: int
    mark: int | None
    artifact: bool
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def spoken(self) -> bool:
        """Tell whether it is there for ears only."""
        return self.size <= SPOKEN_SIZE


Word = tuple[Glyph, ...]


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return a point of text space on the page."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box_of(corners: Iterable[tuple[float, float]]) -> Box:
    """Return the upright box round points."""
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def letter(font: PDFFont, cid: int) -> str:
    """Return what a glyph stands for, U+FFFD when the file does not tell."""
    try:
        return str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return "�"


class GlyphDevice(PDFLayoutAnalyzer):
    """Collects the glyphs that pdfminer shows, with the marked content they stand in."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.glyphs: list[Glyph] = []
        self.page = -1
        self.marks: list[tuple[str, Mapping[str, Any]]] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Count pages; marks never reach over a page's end."""
        self.page += 1
        self.marks = []
        super().begin_page(page, ctm)

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:  # noqa: ANN401 (pdfminer's own)
        """Enter marked content."""
        self.marks.append((str(tag.name), props if isinstance(props, dict) else {}))

    def end_tag(self) -> None:
        """Leave marked content."""
        self.marks.pop()

    def render_char(self, matrix: Matrix, font: PDFFont, fontsize: float, *rest: Any) -> float:  # noqa: ANN401
        """Keep one glyph; return how far the pen moves, as pdfminer expects."""
        cid = rest[2]
        width = font.char_width(cid) * fontsize
        share = float(font.descriptor.get("CapHeight") or 0) / 1000 or USUAL_CAP
        high = share * fontsize
        corners = [placed(matrix, x, y) for x in (0, width) for y in (0, high)]
        scale = math.hypot(matrix[2], matrix[3])
        numbers = [props["MCID"] for _, props in self.marks if "MCID" in props]
        self.glyphs.append(
            Glyph(
                text=letter(font, cid),
                box=box_of(corners),
                size=fontsize * scale,
                cap=high * scale,
                page=self.page,
                mark=numbers[-1] if numbers else None,
                artifact=any(name == "Artifact" for name, _ in self.marks),
                start=placed(matrix, 0, 0),
                end=placed(matrix, width, 0),
            )
        )
        return super().render_char(matrix, font, fontsize, *rest)

    def receive_layout(self, ltpage: LTPage) -> None:
        """Nothing: the glyphs are kept as they come."""


def glyphs_of(pdf: bytes) -> tuple[Glyph, ...]:
    """Return all glyphs of a PDF, page by page."""
    resources = PDFResourceManager()
    device = GlyphDevice(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
    return tuple(device.glyphs)


def parted(one: Glyph, other: Glyph) -> bool:
    """Tell whether a new word begins between two glyphs: on another line, page or after a gap."""
    gap = math.dist(one.end, other.start)
    return one.page != other.page or gap > WORD_GAP * max(one.size, other.size)


def words_of(glyphs: Iterable[Glyph]) -> Iterator[Word]:
    """Yield words: glyphs without a blank, a new line or a gap between them."""
    word: list[Glyph] = []
    for glyph in glyphs:
        blank = not glyph.text.strip()
        if word and (blank or parted(word[-1], glyph)):
            yield tuple(word)
            word = []
        if not blank:
            word.append(glyph)
    if word:
        yield tuple(word)


def text_of(word: Word) -> str:
    """Return a word's letters, composed."""
    return unicodedata.normalize("NFC", "".join(glyph.text for glyph in word))
