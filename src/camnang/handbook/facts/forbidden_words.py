"""Words that no page and no data may use, each with the reason (`data/forbidden_words.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault
from camnang.files.yaml_file import read_yaml

FILE = "data/forbidden_words.yml"


class ForbiddenWords(BaseModel):
    """Words with one reason; `allowed_on` names the folders of pages that must speak about them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Annotated[tuple[str, ...], Field(min_length=1)]
    reason: str
    instead: str
    allowed_on: tuple[str, ...] = ()

    @cached_property
    def patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Each word with what finds it as a whole word, whatever its case."""
        return tuple((word, re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)) for word in self.words)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words without case, for a quick look."""
        return tuple(word.casefold() for word in self.words)

    def may_be_in(self, folded: str) -> bool:
        """Tell whether a word may stand in a text, given without case; `found_in` tells whether it does."""
        return any(word in folded for word in self.folded)

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the words that stand in `text`."""
        return tuple(word for word, pattern in self.patterns if pattern.search(text))


def word_faults(path: str, number: int, line: str, forbidden: Iterable[ForbiddenWords]) -> Iterator[Fault]:
    """Return a fault for each forbidden word of a line."""
    for listed in forbidden:
        for word in listed.found_in(line):
            yield Fault(
                path=path,
                line=number,
                rule="chu-cam",
                found=f"chữ «{word}»: {listed.reason}",
                expected=listed.instead,
                repair=f"thay «{word}»",
            )


def read_forbidden_words(root: Path) -> tuple[ForbiddenWords, ...]:
    """Read the list, empty when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    listed: tuple[ForbiddenWords, ...] = read_yaml(root / FILE, tuple[ForbiddenWords, ...], root)
    return listed
