"""Which graded sentences stand in the units of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from camnang.handbook.facts.sentence_grades import SentenceGrade
from camnang.handbook.facts.sentence_places import stands_in
from camnang.papers.review_sheets.units import Unit

FIRST_WORD: Final = re.compile(r"\w+")
WORST: Final = ("low", "mid", "high")


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text, by which most sentences are known not to stand in it."""
    return frozenset(FIRST_WORD.findall(text))


def by_first_word(graded: Iterable[SentenceGrade]) -> dict[str, list[SentenceGrade]]:
    """Return the sentences by their first word."""
    found: dict[str, list[SentenceGrade]] = defaultdict(list)
    for each in graded:
        if word := FIRST_WORD.search(each.sentence):
            found[word[0]].append(each)
    return found


def grades_in(text: str, listed: dict[str, list[SentenceGrade]]) -> Iterator[SentenceGrade]:
    """Yield the grades of the sentences that stand in a text."""
    for word in words_in(text):
        yield from (each for each in listed.get(word, ()) if stands_in(each.sentence, text))


def grades_by_unit(units: Iterable[Unit], code: str, graded: Iterable[SentenceGrade]) -> dict[str, SentenceGrade]:
    """Return the lowest grade of the sentences of each unit that has any."""
    listed = by_first_word(each for each in graded if each.language == code)
    found = {}
    for unit in units:
        grades = sorted(grades_in(unit.text, listed), key=lambda each: (WORST.index(each.grade), each.sentence))
        if grades:
            found[unit.id] = grades[0]
    return found
