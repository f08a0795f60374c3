"""Rules for what pages that are no kits quote to be read aloud: sections «loa-15», «loa-30», «loa-60»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.pages.blocks import within, words_of
from camnang.handbook.pages.model import Handbook, Kind, Page, Section
from camnang.handbook.pages.readability import word_count
from camnang.handbook.spoken.lengths import LENGTHS

# A quarter of a minute has no recording, so `LENGTHS` does not know it: 15 s at 2.6 syllables a second.
SYLLABLES: Final[Mapping[str, tuple[int, int]]] = {
    "loa-15": (38, 40),
    **{name: (length.aim_least, length.aim_most) for name, length in LENGTHS.items()},
}
DIGIT = re.compile(r"\d")


def quoted(section: Section) -> Iterator[str]:
    """Yield what a section quotes, as it is said."""
    return map(words_of, within(section.blocks, frozenset({"quote"})))


def spoken_faults(page: Page, section: Section) -> Iterator[Fault]:
    """An announcement fits its time and has no digits."""
    least, most = SYLLABLES[section.id]
    for text in quoted(section):
        if not least <= word_count(text) <= most:
            found = f"bài loa «{text[:40]}…» có {word_count(text)} tiếng"
            yield Fault(
                path=page.file,
                line=section.line,
                rule="bai-sai-do-dai",
                found=found,
                expected=f"{least} đến {most} tiếng",
                repair="thêm hoặc bớt chữ",
            )
        if digit := DIGIT.search(text):
            found = f"chữ số «{digit[0]}» trong bài loa «{text[:40]}…»"
            yield Fault(
                path=page.file,
                line=section.line,
                rule="loa-co-chu-so",
                found=found,
                expected="số viết bằng chữ",
                repair="113: «một một ba»",
            )


def announcement_faults(handbook: Handbook) -> Iterator[Fault]:
    """Yield the faults of all announcements; kits have rules of their own."""
    for page in handbook.originals:
        for section in page.sections.values() if page.kind is not Kind.KIT else ():
            if section.id in SYLLABLES:
                yield from spoken_faults(page, section)
