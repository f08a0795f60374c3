"""Where a sentence stands in a text: alone, or between the marks that end sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from camnang.handbook.facts.sentence_grades import Grade, SentenceGrade

BEFORE: Final = r"(?:^|(?<=[.!?…:]\s)|(?<=[«“\"]))"
AFTER: Final = r"(?=$|[.!?…»”\"])"
MARKDOWN: Final = re.compile(r"\*\*|^[ \t]*(?:[-#>|]+|\d+\.)[ \t]*|[ \t]*\{[^}]*\}[ \t]*$", re.MULTILINE)


def place_of(sentence: str) -> re.Pattern[str]:
    """Return the pattern of a sentence that stands by itself; no part of a longer one fits."""
    return re.compile(BEFORE + re.escape(sentence) + AFTER, re.MULTILINE)


def stands_in(sentence: str, text: str) -> bool:
    """Tell whether a sentence stands by itself in a text."""
    return sentence in text and place_of(sentence).search(text) is not None


def graded_in(text: str, code: str, graded: Iterable[SentenceGrade], grade: Grade) -> int:
    """Return how many sentences of a page in Markdown have a grade."""
    plain = MARKDOWN.sub("", text)
    listed = {each.sentence for each in graded if each.language == code and each.grade == grade}
    return sum(1 for each in listed if stands_in(each, plain))
