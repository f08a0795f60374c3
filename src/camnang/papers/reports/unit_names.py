"""Which unit a written name means; a name that may mean two is told, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from camnang.papers.reports.units import Unit, folded, spelled


class Likeness(Enum):
    """How a written name and the name of the list agree."""

    EXACT = "đúng tên trong danh sách"
    SPELLING = "tên viết khác dấu, khác chữ hoa hoặc thiếu chữ"
    OLD = "tên cũ hoặc tên tắt"


@dataclass(frozen=True)
class Match:
    """The units that a name may mean; exactly one when it is understood."""

    units: tuple[Unit, ...]
    likeness: Likeness

    @property
    def unit(self) -> Unit | None:
        """The unit meant, None when there is none or more than one."""
        return self.units[0] if len(self.units) == 1 else None


@dataclass(frozen=True)
class NameIndex:
    """Units by folded names: those of today and those of before."""

    exact: dict[str, Unit]
    today: dict[str, tuple[Unit, ...]]
    before: dict[str, tuple[Unit, ...]]


def grouped(pairs: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    """Return the different units of each folded name."""
    found: dict[str, tuple[Unit, ...]] = {}
    for name, unit in pairs:
        known = found.get(folded(name), ())
        found[folded(name)] = known if unit in known else (*known, unit)
    return found


@cache
def name_index(units: tuple[Unit, ...]) -> NameIndex:
    """Return the index of all names."""
    return NameIndex(
        {unit.full_name: unit for unit in units},
        grouped((name, unit) for unit in units for name in (unit.full_name, unit.name)),
        grouped((name, unit) for unit in units for name in unit.old_names),
    )


def match(text: str, units: tuple[Unit, ...]) -> Match:
    """Return the units that `text` may mean: only the list's own spelling wins over a unit of before."""
    index = name_index(units)
    if unit := index.exact.get(spelled(text)):
        return Match((unit,), Likeness.EXACT)
    today, before = index.today.get(folded(text), ()), index.before.get(folded(text), ())
    return Match(tuple(dict.fromkeys((*today, *before))), Likeness.SPELLING if today else Likeness.OLD)
