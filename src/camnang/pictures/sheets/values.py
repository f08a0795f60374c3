"""What a sheet is: typed words by name, and the one string that a layout reads."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TypeVar


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What every layout is told: the code of the language of its words, the document's title and author.

    Each kind of sheet adds what its layout draws; a field's name is the key that the layout reads.
    """

    language: str
    title: str
    author: str


Kind = TypeVar("Kind")
SheetKind = TypeVar("SheetKind", bound=Sheet)


def as_kind(content: Sheet, kind: type[SheetKind]) -> SheetKind:
    """Return a sheet as one of `kind`; raise `TypeError` when it is of another."""
    if not isinstance(content, kind):
        raise TypeError(f"a {type(content).__name__} where a {kind.__name__} was expected")
    return content


def part(content: Sheet, name: str, kind: type[Kind]) -> Kind | None:
    """Return the part of a sheet that has this name, None where it has none of this kind."""
    found = getattr(content, name, None)
    return found if isinstance(found, kind) else None


def plain(content: Sheet) -> dict[str, object]:
    """Return a sheet as plain values by name, its parts too."""
    return asdict(content)


def as_json(content: Sheet, **more: str) -> str:
    """Return a sheet, and `more` that is no words, as the one string that layouts read; the same gives the same."""
    # A part is its fields by name: `vars` copies nothing, `plain` would take twice as long for a run of all pictures.
    return json.dumps(vars(content) | more, default=vars, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
