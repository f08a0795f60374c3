"""Words of two syllables that no line may part (`data/compounds.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from camnang.files.yaml_file import read_yaml

FILE = "data/compounds.yml"
NO_BREAK_SPACE: Final = "\u00a0"


@dataclass(frozen=True)
class Compounds:
    """The compounds of one language."""

    words: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds a compound as whole words, whatever its case; of two that begin alike the longer one."""
        longest_first = sorted((word for word in self.words if " " in word), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)

    def joined(self, text: str) -> str:
        """Return a text whose compounds have a no-break space (U+00A0) between their syllables."""
        if not self.words:
            return text
        return self.pattern.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)


NO_COMPOUNDS: Final = Compounds()


def read_compounds(root: Path) -> Mapping[str, Compounds]:
    """Read the lists by language code, empty when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return {}
    listed: dict[str, tuple[str, ...]] = read_yaml(root / FILE, dict[str, tuple[str, ...]], root)
    return {code: Compounds(words) for code, words in listed.items()}
