"""Hard words in the words of a village (`data/glossary.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml

FILE = "data/glossary.yml"


class Term(BaseModel):
    """A word, its other spellings and its meaning; `id` names its place on the glossary's page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    term: str
    also: tuple[str, ...] = ()
    meaning: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """All ways of writing the word."""
        return (self.term, *self.also)


def read_glossary(root: Path) -> tuple[Term, ...]:
    """Read the terms, none when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    terms: tuple[Term, ...] = read_yaml(root / FILE, tuple[Term, ...], root)
    return terms
