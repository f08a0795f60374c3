"""Words of languages that few can check: each with its meaning and the source that attests it.

`data/lexicon/<code>.tsv` holds a language's own words, `loans.tsv` the Vietnamese loans and the names that every
language may use. A word of several syllables («pỉ noọng», «công an») is one row. A language without a table is not
checked.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final, Literal, get_args

from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.files.tab_table import numbered_rows
from camnang.files.text_file import character_faults, composed, open_text
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
    def lengths(self) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
        """How many syllables the words have that begin with a syllable, the most first, by language and syllable."""
        return {code: lengths_by_beginning(words) for code, words in self.entries.items()}

    def tokens(self, text: str, code: str) -> tuple[Token, ...]:
        """Cut `text` into words, the longest that the lexicon has first; numbers and signs are left out."""
        return tuple(cut(unicodedata.normalize("NFC", text), self.entries.get(code, {}), self.lengths.get(code, {})))

    def unattested(self, text: str, code: str) -> tuple[str, ...]:
        """Return the words of `text` that nothing attests, each once, in their order."""
        if code not in self.entries:
            return ()
        return unattested(self.tokens(text, code))

    def nearest(self, word: str, code: str) -> tuple[str, ...]:
        """Return the attested words that are written most like `word`."""
        return tuple(difflib.get_close_matches(word.lower(), self.entries.get(code, {}), NEAREST, 0.5))


def lengths_by_beginning(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the numbers of syllables of the words that begin with the same syllable, the most first."""
    found: dict[str, set[int]] = {}
    for word in words:
        syllables = WORD.findall(word)
        if syllables:
            found.setdefault(syllables[0], set()).add(len(syllables))
    return {beginning: tuple(sorted(lengths, reverse=True)) for beginning, lengths in found.items()}


def unattested(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return the words that nothing attests, each once, in their order."""
    return tuple(dict.fromkeys(token.text.lower() for token in tokens if token.entry is None))


def cut(text: str, entries: Mapping[str, Entry], lengths: Mapping[str, tuple[int, ...]]) -> Iterator[Token]:
    """Yield the words of `text`, the longest that `entries` has first; `lengths` are those of its words."""
    syllables = [(match[0].lower(), match.start(), match.end()) for match in WORD.finditer(text)]
    at = 0
    while at < len(syllables):
        first, start, end = syllables[at]
        taken, entry = 1, None
        for count in lengths.get(first, ()):
            if at + count > len(syllables):
                continue
            entry = entries.get(" ".join(text[start : syllables[at + count - 1][2]].lower().split()))
            if entry is not None:
                taken, end = count, syllables[at + count - 1][2]
                break
        yield Token(text[start:end], start, end, entry)
        at += taken


def entry_faults(row: Mapping[str, str], path: str, line: int) -> Iterator[Fault]:
    """Every column of a row is filled, and the kind is one of three."""
    empty = [column for column in COLUMNS if not row.get(column)]
    if empty:
        columns = ", ".join(COLUMNS)
        yield Fault(
            path=path,
            line=line,
            rule="thieu-truong",
            found=f"ô trống: {', '.join(empty)}",
            expected=f"đủ các cột {columns}",
            repair="điền ô, hoặc bỏ dòng",
        )
    elif row["kind"] not in get_args(EntryKind):
        expected = f"một trong {', '.join(get_args(EntryKind))}"
        yield Fault(
            path=path,
            line=line,
            rule="gia-tri-sai",
            found=f"loại «{row['kind']}»",
            expected=expected,
            repair="sửa cột kind",
        )


def repeated_word(word: str, path: str, line: int) -> Fault:
    """Say that a word stands twice."""
    found = f"chữ «{word}» đã có"
    return Fault(
        path=path, line=line, rule="trung-muc", found=found, expected="mỗi chữ một dòng", repair="bỏ một dòng"
    )


def read_table(file: Path, path: str, instead: str | None = None) -> dict[str, Entry]:
    """Read one table by word, or the text `instead` of it; none without a file.

    Raises `FaultsError` for empty cells, repeated words, and letters that do not belong there.
    """
    if instead is None and not file.is_file():
        return {}
    found: dict[str, Entry] = {}
    faults: list[Fault] = []
    text = open_text(file, path) if instead is None else composed(instead)
    faults += character_faults(text, path)
    for line, row in numbered_rows(text):
        faults += entry_faults(row, path, line)
        entry = Entry(*(row.get(column, "") for column in COLUMNS))  # type: ignore[arg-type]  # kind checked above
        if entry.word in found:
            faults.append(repeated_word(entry.word, path, line))
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
