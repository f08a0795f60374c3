"""Whether text can be read from where a format is read.

The floors are capital heights in mm, from the art-direction reference's type scale, whose A3 sheet is read from 3 m:
headline 18 mm for 3 m, that is 6 mm for each metre; slogan and names of signs 6 mm for half the distance and don'ts
and dos 4 mm for a third of it, that is 4 mm for each metre at which they are read. Small print (notices, credits, the
words under a code) is read from as near as one gets: half a metre before paper, half the distance before a screen on
a wall, and twice as large on a telephone, where two fingers enlarge. The large-print edition has 18 pt or more.
Words on the drawn telephone and in art are a picture of the scam: the signs beside it carry their meaning, so they
have no floor here; headings for ears only have none either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from camnang.files.faults import Fault
from camnang.handbook.facts.formats import Format
from camnang.pictures.quality.glyph_boxes import Glyph, Word, text_of, words_of
from camnang.pictures.quality.page_boxes import POINTS_PER_MM
from camnang.pictures.quality.printed_words import Part, places, sayings
from camnang.pictures.quality.subject import Subject

HEADLINE_PER_METRE = 6.0  # mm of capital height
TEXT_PER_METRE = 4.0
SHARES: Mapping[Part, float] = {"act": 1 / 2, "sign": 1 / 2, "line": 1 / 3, "number": 1 / 3}  # of the distance
STEP_UP = 0.5  # m
LARGE_PRINT_CAP = 18 * 0.74 / POINTS_PER_MM  # mm: 18 pt of Be Vietnam Pro
SHOWN = 5
PHONE_WIDTH = 69.0  # mm: a picture fills the width of a 6.5-inch screen of 19.5:9
WALL_SCREEN = 950.0  # mm: the long side of a 43-inch screen
ROUNDING = 0.98
SHORTEN = "bớt chữ ở trang để chữ to ra, hoặc nới khối trong design/"


def millimetres_per_point(form: Format) -> float:
    """Return how long a drawn pt is where it is read: on paper, on a telephone or on a screen on the wall."""
    if form.width.endswith("mm"):
        return 1 / POINTS_PER_MM
    return WALL_SCREEN / max(form.size) if form.use == "man-hinh" else PHONE_WIDTH / form.size[0]


def small_print(form: Format) -> float:
    """Return the least capital height of any text, in mm."""
    nearest = min(form.distance, STEP_UP) if form.width.endswith("mm") else form.distance / 2
    return TEXT_PER_METRE * nearest


def floor(form: Format, part: Part) -> float:
    """Return the least capital height of a part, in mm."""
    least = small_print(form)
    if part == "headline":
        return max(least, HEADLINE_PER_METRE * form.distance)
    return max(least, TEXT_PER_METRE * form.distance * SHARES.get(part, 0))


def shown_caps(glyphs: tuple[Glyph, ...], scale: float) -> float:
    """Return the smallest capital height among glyphs, in mm."""
    return min(glyph.cap for glyph in glyphs) * scale


def part_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each text of the sheet that nowhere stands as large as its part needs."""
    scale = millimetres_per_point(subject.form)
    seen = tuple(glyph for glyph in subject.printed if not glyph.spoken)
    for saying in sayings(subject.content, subject.form.layout):
        heights = [shown_caps(found, scale) for found in places(saying.text, seen)]
        least = floor(subject.form, saying.part)
        if saying.part != "note" and heights and max(heights) < ROUNDING * least:
            found = f"«{saying.text}» cao {max(heights):.2f} mm"
            expected = f"chữ hoa cao ít nhất {least:.2f} mm để đọc từ {subject.form.distance:g} m"
            yield subject.fault(None, rule="chu-qua-nho", found=found, expected=expected, repair=SHORTEN)


def smallest(words: list[Word]) -> dict[int, list[Word]]:
    """Return words by their page, the smallest first."""
    found: dict[int, list[Word]] = defaultdict(list)
    for word in sorted(words, key=lambda word: min(glyph.cap for glyph in word)):
        found[word[0].page].append(word)
    return found


def small_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each page with words below the smallest size of its format."""
    scale, large = millimetres_per_point(subject.form), subject.form.edition == "large"
    least = max(small_print(subject.form), LARGE_PRINT_CAP if large else 0)
    words = words_of(glyph for glyph in subject.printed if not glyph.spoken)
    small = [word for word in words if shown_caps(word, scale) < ROUNDING * least]
    for page, few in smallest(small).items():
        told = ", ".join(text_of(word) for word in few[:SHOWN])
        found = f"{len(few)} chữ nhỏ quá ({told}…), nhỏ nhất cao {shown_caps(few[0], scale):.2f} mm"
        expected = f"chữ hoa cao ít nhất {least:.2f} mm" + (" (bản chữ to: 18 pt)" if large else "")
        yield subject.fault(page, rule="chu-qua-nho", found=found, expected=expected, repair=SHORTEN)


def size_faults(subject: Subject) -> Iterator[Fault]:
    """Yield every fault of type that is too small."""
    yield from part_faults(subject)
    yield from small_faults(subject)
