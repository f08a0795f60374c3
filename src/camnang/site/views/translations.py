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
