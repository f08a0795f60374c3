"""The contrast of every word with what lies behind it, as it is seen (WCAG 2.2, 1.4.3 and 1.4.6's definitions).

Colours of the theme say nothing of a word that slips onto another ground, so pixels are measured: each page is drawn
twice, with and without its text. Where both differ there is ink; the pixel that differs most has the text's colour,
and the page without text shows what lies behind each pixel of ink. That holds for every colour space and for grounds
with a pattern, and smoothed edges of letters do not disturb it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from camnang.files.faults import Fault
from camnang.pictures.quality.glyph_boxes import Box, Word, text_of
from camnang.pictures.quality.rendering import rendered, textless
from camnang.pictures.quality.subject import Subject
from camnang.pictures.quality.type_sizes import millimetres_per_point

Pixels = NDArray[np.integer]  # channels from 0 to 255 in the last axis
Floats = NDArray[np.floating]

LEAST, LEAST_LARGE = 4.5, 3.0
# WCAG's large text is 18 pt before a reader at half a metre: 4.7 mm of capital height, 9.4 mm for each metre.
LARGE_PER_METRE = 9.4
HIDDEN = 0.15  # of the word's greatest difference; a fine dot that is smoothed away still reaches a third
INK = 0.5  # of the greatest difference: the core of a letter, not its edge
WORST = 0.05  # of the ink may lie on a worse ground: a letter's edge touches a line
ROUNDING = 0.05
WEIGHTS = np.array([0.2126, 0.7152, 0.0722])  # of red, green and blue in the light that is seen
REPAIR = "đổi màu chữ hoặc màu nền trong design/theme.typ"


class Glyph(NamedTuple):
    """The pixels of a glyph's box with the text, and without: one row of three channels each."""

    seen: Pixels
    behind: Pixels


def luminance(colours: Pixels) -> Floats:
    """Return the relative luminance of colours (WCAG 2.2; light of a channel by IEC 61966-2-1)."""
    share = colours / 255
    light = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(light @ WEIGHTS)


def contrast(one: Pixels, other: Pixels) -> Floats:
    """Return the contrast of colours with others, from 1 to 21."""
    first, second = luminance(one), luminance(other)
    return np.asarray((np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05))


def difference(one: Pixels, other: Pixels) -> Pixels:
    """Return how far colours are from others, from 0 to 765."""
    return np.asarray(np.abs(one - other).sum(axis=-1))


def pixel_box(
    box: Box, scale: float, origin: tuple[float, float], size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return where a box of the page lies in its picture, whose rows count from the top."""
    width, height = size
    left, right = (int((x - origin[0]) * scale) for x in (box.left, box.right))
    bottom, top = (int(height - (y - origin[1]) * scale) for y in (box.bottom, box.top))
    return max(0, left), max(0, top), min(width, right + 1), min(height, bottom + 1)


def pixels(picture: Pixels, box: tuple[int, int, int, int]) -> Pixels:
    """Return the pixels of a part of a picture, row by row."""
    left, top, right, bottom = box
    return picture[top:bottom, left:right].reshape(-1, 3).astype(np.int16)


def glyph_contrast(glyph: Glyph, ink: Pixels, most: int) -> float:
    """Return the contrast of a word's colour with the worst of a glyph's ground.

    `most` is the word's greatest difference; a glyph that hardly differs from its ground is told by its own pixels.
    """
    apart = difference(glyph.seen, glyph.behind)
    inked = apart >= INK * most
    if apart.max() < HIDDEN * most or not inked.any():
        strongest = apart.argmax()
        return float(contrast(glyph.seen[strongest], glyph.behind[strongest]))
    grounds = np.sort(contrast(ink, glyph.behind[inked]))
    return float(grounds[int(WORST * len(grounds))])


def word_contrast(glyphs: Sequence[Glyph]) -> float:
    """Return the contrast of the glyph that is hardest to see."""
    seen, behind = (np.concatenate(each) for each in zip(*glyphs, strict=True))
    apart = difference(seen, behind)
    strongest = apart.argmax()
    most = int(apart[strongest])
    return min(glyph_contrast(glyph, seen[strongest], most) for glyph in glyphs) if most else 1.0


def is_large(word: Word, subject: Subject) -> bool:
    """Tell whether a word is large text to one who reads it from the format's distance."""
    height = min(glyph.cap for glyph in word) * millimetres_per_point(subject.form)
    return height >= LARGE_PER_METRE * subject.form.distance


def page_contrasts(
    words: list[Word], with_text: Pixels, without: Pixels, scale: float, origin: tuple[float, float]
) -> Iterator[tuple[Word, float]]:
    """Yield each word of a page with its contrast; words outside of the page are told elsewhere."""
    height, width, _ = with_text.shape
    for word in words:
        boxes = [pixel_box(glyph.box, scale, origin, (width, height)) for glyph in word]
        glyphs = [
            Glyph(pixels(with_text, box), pixels(without, box))
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
        yield from page_contrasts(words, np.asarray(seen), np.asarray(bare), scale, origin)


def contrast_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each word that stands out too little."""
    for word, found in contrasts(subject):
        least = LEAST_LARGE if is_large(word, subject) else LEAST
        if found < least - ROUNDING:
            told = f"chữ «{text_of(word)}» tương phản {found:.1f} với nền"
            yield subject.fault(
                word[0].page, rule="chu-qua-mo", found=told, expected=f"ít nhất {least:g}", repair=REPAIR
            )
