"""The slides for each audience (`data/decks.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.part import Slug

FILE = "data/decks.yml"


class Deck(BaseModel):
    """The slides of one audience, in the order of the fields.

    `title` and `opening` (what the speaker says first) by language code, Vietnamese at least; `pages` are folders
    under `docs/` whose first list is shown; `scams` are slugs; `quiz` ids of questions; `situations` are slugs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    title: dict[str, str]
    opening: dict[str, str]
    pages: tuple[str, ...] = ()
    scams: Annotated[tuple[Slug, ...], Field(min_length=1)]
    quiz: tuple[Slug, ...] = ()
    situations: tuple[Slug, ...] = ()


def read_decks(root: Path) -> tuple[Deck, ...]:
    """Read the decks in their order, none when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    decks: tuple[Deck, ...] = read_yaml(root / FILE, tuple[Deck, ...], root)
    return decks
