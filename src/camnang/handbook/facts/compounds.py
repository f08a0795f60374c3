"""Words of two syllables that no line may part (`data/compounds.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from camnang.files.yaml_file import read_yaml

FILE = "data/compounds.yml"
NO_BREAK_SPACE: Final = "\u00a0"
Compound = Annotated[str, Field(pattern=r"^\S+ \S+$")]


BETWEEN: Final = re.compile(r"(?<!\w)(\w+) (?=(\w+))")  # a word, and the one after it


@dataclass(frozen=True)
class Compounds:
    """The compounds of one language, two words each."""

    words: tuple[str, ...] = ()

    @cached_property
    def pairs(self) -> frozenset[tuple[str, ...]]:
        """The two words of each, without case."""
        return frozenset(tuple(word.casefold().split(" ")) for word in self.words)

    def joined(self, text: str) -> str:
        """Return a text whose compounds have a no-break space (U+00A0) between their two words."""
        if not self.words:
            return text

        def gap(found: re.Match[str]) -> str:
            pair = found[1].casefold(), found[2].casefold()
            return f"{found[1]}{NO_BREAK_SPACE if pair in self.pairs else ' '}"

        return BETWEEN.sub(gap, text)


NO_COMPOUNDS: Final = Compounds()


def read_compounds(root: Path) -> Mapping[str, Compounds]:
    """Read the lists by language code, empty when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return {}
    listed: dict[str, tuple[Compound, ...]] = read_yaml(root / FILE, dict[str, tuple[Compound, ...]], root)
    return {code: Compounds(words) for code, words in listed.items()}
