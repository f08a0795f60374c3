"""Dated warnings in other languages: `data/translations/<code>/warnings.yml`, a title and an act for each page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.files.yaml_file import read_yaml
from camnang.handbook.dates import Day
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.translated_data import file_of

NAME: Final = "warnings"

Words = Annotated[str, Field(min_length=1)]


class WarningWords(BaseModel):
    """A warning's title and act in another language, and the Vietnamese words from which they were made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of_title: Words
    of_act: Words
    title: Words
    act: Words


class TranslatedWarnings(BaseModel):
    """What a language has of the warnings, by their pages' ids; each entry holds its own Vietnamese, so no pin."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    translation: Literal["draft", "human"]
    translator: str
    reviewer: str
    reviewed: Day | None = None
    entries: dict[str, WarningWords]


def read_translated_warnings(root: Path, languages: tuple[Language, ...]) -> Mapping[str, TranslatedWarnings]:
    """Read what exists by language code; raise `FaultsError` with the faults of all files."""
    faults: list[Fault] = []
    found: dict[str, TranslatedWarnings] = {}
    for code in (language.code for language in languages if not language.default):
        file = root / file_of(code, NAME)
        if file.is_file():
            read = attempt(faults, partial(read_yaml, file, TranslatedWarnings, root), None)
            found |= {code: read} if read else {}
    raise_if_any(faults)
    return found
