"""A page's statement cut into phrases and stressed words, for headlines on paper and on screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# A phrase ends at a comma, colon, semicolon or full stop: the places where a reader breathes.
PHRASE = re.compile(r"[^,.:;?!]+[,.:;?!]*\s*")


@dataclass(frozen=True)
class Run:
    """Words of a headline; stressed ones are drawn in gold capitals."""

    text: str
    stress: bool = False


def stressed_words(listed: str) -> tuple[str, ...]:
    """Return the words that «dá đảy, bấu» lists, the longest first."""
    words = (word.strip() for word in listed.split(","))
    return tuple(sorted((word for word in words if word), key=len, reverse=True))


@cache
def stress(stressed: str) -> re.Pattern[str] | None:
    """Return what finds the words that `stressed` lists, None where it lists none; a language has one list."""
    words = "|".join(map(re.escape, stressed_words(stressed)))
    return re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE) if words else None


def runs(phrase: str, stressed: str) -> tuple[Run, ...]:
    """Cut a phrase at every occurrence of the words that `stressed` lists, whatever their case."""
    found = stress(stressed)
    parts = found.split(phrase) if found else (phrase,)
    return tuple(Run(part, odd % 2 == 1) for odd, part in enumerate(parts) if part)


def phrases(statement: str, stressed: str) -> tuple[tuple[Run, ...], ...]:
    """Return the statement's phrases as runs; together they give the statement again."""
    return tuple(runs(phrase.strip(), stressed) for phrase in PHRASE.findall(statement) if phrase.strip())
