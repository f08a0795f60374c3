"""The contrast of every word with what lies behind it, as it is seen (WCAG 2.2, 1.4.3 and 1.4.6's definitions).

Colours of the theme say nothing of a word that slips onto another ground, so pixels are measured: each page is drawn
twice, with and without its text. Where both differ there is ink; the pixel that differs most has the text's colour,
and the page without text shows what lies behind each pixel of ink. That holds for every colour space and for grounds
with a pattern, and smoothed edges of letters do not disturb it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PIL import Image

from camnang.faults import Fault
from camnang.quality.glyph_boxes import Box, Word, text_of
from camnang.quality.rendering import rendered, textless
from camnang.quality.subject import Subject
from camnang.quality.type_sizes import millimetres_per_point

Colour = tuple[int, int, int]
Pair = tuple[Colour, Colour]  # a pixel with the text, and without
Pairs = Counter[Pair]

LEAST, LEAST_LARGE = 4.5, 3.0
# WCAG's large text is 18 pt before a reader at half a metre: 4.7 mm of capital height, 9.4 mm for each metre.
LARGE_PER_METRE = 9.4
HIDDEN = 0.15  # of the word's greatest difference; a fine dot that is smoothed away still reaches a third
INK = 0.5  # of the greatest difference: the core of a letter, not its edge
WORST = 0.05  # of the ink may lie on a worse ground: a letter's edge touches a line
ROUNDING = 0.05
REPAIR = "đổi màu chữ hoặc màu nền trong design/theme.typ"


@cache
def linear(value: int) -> float:
    """Return a channel's light, from 0 to 1 (IEC 61966-2-1)."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: Colour) -> float:
    """Return a colour's relative luminance."""
    red, green, blue = colour
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def difference(one: Colour, other: Colour) -> int:
    """Return how far two colours are apart."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def pixels(picture: Image.Image, box: tuple[int, int, int, int]) -> Iterator[Colour]:
    """Yield the pixels of a part of a picture, row by row."""
    channels = iter(picture.crop(box).tobytes())
    yield from zip(channels, channels, channels, strict=True)


def pixel_box(
    box: Box, scale: float, origin: tuple[float, float], size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return where a box of the page lies in its picture, whose rows count from the top."""
    width, height = size
    left, right = (int((x - origin[0]) * scale) for x in (box.left, box.right))
    bottom, top = (int(height - (y - origin[1]) * scale) for y in (box.bottom, box.top))
    return max(0, left), max(0, top), min(width, right + 1), min(height, bottom + 1)


def strongest(pairs: Pairs) -> Pair:
    """Return the pixel that the text changes most."""
    return max(pairs, key=lambda pair: difference(*pair))


def glyph_contrast(pairs: Pairs, ink: Colour, most: int) -> float:
    """Return the contrast of a word's colour with the worst of a glyph's ground.

    `most` is the word's greatest difference; a glyph that hardly differs from its ground is told by its own pixels.
    """
    if difference(*strongest(pairs)) < HIDDEN * most:
        return contrast(*strongest(pairs))
    inked = (pair for pair in pairs if difference(*pair) >= INK * most)
    grounds = sorted((contrast(ink, behind), pairs[seen, behind]) for seen, behind in inked)
    allowed = WORST * sum(count for _, count in grounds)
    for value, count in grounds:
        allowed -= count
        if allowed < 0:
            return value
    return contrast(*strongest(pairs))


def word_contrast(glyphs: list[Pairs]) -> float:
    """Return the contrast of the glyph that is hardest to see; each comes as its pixels with text and without."""
    ink, behind = strongest(sum(glyphs, Pairs()))
    most = difference(ink, behind)
    return min(glyph_contrast(pairs, ink, most) for pairs in glyphs) if most else 1.0


def is_large(word: Word, subject: Subject) -> bool:
    """Tell whether a word is large text to one who reads it from the format's distance."""
    height = min(glyph.cap for glyph in word) * millimetres_per_point(subject.form)
    return height >= LARGE_PER_METRE * subject.form.distance


def page_contrasts(
    words: list[Word], with_text: Image.Image, without: Image.Image, scale: float, origin: tuple[float, float]
) -> Iterator[tuple[Word, float]]:
    """Yield each word of a page with its contrast; words outside of the page are told elsewhere."""
    for word in words:
        boxes = [pixel_box(glyph.box, scale, origin, with_text.size) for glyph in word]
        glyphs = [
            Pairs(zip(pixels(with_text, box), pixels(without, box), strict=True))
            for box in boxes
            if box[0] < box[2] and box[1] < box[3]
        ]
        if glyphs:
            yield word, word_contrast(glyphs)


def contrasts(subject: Subject) -> Iterator[tuple[Word, float]]:
    """Yield every word that is to be seen with its contrast."""
    pairs = zip(rendered(subject.pdf), rendered(textless(subject.pdf)), strict=True)
    for number, ((seen, scale), (bare, _)) in enumerate(pairs):
        words = [word for word in subject.words if word[0].page == number and not word[0].spoken]
        page = subject.opened.pages[number]
        origin = float(page.cropbox[0]), float(page.cropbox[1])
        yield from page_contrasts(words, seen, bare, scale, origin)


def contrast_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each word that stands out too little."""
    for word, found in contrasts(subject):
        least = LEAST_LARGE if is_large(word, subject) else LEAST
        if found < least - ROUNDING:
            told = f"chữ «{text_of(word)}» tương phản {found:.1f} với nền"
            yield subject.fault(word[0].page, told, f"ít nhất {least:g}", REPAIR)
