"""What is held against what: an opened PDF beside the format and the words that it should show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from camnang.files.faults import Fault
from camnang.handbook.facts.formats import Format
from camnang.pictures.quality.glyph_boxes import Glyph, Word, glyphs_of, words_of
from camnang.pictures.quality.structure import Element, elements_of, picture_marks
from camnang.pictures.sheets.values import Sheet

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

REPAIR = "xem lại kiểu trong design/, rồi vẽ lại: python3 run.py ve"


@dataclass(frozen=True)
class Subject:
    """A drawn sheet: `path` as it is told to people, `pdf` its bytes, `is_twin` when they only stand for a PNG."""

    path: str
    form: Format
    content: Sheet
    pdf: bytes
    is_twin: bool = False

    @cached_property
    def opened(self) -> pikepdf.Pdf:
        """The PDF, parsed once."""
        return pikepdf.open(BytesIO(self.pdf))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The structure tree in reading order."""
        return elements_of(self.opened)

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Every glyph."""
        return glyphs_of(self.pdf)

    @cached_property
    def printed(self) -> tuple[Glyph, ...]:
        """Glyphs that a reader must be able to read: neither art nor part of a picture."""
        pictures = picture_marks(self.elements)
        return tuple(
            glyph for glyph in self.glyphs if not glyph.artifact and (glyph.page, glyph.mark) not in pictures
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words except art, those of pictures too."""
        return tuple(words_of(glyph for glyph in self.glyphs if not glyph.artifact))

    def fault(self, page: int | None, *, rule: RuleId, found: str, expected: str, repair: str = REPAIR) -> Fault:
        """Return a fault of this file; `page` counts from 0, None for the file as a whole."""
        where = "" if page is None or len(self.opened.pages) == 1 else f"trang {page + 1}: "
        return Fault(path=self.path, rule=rule, found=f"{where}{found}", expected=expected, repair=repair)
