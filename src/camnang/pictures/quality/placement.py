"""Whether all text stands on the sheet, and none on another text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from camnang.files.faults import Fault
from camnang.pictures.quality.glyph_boxes import Box, Glyph, Word, text_of
from camnang.pictures.quality.page_boxes import trim
from camnang.pictures.quality.subject import Subject

SLACK = 0.5  # pt: a glyph's box is a little wider than its ink
COVERED = 0.3  # of the smaller glyph: kerned neighbours cover less
CELL = 24.0  # pt: glyphs are compared with those of the same square only
SHORTEN = "bớt chữ ở trang, hoặc nới khối trong design/"


def inside(inner: Box, outer: Box) -> bool:
    """Tell whether a box stands within another."""
    return (
        inner.left >= outer.left - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom >= outer.bottom - SLACK
        and inner.top <= outer.top + SLACK
    )


def outside_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each word that is cut off at the sheet's edge."""
    cuts = [trim(page) for page in subject.opened.pages]
    for word in subject.words:
        if not all(inside(glyph.box, cuts[glyph.page]) for glyph in word):
            yield subject.fault(
                word[0].page,
                rule="chu-sai-cho",
                found=f"chữ «{text_of(word)}» ra ngoài mép giấy",
                expected="chữ nằm trọn",
                repair=SHORTEN,
            )


def shared_area(one: Box, other: Box) -> float:
    """Return the area that two boxes share, in pt²."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    return max(0.0, width) * max(0.0, height)


def area(box: Box) -> float:
    """Return a box's area in pt²."""
    return (box.right - box.left) * (box.top - box.bottom)


def covers(one: Glyph, other: Glyph) -> bool:
    """Tell whether one glyph stands on another."""
    return shared_area(one.box, other.box) > COVERED * min(area(one.box), area(other.box))


def cells(box: Box, page: int) -> Iterator[tuple[int, int, int]]:
    """Yield the squares of a page that a box touches."""
    for x in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for y in range(int(box.bottom // CELL), int(box.top // CELL) + 1):
            yield page, x, y


def collisions(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yield pairs of words of which one is printed on the other."""
    seen: dict[tuple[int, int, int], list[tuple[Word, Glyph]]] = defaultdict(list)
    for word in words:
        touched = [(glyph, cell) for glyph in word for cell in cells(glyph.box, glyph.page)]
        others = {id(old): old for glyph, cell in touched for old, there in seen[cell] if covers(glyph, there)}
        yield from ((old, word) for old in others.values())
        for glyph, cell in touched:
            seen[cell].append((word, glyph))


def collision_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each pair of words that cover one another."""
    seen = tuple(word for word in subject.words if not word[0].spoken)
    for one, other in collisions(seen):
        found = f"chữ «{text_of(other)}» đè lên «{text_of(one)}»"
        yield subject.fault(
            other[0].page, rule="chu-sai-cho", found=found, expected="không chữ nào đè lên chữ khác", repair=SHORTEN
        )


def placement_faults(subject: Subject) -> Iterator[Fault]:
    """Yield every fault of where text stands."""
    yield from outside_faults(subject)
    yield from collision_faults(subject)
