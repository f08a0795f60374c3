"""Letters without their accents, so that «lua dao» finds «lừa đảo»."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return lower-case text without accents; đ has no decomposition in Unicode, so it is replaced by hand."""
    parts = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def folded_words(text: str) -> str:
    """Return each different folded word once, sorted."""
    return " ".join(sorted(set(WORD.findall(fold(text)))))
