"""Letters that a text in Vietnamese, Tày or Nùng may hold; others come from old encodings such as TCVN3 and VNI."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable
from typing import Final

VOWELS: Final = "aăâeêioôơuưy"
TONES: Final = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SIGNS: Final = frozenset(" .,:;?!()[]{}<>|\\`/%+=&*_#@'\"«»“”‘’–—-…" + string.digits)
# Characters without width that programs leave behind; the soft hyphen is none, in TCVN3 it is the letter ư.
UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
# TCVN3 writes ô as «; VNI writes â after a plain vowel that already has its letter.
LEGACY: Final = re.compile(r"[^\W\d_][«»][^\W\d_]|[aeo]â", re.IGNORECASE)


def vietnamese_letters() -> frozenset[str]:
    """Return every letter of Vietnamese spelling in both cases, which Tày and Nùng use too."""
    toned = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    lower = "".join(toned) + string.ascii_lowercase + "đ"
    return frozenset(lower + lower.upper())


LETTERS: Final = vietnamese_letters()


def letters_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the characters of texts in both cases, for a language that has letters of its own."""
    joined = "".join(texts)
    return frozenset(joined + joined.upper())


def cleaned(text: str) -> str:
    """Return what a person meant to write: composed letters, single spaces, nothing unseen."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def strange_parts(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return the letters and pieces of a cleaned text that the language does not have, each once."""
    strange = [letter for letter in text if letter not in LETTERS | SIGNS | known]
    return tuple(dict.fromkeys([*strange, *(match[0] for match in LEGACY.finditer(text))]))
