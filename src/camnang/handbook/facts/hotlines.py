"""The only telephone numbers that may be printed (`data/hotlines.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml
from camnang.handbook.dates import Day

FILE = "data/hotlines.yml"


class Hotline(BaseModel):
    """A number; `label` and `detail` are keys of interface words, `role` is its place on a strip."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Annotated[str, Field(pattern=r"^\d{3,11}$")]
    role: Literal["main", "child", "report"]
    scheme: Literal["tel", "sms"] = "tel"
    label: str
    detail: str
    sources: tuple[str, ...]
    checked: Day


class Place(BaseModel):
    """Help that has an address or a number of one's own instead of a common number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    detail: str
    sources: tuple[str, ...]


class Hotlines(BaseModel):
    """All numbers and places, in the order in which they are shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    numbers: tuple[Hotline, ...]
    places: tuple[Place, ...]

    def with_role(self, role: str) -> Hotline:
        """Return the first number with `role`; raise `KeyError` when there is none."""
        for hotline in self.numbers:
            if hotline.role == role:
                return hotline
        raise KeyError(role)

    @property
    def allowed(self) -> frozenset[str]:
        """The digits of every number that a page may print."""
        return frozenset(hotline.number for hotline in self.numbers)


def read_hotlines(root: Path) -> Hotlines:
    """Read the numbers; raise `FaultsError` when the file is wrong."""
    hotlines: Hotlines = read_yaml(root / FILE, Hotlines, root)
    return hotlines
