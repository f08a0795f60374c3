"""How long sentences are, in words as Vietnamese writes them: syllables between spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

END = re.compile(r"(?<=[.!?…:;])[»”\")\]]*\s+")
WORD = re.compile(r"\w")


def word_count(text: str) -> int:
    """Return the words of a text as Vietnamese writes them: syllables between spaces."""
    return sum(1 for part in text.split() if WORD.search(part))


def sentences(blocks: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield each sentence with its number of words; a block's end ends a sentence too."""
    for block in blocks:
        for sentence in END.split(block):
            words = word_count(sentence)
            if words:
                yield sentence.strip(), words


def average(lengths: Iterable[int]) -> float:
    """Return the mean of lengths, 0 for none."""
    found = list(lengths)
    return sum(found) / len(found) if found else 0.0
