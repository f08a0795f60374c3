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


# What readers type and what swindlers say stands so; a page's screens stand in a block of their own.
QUOTED = re.compile(r"«[^»]*»")
# Codes of headings and addresses of links are read by nobody.
NOT_READ = re.compile(r"\{[#:][^{}]*\}|\]\([^()]*\)")


class ForbiddenWords(BaseModel):
    """Words with one reason, and where they are right all the same.

    `allowed_on` names the folders of pages that must speak about them, `within` phrases that hold them; `quoted` ones
    may stand in «…» and on a swindler's screen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: Annotated[tuple[str, ...], Field(min_length=1)]
    reason: str
    instead: str
    allowed_on: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    quoted: bool = False

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

    @cached_property
    def right(self) -> tuple[re.Pattern[str], ...]:
        """What finds the phrases and quotations in which the words are right."""
        phrases = "|".join(map(re.escape, self.within))
        found = (re.compile(phrases, re.IGNORECASE),) if phrases else ()
        return (*found, QUOTED) if self.quoted else found

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the words that stand in `text` where they are wrong."""
        for pattern in (NOT_READ, *self.right):
            text = pattern.sub("|", text)
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
