"""The groups of scams, named by what the reader sees (`data/groups.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.yaml_file import read_yaml

FILE = "data/groups.yml"


class Group(BaseModel):
    """A group; `title` by language code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: dict[str, str]
    pictogram: str


def read_groups(root: Path) -> Mapping[str, Group]:
    """Read the groups in their order; raise `FaultsError` when the file is wrong."""
    groups: dict[str, Group] = read_yaml(root / FILE, dict[str, Group], root)
    return groups
