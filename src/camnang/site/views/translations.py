"""How far the translations are."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.handbook.facts.languages import Language


@dataclass(frozen=True)
class TranslationRow:
    """One text on the public page of translations; shares of words in per cent, None where no page is."""

    title: str
    path: str
    state: str
    reviewer: str
    words: int | None
    attested: int | None
    loans: int | None
    low: int = 0


@dataclass(frozen=True)
class ReadingRow:
    """A recording that is wanted; `path` is empty while its text is not translated."""

    title: str
    path: str
    recorded: bool


@dataclass(frozen=True)
class TranslationTable:
    """All texts of one language, with their counts; `wanted` when nobody translates yet."""

    language: Language
    wanted: bool
    total: int
    missing: int
    draft: int
    human: int
    drifted: int
    completeness: int
    rows: tuple[TranslationRow, ...]
    readings: tuple[ReadingRow, ...] = ()
