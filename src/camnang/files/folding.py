"""Letters without their accents, so that «lua dao» finds «lừa đảo»."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from camnang.files.letters import LOOK_ALIKES, UNSEEN

MEANT: Final = {**UNSEEN, 0xAD: None, **LOOK_ALIKES}
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return lower-case text without accents; look-alikes count as ours, the unseen as nothing.

    đ has no decomposition in Unicode, so it is replaced by hand.
    """
    meant = text if text.isascii() else text.translate(MEANT)
    parts = unicodedata.normalize("NFD", meant.lower()).replace("đ", "d")
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def folded_words(text: str) -> str:
    """Return each different folded word once, sorted."""
    return " ".join(sorted(set(WORD.findall(fold(text)))))
