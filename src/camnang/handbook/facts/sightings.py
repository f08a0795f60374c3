"""What a reader sees first, and the scams that begin so (`data/sightings.yml`)."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.yaml_file import read_yaml

FILE = "data/sightings.yml"


class Sighting(BaseModel):
    """A beginning such as «someone calls»; `title` by language code, `scams` as slugs in reading order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: dict[str, str]
    pictogram: str
    scams: tuple[str, ...]


def read_sightings(root: Path) -> tuple[Sighting, ...]:
    """Read the beginnings in their order; raise `FaultsError` when the file is wrong."""
    sightings: tuple[Sighting, ...] = read_yaml(root / FILE, tuple[Sighting, ...], root)
    return sightings
