"""Sentences that most need a native speaker (`data/lexicon/rules/doubtful.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from camnang.files.yaml_file import read_yaml

FILE: Final = "data/lexicon/rules/doubtful.yml"


class Doubtful(BaseModel):
    """A sentence without its final mark, and what a speaker should judge."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    sentence: str
    why: str


def read_doubtful(root: Path) -> tuple[Doubtful, ...]:
    """Read the doubtful sentences in their order, none when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    found: tuple[Doubtful, ...] = read_yaml(root / FILE, tuple[Doubtful, ...], root)
    return found
