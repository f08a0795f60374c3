"""Words of translations that can be heard the wrong way round, as data (`data/lexicon/rules/meaning.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.lexicon import FOLDER as LEXICON

FILE: Final = f"{LEXICON}/rules/meaning.yml"
CLAUSE_END: Final = re.compile(r"[,;]")
NOT_A_LETTER: Final = re.compile(r"^[\W\d_]+")


class Rule(BaseModel):
    """What every rule has: a sentence that breaks it and one that keeps it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fails: str
    passes: str


class Phrase(Rule):
    """Words side by side that a dictionary has with a sense of their own, or that are heard as another act."""

    phrase: str
    languages: tuple[str, ...]
    why: str
    instead: str
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the words, whatever their case."""
        end = "" if self.phrase.endswith("?") else r"(?!\w)"
        return re.compile(rf"(?<!\w){re.escape(self.phrase)}{end}", re.IGNORECASE)


class Prohibition(Rule):
    """The signs of a prohibition by language, and the acts that need one each."""

    signs: Mapping[str, tuple[str, ...]]
    acts: tuple[str, ...]

    def unsigned(self, sentence: str, code: str) -> str:
        """Return the first clause behind a prohibition that begins with an act and has no sign, '' where none is."""
        signs, forbidden = self.signs.get(code, ()), False
        for clause in clauses(sentence):
            if begins(clause, signs):
                forbidden = True
            elif forbidden and begins(clause, self.acts):
                return clause
        return ""


class Questions(Rule):
    """Words that ask where they begin a clause."""

    words: tuple[str, ...]
    instead: str
    source: str

    def asked(self, sentence: str) -> str:
        """Return the clause of a sentence without «?» that begins with such a word, '' where none does."""
        if sentence.rstrip(' »"').endswith("?"):
            return ""
        return next((clause for clause in clauses(sentence) if begins(clause, self.words)), "")


class DangerHeading(Rule):
    """Headings that call what stands below them a swindler, and how items begin that are seen in the victim."""

    headings: tuple[str, ...]
    victims: tuple[str, ...]
    instead: str

    def is_heading(self, title: str) -> bool:
        """Tell whether a section's title is such a heading."""
        return title.strip(" .").lower() in self.headings

    def is_victim(self, item: str) -> bool:
        """Tell whether an item speaks of one's own family."""
        return begins(item, self.victims)


class Meaning(BaseModel):
    """All rules; a handbook without the file has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phrases: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    prohibition: Prohibition
    questions: Questions
    danger_heading: DangerHeading

    @cached_property
    def by_language(self) -> Mapping[str, tuple[Phrase, ...]]:
        """The phrases that may not stand in each language."""
        codes = {code for phrase in self.phrases for code in phrase.languages}
        return {code: tuple(each for each in self.phrases if code in each.languages) for code in codes}


def clauses(sentence: str) -> Iterator[str]:
    """Yield what commas and semicolons divide, without the signs before its first letter."""
    yield from (NOT_A_LETTER.sub("", part) for part in CLAUSE_END.split(sentence))


def begins(clause: str, words: tuple[str, ...]) -> bool:
    """Tell whether a clause begins with one of `words`, each whole."""
    said = f"{' '.join(clause.lower().split())} "
    return said.startswith(tuple(f"{word} " for word in words))


def read_meaning(root: Path) -> Meaning | None:
    """Read the rules, None when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return None
    found: Meaning = read_yaml(root / FILE, Meaning, root)
    return found
