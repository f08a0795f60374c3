"""Words that say something else without accents (`data/sms_traps.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.yaml_file import read_yaml

FILE = "data/sms_traps.yml"


class SmsTrap(BaseModel):
    """A word without accents, how it can be read, and what to write instead."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plain: str
    meanings: tuple[str, ...]
    instead: str

    def stands_in(self, text: str) -> bool:
        """Tell whether the word stands in a message, whatever its case."""
        return re.search(rf"(?<!\w){re.escape(self.plain)}(?!\w)", text, re.IGNORECASE) is not None


def read_sms_traps(root: Path) -> tuple[SmsTrap, ...]:
    """Read the list, empty when there is no file; raise `FaultsError` when it is wrong."""
    if not (root / FILE).is_file():
        return ()
    found: tuple[SmsTrap, ...] = read_yaml(root / FILE, tuple[SmsTrap, ...], root)
    return found


def traps_in(text: str, traps: Iterable[SmsTrap]) -> Iterator[SmsTrap]:
    """Yield the traps that a message falls into."""
    return (trap for trap in traps if trap.stands_in(text))
