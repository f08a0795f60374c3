"""Forbidden words in the texts of `data/`, which are printed as pages are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts import acts, forbidden_words, sources
from camnang.handbook.facts.data_texts import data_texts
from camnang.handbook.facts.forbidden_words import ForbiddenWords, word_faults

# The list itself, the titles of others, which stand as they were published, and words that are only looked for.
PASSED_OVER: Final = frozenset({acts.FILE, forbidden_words.FILE, sources.FILE})
# Comments, and what gives names as they were: of an office in the plan, of a place before.
NOT_PRINTED: Final = re.compile(
    r"(?:^|\s)#.*|\(trước là [^)]*\)|\b(?:in_plan|formerly|merged):\s*(?:\[[^\]]*\]|[^,}]*)"
)


def data_word_faults(root: Path, forbidden: tuple[ForbiddenWords, ...]) -> Iterator[Fault]:
    """Yield each forbidden word of a data file with its line.

    Words that swindlers may say are not asked for: no quotation marks tell who speaks in data.
    """
    spoken = [each for each in forbidden if not each.quoted]
    for path, text in data_texts(root, PASSED_OVER):
        folded = text.casefold()
        listed = [each for each in spoken if each.may_be_in(folded)]
        for number, line in enumerate(text.splitlines() if listed else (), start=1):
            yield from word_faults(path, number, NOT_PRINTED.sub("", line), listed)
