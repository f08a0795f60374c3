"""How sure the sentences of a language's pages are, counted: each different sentence once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from camnang.handbook.facts.sentence_grades import Grade, SentenceGrade
from camnang.handbook.pages.blocks import Block, own_words, within
from camnang.handbook.pages.model import Page

END: Final = re.compile(r"(?<=[.!?…])[»\"]*\s+|\n")
SPEECH: Final = re.compile(r"[:;«»]")
QUOTED: Final = re.compile(r"\s*«[^»]*»")  # what a sentence quotes in Vietnamese is not among its own words
MARKS: Final = ' .!?…:;,«»"“”–'
LETTER: Final = re.compile(r"[^\W\d_]")
LEAVES: Final = frozenset({"paragraph", "item", "cell", "head", "quote", "heading"})
WORST_FIRST: Final[tuple[Grade, ...]] = ("low", "mid", "high")


@dataclass(frozen=True)
class GradeCounts:
    """How many sentences have each grade, and how many have none."""

    high: int
    mid: int
    low: int
    ungraded: int


def texts_of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the own words of each paragraph, list item and cell."""
    yield from (own_words([block]) for block in within(blocks, LEAVES))


def texts(page: Page) -> Iterator[str]:
    """Yield every text of a translation that is in its own language, cell by cell."""
    yield from (page.title, page.statement, page.short, page.hint, *texts_of_blocks(page.intro_blocks))
    for section in page.sections.values():
        yield section.title
        yield from texts_of_blocks(section.blocks)
    for line in page.mock.lines if page.mock else ():
        yield from (line.say, line.flag or "")


def sentences(page: Page) -> Iterator[str]:
    """Yield the sentences of a translation without their marks."""
    for text in texts(page):
        yield from (said.strip(MARKS).replace(" ,", ",") for said in END.split(text) if LETTER.search(said))


def graded_as(sentence: str) -> tuple[str, str]:
    """Return the ways in which a page may say a graded sentence: without its marks, and without what it quotes."""
    bare = sentence.strip(MARKS)
    return QUOTED.sub("", sentence).strip(MARKS) or bare, bare


def grade_of(sentence: str, grades: Mapping[str, Grade]) -> Grade | None:
    """Return the grade of a sentence, else the lowest of what stands between its colons and quotation marks."""
    if sentence in grades:
        return grades[sentence]
    parts = {grades.get(part.strip(MARKS)) for part in SPEECH.split(sentence)}
    return next((grade for grade in WORST_FIRST if grade in parts), None)


def grade_counts(pages: Iterable[Page], code: str, graded: Iterable[SentenceGrade]) -> GradeCounts:
    """Count the different sentences of a language's pages by grade."""
    known = sorted((each for each in graded if each.language == code), key=lambda each: "«" not in each.sentence)
    grades = {words: each.grade for each in known for words in graded_as(each.sentence)}
    said = {sentence for page in pages if page.language.code == code for sentence in sentences(page)}
    counts = Counter(grade_of(sentence, grades) for sentence in said)
    return GradeCounts(counts["high"], counts["mid"], counts["low"], counts[None])
