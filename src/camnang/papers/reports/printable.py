"""Words from outside made such that the summary's font can set them: the one door on their way to Typst.

Typst stops a tagged PDF (PDF/UA-1) at the first letter without a glyph; no letter of one unit may stop the others.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

NOT_SET: Final = "?"  # stands for letters of scripts that the font does not have
SPOKEN: Final = str.maketrans({"→": "->", "⇒": "=>", "➔": "->", "➜": "->", "←": "<-", "↔": "<->", "½": "1/2"})
RUNS: Final = re.compile(r"\?{2,}")


def without_glyph(text: str, covered: frozenset[str]) -> tuple[str, ...]:
    """Return the letters of a text that the font does not have, each once."""
    return tuple(dict.fromkeys(letter for letter in text if letter not in covered and not letter.isspace()))


def letter_set(letter: str, covered: frozenset[str]) -> str:
    """Return what is set for a letter: itself, what is written alike, a mark for other scripts, nothing for signs."""
    if letter in covered:
        return letter
    alike = unicodedata.normalize("NFKC", letter.translate(SPOKEN)).replace("\u2044", "/")
    if alike and all(each in covered for each in alike):
        return alike
    if letter.isspace():
        return " "
    return NOT_SET if unicodedata.category(letter)[0] in "LN" else ""


def set_words(text: str, covered: frozenset[str]) -> str:
    """Return a text of which the font has every letter, with single spaces where letters were left out."""
    if all(letter in covered for letter in text):
        return text
    made = "".join(letter_set(letter, covered) for letter in unicodedata.normalize("NFC", text))
    return " ".join(RUNS.sub(NOT_SET, made).split())


def printable(value: Any, covered: frozenset[str]) -> Any:  # noqa: ANN401 (any JSON value)
    """Return a JSON value with every string such that the font can set it; keys stay."""
    if isinstance(value, str):
        return set_words(value, covered)
    if isinstance(value, dict):
        return {key: printable(each, covered) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable(each, covered) for each in value]
    return value
