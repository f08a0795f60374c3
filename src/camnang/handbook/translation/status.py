"""Which texts are translated, reviewed, out of date or missing; read from front matter alone, in a blink."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.sentence_grades import SentenceGrade, read_sentence_grades
from camnang.handbook.facts.sentence_places import graded_in
from camnang.handbook.facts.translated_data import FIELDS, file_of
from camnang.handbook.facts.translation_scope import TranslationScope
from camnang.handbook.pages.front_matter import BLOCK
from camnang.handbook.pages.page_files import KIT, PAGE, folder_of
from camnang.handbook.pages.pins import pin
from camnang.handbook.project import Project

FIELD = re.compile(r"^(translation|source|reviewer|reviewed):[ \t]*[\"']?([^\"'\n]*?)[\"']?[ \t]*$", re.MULTILINE)


class State(StrEnum):
    """What a translation is; a draft or a reviewed text is `DRIFTED` when the Vietnamese changed after it."""

    MISSING = "missing"
    DRAFT = "draft"
    HUMAN = "human"
    DRIFTED = "drifted"


@dataclass(frozen=True)
class TranslationStatus:
    """One page or data file in one language; `original` and `path` are relative to the project.

    `low` is how many of its sentences are graded low.
    """

    original: str
    path: str
    code: str
    state: State
    reviewer: str = ""
    reviewed: str = ""
    low: int = 0


@dataclass(frozen=True)
class Tally:
    """How many texts of one language are in each state."""

    code: str
    missing: int
    draft: int
    human: int
    drifted: int

    @property
    def total(self) -> int:
        """All texts that are to be translated."""
        return self.missing + self.draft + self.human + self.drifted

    @property
    def completeness(self) -> float:
        """The share of texts that exist in the language, 0 to 1; 1 where nothing is to be translated."""
        return 1 - self.missing / self.total if self.total else 1.0


def fields_of(text: str) -> dict[str, str]:
    """Return the fields of a translation's head: of the front matter of a page, else of the whole text."""
    block = BLOCK.match(text)
    return dict(FIELD.findall(block[1] if block else text))


def state_of(fields: dict[str, str], original_pin: str) -> State:
    """Return what the fields of a translation say, held against the Vietnamese text of now."""
    if fields.get("source") != original_pin:
        return State.DRIFTED
    return State.HUMAN if fields.get("translation") == "human" else State.DRAFT


def originals(project: Project, scope: TranslationScope) -> tuple[Path, ...]:
    """Return the Vietnamese file of every page and kit of the scope."""
    files = sorted([*project.docs.rglob(f"{PAGE}.md"), *project.docs.rglob(f"{KIT}.md")])
    return tuple(file for file in files if scope.holds(folder_of(file.relative_to(project.docs).as_posix())))


def pairs(project: Project, listed: Iterable[Path], code: str) -> Iterator[tuple[Path, Path]]:
    """Yield the listed Vietnamese texts and those of the data with their translations, whether these exist or not."""
    yield from ((original, original.with_suffix(f".{code}.md")) for original in listed)
    for name in FIELDS:
        original = project.root / "data" / f"{name}.yml"
        if original.is_file():
            yield original, project.root / file_of(code, name)


def status_of(project: Project, original: Path, translation: Path, code: str, original_pin: str) -> TranslationStatus:
    """Return what one translation is."""
    paths = project.relative(original), project.relative(translation)
    if not translation.is_file():
        return TranslationStatus(*paths, code, State.MISSING)
    fields = fields_of(project.text(paths[1]))
    state = state_of(fields, original_pin)
    return TranslationStatus(*paths, code, state, fields.get("reviewer", ""), fields.get("reviewed", ""))


def with_low(project: Project, status: TranslationStatus, graded: tuple[SentenceGrade, ...]) -> TranslationStatus:
    """Return a status with the number of sentences that are graded low."""
    if status.state is State.MISSING or not graded:
        return status
    return replace(status, low=graded_in(project.text(status.path), status.code, graded, "low"))


def scan(project: Project, languages: Iterable[Language], scope: TranslationScope) -> tuple[TranslationStatus, ...]:
    """Return the status of every text of the scope in every language but the original."""
    listed, pins, found = originals(project, scope), dict[Path, str](), list[TranslationStatus]()
    graded = read_sentence_grades(project.root)
    for code in (language.code for language in languages if not language.default):
        for original, translation in pairs(project, listed, code):
            if original not in pins:
                pins[original] = pin(project.text(project.relative(original)))
            status = status_of(project, original, translation, code, pins[original])
            found.append(with_low(project, status, graded))
    return tuple(found)


def tally(statuses: Iterable[TranslationStatus], code: str) -> Tally:
    """Count the states of one language."""
    counts = Counter(status.state for status in statuses if status.code == code)
    return Tally(code, counts[State.MISSING], counts[State.DRAFT], counts[State.HUMAN], counts[State.DRIFTED])
