"""Who owes a report (`data/units.yml`): communes, wards and offices, with the names they had before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, raise_if_any
from camnang.files.folding import fold
from camnang.files.letters import as_meant
from camnang.files.yaml_file import read_yaml

FILE: Final = "data/units.yml"
PREFIXES: Final = {"phuong": "Phường", "xa": "Xã", "co-quan": ""}
MERGED_PREFIXES: Final = ("", "Phường ", "Xã ")  # what an old place was called is not always remembered
COMMITTEE: Final = re.compile(r"^(ubnd|uy ban nhan dan) ")
GAPS: Final = re.compile(r"[^a-z0-9&]+")


class Unit(BaseModel):
    """A place or office of today; `merged` are places that became part of it, `formerly` other names of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    kind: Literal["phuong", "xa", "co-quan"]
    name: Annotated[str, Field(min_length=1)]
    merged: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """The name as the form's list shows it: «Phường Thục Phán»."""
        return f"{PREFIXES[self.kind]} {self.name}".strip()

    @property
    def old_names(self) -> tuple[str, ...]:
        """Every other name that people may write for it."""
        return (*(prefix + name for name in self.merged for prefix in MERGED_PREFIXES), *self.formerly)


def spelled(text: str) -> str:
    """Return a name as it was meant: composed letters of ours, single spaces, nothing unseen."""
    return as_meant(text)


def folded(text: str) -> str:
    """Return a name without accents, case, punctuation and «UBND», by which names are compared."""
    return COMMITTEE.sub("", GAPS.sub(" ", fold(spelled(text))).strip())


def unit_faults(units: tuple[Unit, ...]) -> Iterator[Fault]:
    """Each id and each name of today stands once, also when accents are left out."""
    for what, keys in (
        ("mã", [unit.id for unit in units]),
        ("tên", [folded(unit.full_name) for unit in units]),
    ):
        for key, times in Counter(keys).items():
            if times > 1:
                yield Fault(
                    path=FILE,
                    rule="trung-muc",
                    found=f"{what} «{key}» có {times} lần",
                    expected="mỗi nơi một dòng",
                    repair="bỏ bớt, hoặc đổi tên",
                )


def read_units(root: Path) -> tuple[Unit, ...]:
    """Read the units in the order of the form's list; raise `FaultsError` when the file is wrong."""
    units: tuple[Unit, ...] = read_yaml(root / FILE, tuple[Unit, ...], root)
    raise_if_any(unit_faults(units))
    return units
