"""Words that say something else without accents (`data/sms_traps.yml`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.letters import as_meant
from camnang.files.yaml_file import read_yaml

FILE = "data/sms_traps.yml"
WORD = re.compile(r"[^\W\d_]+")
CLAUSE_END = re.compile(r"(?<=[.!?:;…])\s*")
# Of the words of a sentence in Vietnamese letters 43 % and more have accents (the kits' messages).
ACCENTED_SHARE = 0.25


class SmsTrap(BaseModel):
    """A word without accents, how it can be read, what to write instead, and words behind it that make it clear."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plain: str
    meanings: tuple[str, ...]
    instead: str
    unless: tuple[str, ...] = ()

    def stands_in(self, text: str) -> bool:
        """Tell whether the word stands in a message, whatever its case, and nothing behind it makes it clear."""
        clear = "".join(rf"(?!\s+{re.escape(word)}(?!\w))" for word in self.unless)
        return re.search(rf"(?<!\w){re.escape(self.plain)}(?!\w){clear}", text, re.IGNORECASE) is not None


def read_sms_traps(root: Path) -> tuple[SmsTrap, ...]:
    """Read the list, empty when there is no file; raise `FaultsError` when it is wrong."""
    if not (root / FILE).is_file():
        return ()
    found: tuple[SmsTrap, ...] = read_yaml(root / FILE, tuple[SmsTrap, ...], root)
    return found


def as_read(text: str) -> str:
    """Return what a reader sees: nothing unseen, letters of ours for look-alikes, single spaces."""
    return as_meant("".join(letter for letter in text if unicodedata.category(letter) != "Cf"))


def is_plain(text: str) -> bool:
    """Tell whether a text is meant without accents: a single one, or a sign that nobody sees, changes no reading."""
    words = WORD.findall(as_read(text))
    return sum(not word.isascii() for word in words) < ACCENTED_SHARE * len(words)


def traps_in(text: str, traps: Iterable[SmsTrap]) -> Iterator[SmsTrap]:
    """Yield the traps that a message falls into where it is without accents, sentence by sentence."""
    plain = [clause for clause in CLAUSE_END.split(as_read(text)) if is_plain(clause)]
    return (trap for trap in traps if any(trap.stands_in(clause) for clause in plain))
