"""Words of languages that few can check: each with its meaning and the source that attests it.

`data/lexicon/<code>.tsv` holds a language's own words, `loans.tsv` the Vietnamese loans and the names that every
language may use. A word of several syllables («pỉ noọng», «công an») is one row. A language without a table is not
checked.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from io import StringIO
from pathlib import Path
from typing import Final, Literal, get_args

from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.handbook.facts.languages import Language

FOLDER = "data/lexicon"
LOANS = "loans.tsv"
COLUMNS = ("word", "kind", "meaning", "source")
WORD = re.compile(r"[^\W\d_]+")
NEAREST = 3
NO_TEXTS: Final[Mapping[str, str]] = {}

EntryKind = Literal["word", "loan", "name"]


@dataclass(frozen=True)
class Entry:
    """A word form, what it means in Vietnamese, and who attests it."""

    word: str
    kind: EntryKind
    meaning: str
    source: str


@dataclass(frozen=True)
class Token:
    """A word of a text as it stands there, from `start` to `end`; `entry` is None when nothing attests it."""

    text: str
    start: int
    end: int
    entry: Entry | None


@dataclass(frozen=True)
class Lexicon:
    """The words of each language by language code, loans and names among them."""

    entries: Mapping[str, Mapping[str, Entry]]

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """The number of syllables of each language's longest word."""
        return {code: max((len(word.split()) for word in words), default=1) for code, words in self.entries.items()}

    def tokens(self, text: str, code: str) -> tuple[Token, ...]:
        """Cut `text` into words, the longest that the lexicon has first; numbers and signs are left out."""
        return tuple(cut(unicodedata.normalize("NFC", text), self.entries.get(code, {}), self.longest.get(code, 1)))

    def unattested(self, text: str, code: str) -> tuple[str, ...]:
        """Return the words of `text` that nothing attests, each once, in their order."""
        if code not in self.entries:
            return ()
        return tuple(dict.fromkeys(token.text.lower() for token in self.tokens(text, code) if token.entry is None))

    def nearest(self, word: str, code: str) -> tuple[str, ...]:
        """Return the attested words that are written most like `word`."""
        return tuple(difflib.get_close_matches(word.lower(), self.entries.get(code, {}), NEAREST, 0.5))


def cut(text: str, entries: Mapping[str, Entry], longest: int) -> Iterator[Token]:
    """Yield the words of `text`; a word has up to `longest` syllables with nothing but spaces between them."""
    syllables = list(WORD.finditer(text))
    at = 0
    while at < len(syllables):
        taken = next(fitting(text, syllables[at : at + longest], entries), 1)
        start, end = syllables[at].start(), syllables[at + taken - 1].end()
        found = text[start:end]
        yield Token(found, start, end, entries.get(" ".join(found.lower().split())))
        at += taken


def fitting(text: str, syllables: list[re.Match[str]], entries: Mapping[str, Entry]) -> Iterator[int]:
    """Yield how many of the first syllables make one known word, the most first."""
    for count in range(len(syllables), 0, -1):
        found = text[syllables[0].start() : syllables[count - 1].end()].lower()
        if " ".join(found.split()) in entries:
            yield count


def entry_faults(row: Mapping[str, str | None], path: str, line: int) -> Iterator[Fault]:
    """Every column of a row is filled, and the kind is one of three."""
    empty = [column for column in COLUMNS if not row.get(column)]
    if empty:
        columns = ", ".join(COLUMNS)
        yield Fault(path, line, f"ô trống: {', '.join(empty)}", f"đủ các cột {columns}", "điền ô, hoặc bỏ dòng")
    elif row["kind"] not in get_args(EntryKind):
        expected = f"một trong {', '.join(get_args(EntryKind))}"
        yield Fault(path, line, f"loại «{row['kind']}»", expected, "sửa cột kind")


def read_table(file: Path, path: str, instead: str | None = None) -> dict[str, Entry]:
    """Read one table by word, or the text `instead` of it; none without a file.

    Raises `FaultsError` for empty cells and repeated words.
    """
    if instead is None and not file.is_file():
        return {}
    found: dict[str, Entry] = {}
    faults: list[Fault] = []
    with file.open(encoding="utf-8", newline="") if instead is None else StringIO(instead, newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            faults += entry_faults(row, path, line)
            entry = Entry(*(row.get(column) or "" for column in COLUMNS))  # type: ignore[arg-type]  # kind checked above
            if entry.word in found:
                faults.append(Fault(path, line, f"chữ «{entry.word}» đã có", "mỗi chữ một dòng", "bỏ một dòng"))
            found[entry.word] = entry
    raise_if_any(faults)
    return found


def read_lexicon(root: Path, languages: tuple[Language, ...], instead: Mapping[str, str] = NO_TEXTS) -> Lexicon:
    """Read the words of every language that has a table; raise `FaultsError` with the faults of all tables.

    `instead` are texts that are read for the tables' own, by path from `root`.
    """
    faults: list[Fault] = []
    tables: dict[str, dict[str, Entry]] = {}
    for name in (LOANS, *(f"{language.code}.tsv" for language in languages)):
        path = f"{FOLDER}/{name}"
        tables[name] = attempt(faults, partial(read_table, root / path, path, instead.get(path)), {})
    raise_if_any(faults)
    own = {language.code: tables[f"{language.code}.tsv"] for language in languages}
    return Lexicon({code: {**tables[LOANS], **words} for code, words in own.items() if words})
