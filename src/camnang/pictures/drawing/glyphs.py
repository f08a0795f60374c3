"""Whether the fonts of `design/fonts` have every letter that a picture prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONT_FOLDER = "fonts"


@cache
def coverage(font: Path) -> frozenset[str]:
    """Return the characters that a font has a glyph for."""
    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def common_coverage(design: Path) -> frozenset[str]:
    """Return the characters that every font of the design has."""
    fonts = sorted((design / FONT_FOLDER).glob("*.ttf"))
    return frozenset.intersection(*(coverage(font) for font in fonts)) if fonts else frozenset()


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401 (any JSON value)
    """Yield every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from strings(part)


def missing_letters(value: Any, covered: frozenset[str]) -> dict[str, str]:  # noqa: ANN401
    """Return each character without a glyph, with the first text that holds it."""
    return {letter: text for text in strings(value) for letter in text if letter not in covered}
