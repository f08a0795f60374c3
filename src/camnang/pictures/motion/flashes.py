"""No flashing: at most three flashes in any second (WCAG 2.2, 2.3.1).

The rule counts pairs of opposing changes of relative luminance by 0.1 and more where the darker picture is below 0.8,
and pairs of changes to and from a saturated red. Every spot of a small copy of the film is held to it, which is
stricter than the rule's quarter of ten degrees of the eye.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from camnang.pictures.sheets.reading_time import FRAMES_A_SECOND

SIZE = (16, 16)  # px of the small copy
MOST = 3
LUMINANCE_STEP, DARKER_BELOW = 0.1, 0.8
RED_STEP = 20.0


@cache
def linear(value: int) -> float:
    """Return a channel (0 to 255) as linear light, 0 to 1 (IEC 61966-2-1)."""
    part = value / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def luminance(red: int, green: int, blue: int) -> float:
    """Return a colour's relative luminance, 0 to 1."""
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def redness(red: int, green: int, blue: int) -> float:
    """Return how saturated a red is as WCAG reckons it: (R - G - B) x 320, 0 where it is none."""
    return max(0.0, (linear(red) - linear(green) - linear(blue)) * 320)


def turns(values: list[float], step: float, darker_below: float = float("inf")) -> list[int]:
    """Return the pictures at which a value has changed by `step` against the direction it last changed in."""
    found: list[int] = []
    low = high = values[0]
    way = 0
    for place, value in enumerate(values):
        low, high = min(low, value), max(high, value)
        up = value - low >= step and low < darker_below
        down = high - value >= step and value < darker_below
        if (up and way <= 0) or (down and way >= 0):
            found.append(place)
            way, low, high = (1 if up and way <= 0 else -1), value, value
        elif (way > 0 and value == high) or (way < 0 and value == low):
            low = high = value
    return found


def most_in_a_second(places: list[int]) -> int:
    """Return the most flashes that any second holds; a flash is a pair of opposing turns."""
    flashes = [after for _, after in pairwise(places)][::2]
    return max((sum(start <= each < start + FRAMES_A_SECOND for each in flashes) for start in flashes), default=0)


def spots(raw: bytes) -> Iterator[list[tuple[int, int, int]]]:
    """Yield each spot of the small copy (RGB) through the whole film."""
    width, height = SIZE
    step = width * height * 3
    for place in range(0, step, 3):
        yield [(raw[at], raw[at + 1], raw[at + 2]) for at in range(place, len(raw), step)]


def flashes(raw: bytes) -> int:
    """Return the most flashes that any spot of the film shows in any second."""
    most = 0
    for colours in spots(raw):
        bright = turns([luminance(*colour) for colour in colours], LUMINANCE_STEP, DARKER_BELOW)
        red = turns([redness(*colour) for colour in colours], RED_STEP)
        most = max(most, most_in_a_second(bright), most_in_a_second(red))
    return most
