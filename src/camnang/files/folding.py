"""Letters without their accents, so that «lua dao» finds «lừa đảo»."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from camnang.files.letters import LOOK_ALIKES, UNSEEN

MEANT: Final = {**UNSEEN, 0xAD: None, **LOOK_ALIKES}
WORD = re.compile(r"\w+")


class WithoutAccents(dict[int, str | None]):
    """What `str.translate` makes of each decomposed letter; worked out when a letter is first met.

    đ has no decomposition in Unicode, so it is replaced by hand.
    """

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        self[code] = None if unicodedata.combining(letter) else letter
        return self[code]


WITHOUT_ACCENTS: Final = WithoutAccents({ord("đ"): "d"})


def fold(text: str) -> str:
    """Return lower-case text without accents; look-alikes count as ours, the unseen as nothing."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFD", text.translate(MEANT).lower()).translate(WITHOUT_ACCENTS)


def folded_words(text: str) -> str:
    """Return each different folded word once, sorted."""
    return " ".join(sorted(set(WORD.findall(fold(text)))))
