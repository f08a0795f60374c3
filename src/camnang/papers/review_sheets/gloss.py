"""What each word of a draft means, from the lexicon, for a reviewer and for an editor who speaks only Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from camnang.handbook.facts.lexicon import Entry, Lexicon

UNKNOWN = "chưa có nguồn"
LOAN = "chữ Việt"
NAME = "tên riêng"


@dataclass(frozen=True)
class Gloss:
    """A word and what is known about it."""

    word: str
    meaning: str

    def __str__(self) -> str:
        return f"{self.word}: {self.meaning}"


def meaning_of(entry: Entry | None) -> str:
    """Return a word's meaning with its source, or what kind of word it is."""
    if entry is None:
        return UNKNOWN
    if entry.kind == "name":
        return NAME
    if entry.kind == "loan":
        return LOAN if entry.meaning.lower() == entry.word else f"{entry.meaning} ({LOAN})"
    return f"{entry.meaning} ({entry.source})"


def all_glosses(text: str, code: str, lexicon: Lexicon) -> Iterator[Gloss]:
    """Yield a gloss for every word, in the order of the text."""
    for token in lexicon.tokens(text, code):
        yield Gloss(token.entry.word if token.entry else token.text.lower(), meaning_of(token.entry))


def glosses(text: str, code: str, lexicon: Lexicon) -> tuple[Gloss, ...]:
    """Return the glosses of a text, each word once; none for a language without a lexicon."""
    if code not in lexicon.entries:
        return ()
    return tuple(dict.fromkeys(all_glosses(text, code, lexicon)))
