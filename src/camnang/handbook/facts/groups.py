"""The groups of scams, named by what the reader sees (`data/groups.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml

FILE = "data/groups.yml"

Colour = Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]


class GroupColours(BaseModel):
    """A group's ground, on which white words stand out 7 : 1 (WCAG 2.2, 1.4.6), a lighter and a deeper tone of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ground: Colour
    glow: Colour
    deep: Colour


class Group(BaseModel):
    """A group; `title` by language code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: dict[str, str]
    pictogram: str
    colours: GroupColours


def read_groups(root: Path) -> Mapping[str, Group]:
    """Read the groups in their order; raise `FaultsError` when the file is wrong."""
    groups: dict[str, Group] = read_yaml(root / FILE, dict[str, Group], root)
    return groups
