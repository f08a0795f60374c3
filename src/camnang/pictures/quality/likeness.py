"""Whether two pictures look alike, blind to smoothed edges: means of small squares, compared in CIELAB.

A square's mean hardly changes when a letter is smoothed otherwise, and changes much when a block moves, a colour
turns or a word grows. ΔE*ab (CIE 1976) of 2.3 is a difference that one just sees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PIL import Image, ImageCms

SQUARES_ACROSS = 20
SAME_SQUARE, SAME_MEAN = 7.0, 1.5  # ΔE: the worst square, and the whole picture
TO_LAB = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")

Lab = tuple[float, float, float]


@dataclass(frozen=True)
class Likeness:
    """How far two pictures are apart, in ΔE; infinite when their proportions differ."""

    worst: float
    mean: float

    @property
    def alike(self) -> bool:
        """Tell whether people would call them the same."""
        return self.worst <= SAME_SQUARE and self.mean <= SAME_MEAN


def lab(pixel: tuple[int, int, int]) -> Lab:
    """Return a pixel of Pillow's LAB in CIE units: lightness 0–100, the others signed."""
    light, green_red, blue_yellow = pixel
    return light * 100 / 255, float((green_red + 128) % 256 - 128), float((blue_yellow + 128) % 256 - 128)


def squares(picture: Image.Image, size: tuple[int, int]) -> list[Lab]:
    """Return the mean colour of each square."""
    small = picture.convert("RGB").resize(size, Image.Resampling.BOX)
    converted = ImageCms.applyTransform(small, TO_LAB)
    channels = iter(converted.tobytes() if converted else b"")
    return [lab(pixel) for pixel in zip(channels, channels, channels, strict=True)]


def likeness(one: Image.Image, other: Image.Image) -> Likeness:
    """Compare two pictures of any size."""
    rows = [max(1, round(SQUARES_ACROSS * each.height / each.width)) for each in (one, other)]
    if abs(rows[0] - rows[1]) > 1:
        return Likeness(math.inf, math.inf)
    size = SQUARES_ACROSS, rows[0]
    apart = [math.dist(a, b) for a, b in zip(squares(one, size), squares(other, size), strict=True)]
    return Likeness(max(apart), sum(apart) / len(apart))
