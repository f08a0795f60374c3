"""Data files in other languages: `data/translations/<code>/glossary.yml`, `quiz.yml`, pinned to their originals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.files.yaml_file import read_yaml
from camnang.handbook.dates import Day
from camnang.handbook.facts.languages import Language

FOLDER = "data/translations"
# Which fields of which data file are words that readers see.
FIELDS: Mapping[str, tuple[str, ...]] = {"glossary": ("meaning",), "quiz": ("text", "why")}


class TranslationHead(BaseModel):
    """What every translation says of itself; `source` pins the Vietnamese text that was translated."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    translation: Literal["draft", "human"]
    source: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    translator: str
    reviewer: str
    reviewed: Day | None = None


class TranslatedData(TranslationHead):
    """The words of a data file in another language: by entry id, then by field."""

    entries: dict[str, dict[str, str]]


def file_of(code: str, name: str) -> str:
    """Return the path of a translated data file, relative to the project."""
    return f"{FOLDER}/{code}/{name}.yml"


def read_translated_data(root: Path, languages: tuple[Language, ...]) -> Mapping[tuple[str, str], TranslatedData]:
    """Read what exists by (language code, data file); raise `FaultsError` with the faults of all files."""
    faults: list[Fault] = []
    found: dict[tuple[str, str], TranslatedData] = {}
    for code in (language.code for language in languages if not language.default):
        for name in FIELDS:
            file = root / file_of(code, name)
            if file.is_file():
                read = attempt(faults, partial(read_yaml, file, TranslatedData, root), None)
                found |= {(code, name): read} if read else {}
    raise_if_any(faults)
    return found
