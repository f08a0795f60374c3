"""The only telephone numbers that may be printed, and whom to call first (`data/hotlines.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from camnang.files.yaml_file import read_yaml
from camnang.handbook.dates import Day

FILE = "data/hotlines.yml"

# What is in danger on an emergency page: money, somebody's body, a child's mind, one who is held in another country.
Threat = Literal["money", "danger", "child", "abroad"]


class Hotline(BaseModel):
    """A number; `label` and `detail` are keys of interface words, `role` is its place on a strip.

    `number` is as people read it: a number that is dialled from abroad has its «+» and its groups.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Annotated[str, Field(pattern=r"^(\d{3,11}|\+\d{1,3}( \d{2,4}){2,5})$")]
    role: Literal["main", "child", "report", "abroad"]
    scheme: Literal["tel", "sms"] = "tel"
    label: str
    detail: str
    sources: tuple[str, ...]
    checked: Day

    @property
    def digits(self) -> str:
        """The number without its «+» and its spaces."""
        return re.sub(r"\D", "", self.number)

    @property
    def dialled(self) -> str:
        """The number as an address of `tel:` or `sms:` writes it (RFC 3966)."""
        return self.number.replace(" ", "")


class Place(BaseModel):
    """Help that has an address or a number of one's own instead of a common number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    detail: str
    sources: tuple[str, ...]


class Hotlines(BaseModel):
    """All numbers and places, in the order in which they are shown.

    `calls` says for each threat whom to call, the first one first: roles of numbers and labels of places.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    numbers: tuple[Hotline, ...]
    places: tuple[Place, ...]
    calls: Mapping[Threat, tuple[str, ...]] = {}

    @model_validator(mode="after")
    def every_threat_has_its_calls(self) -> Self:
        """Raise `ValueError` when a threat has no order of calls, or a call is neither a role nor a place."""
        known = {hotline.role for hotline in self.numbers} | {place.label for place in self.places}
        if strange := sorted({name for names in self.calls.values() for name in names} - known):
            raise ValueError(f"role của một số hoặc label của một nơi, không phải {', '.join(strange)}")
        if self.numbers and (without := [threat for threat in get_args(Threat) if not self.calls.get(threat)]):
            raise ValueError(f"calls nói rõ gọi đâu trước khi {', '.join(without)}")
        return self

    def with_role(self, role: str) -> Hotline:
        """Return the first number with `role`; raise `KeyError` when there is none."""
        for hotline in self.numbers:
            if hotline.role == role:
                return hotline
        raise KeyError(role)

    @property
    def allowed(self) -> frozenset[str]:
        """The digits of every number that a page may print."""
        return frozenset(hotline.digits for hotline in self.numbers)


def read_hotlines(root: Path) -> Hotlines:
    """Read the numbers; raise `FaultsError` when the file is wrong."""
    hotlines: Hotlines = read_yaml(root / FILE, Hotlines, root)
    return hotlines
