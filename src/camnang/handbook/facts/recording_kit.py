"""What one reader is asked to read first, and what a reader is told (`data/recording_kit.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.recordings import RecordingName

FILE = "data/recording_kit.yml"


class WantedPiece(BaseModel):
    """A recording that is wanted first: a folder of `docs/` and how long it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: str
    name: RecordingName


class ConsentPart(BaseModel):
    """A heading of the consent form and what it says in simple words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    lines: tuple[str, ...]


class RecordingKit(BaseModel):
    """The pieces in their order, and the texts of the kit; `said` is how loans in capitals are spoken."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pieces: tuple[WantedPiece, ...] = ()
    said: Mapping[str, str] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    consent: tuple[ConsentPart, ...] = ()


NO_RECORDING_KIT = RecordingKit()


def read_recording_kit(root: Path) -> RecordingKit:
    """Read the kit, an empty one when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return NO_RECORDING_KIT
    kit: RecordingKit = read_yaml(root / FILE, RecordingKit, root)
    return kit
