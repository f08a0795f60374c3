"""Where words of the lexicon are from: what its tables may cite (`data/lexicon/rules/word_sources.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault
from camnang.files.tab_table import numbered_rows
from camnang.files.text_file import open_text
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.lexicon import FOLDER as LEXICON
from camnang.handbook.facts.lexicon import LOANS, NO_TEXTS

FILE: Final = f"{LEXICON}/rules/word_sources.tsv"
DICTIONARY: Final = f"{LEXICON}/tyz.tsv"
ANY_NUMBER: Final = "*"
FREE_TEXT: Final = "…"
TAY: Final = "TAY:"  # a word of the Tày dictionary in the Tày–Nùng table
AND: Final = " + "  # between the sources of a word's parts
NUMBER: Final = r"#?(\d+)(?:ex)?"


@dataclass(frozen=True)
class WordSource:
    """What a table may cite: its code, which numbers it has, what it is."""

    code: str
    numbers: str
    title: str

    def holds(self, cited: str) -> bool:
        """Tell whether `cited` is this source, with a number that it has."""
        if self.numbers == FREE_TEXT:
            return cited.startswith(f"{self.code}: ")
        if not self.numbers:
            return cited == self.code
        found = re.fullmatch(re.escape(self.code) + NUMBER, cited)
        return found is not None and (self.numbers == ANY_NUMBER or found[1] in self.numbers.split())


@dataclass(frozen=True)
class Row:
    """A word of a table, what it cites, and its place."""

    word: str
    source: str
    path: str
    line: int


def read_word_sources(root: Path) -> tuple[WordSource, ...]:
    """Read what may be cited, nothing without the file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    rows = numbered_rows(open_text(root / FILE, FILE))
    return tuple(WordSource(*(row[name].strip() for name in ("code", "numbers", "title"))) for _, row in rows)


def cited_rows(root: Path, path: str, instead: Mapping[str, str]) -> Iterator[Row]:
    """Yield the words of a table with what they cite; none without the file."""
    if path not in instead and not (root / path).is_file():
        return
    text = instead[path] if path in instead else open_text(root / path, path)
    for line, row in numbered_rows(text):
        yield Row(row.get("word", "").strip(), row.get("source", "").strip(), path, line)


def source_fault(row: Row, cited: str, expected: str) -> Fault:
    """Say that what a word cites is nowhere."""
    found = f"«{row.word}»: nguồn «{cited}» không có"
    repair = f"sửa cột source; nguồn mới thì thêm vào {FILE}"
    return Fault(path=row.path, line=row.line, rule="chu-sai-nguon", found=found, expected=expected, repair=repair)


def stands_in(row: Row, cited: str, dictionary: Iterable[Row]) -> bool:
    """Tell whether the Tày table has the same source for a word, for one that has it as a part, or for its parts."""
    whole = re.compile(rf"(?<!\w){re.escape(row.word)}(?!\w)")
    return any(each.source == cited and (AND in row.source or whole.search(each.word)) for each in dictionary)


def row_faults(row: Row, sources: tuple[WordSource, ...], dictionary: tuple[Row, ...]) -> Iterator[Fault]:
    """Every source of a row is declared; what the Tày table cites stands there with the same number."""
    codes = [source.code for source in sources]
    for cited in row.source.split(AND) if row.source else ():  # an empty cell is told elsewhere
        bare = cited.removeprefix(TAY)
        if not any(source.holds(bare) for source in sources):
            yield source_fault(row, cited, f"một trong các nguồn {', '.join(codes)}, đúng số")
        elif cited != bare and bare not in codes and not stands_in(row, bare, dictionary):
            yield source_fault(row, cited, f"một dòng của {DICTIONARY} có «{row.word}» và nguồn {bare}")


def word_source_faults(
    root: Path, languages: tuple[Language, ...], instead: Mapping[str, str] = NO_TEXTS
) -> Iterator[Fault]:
    """Yield a fault for each word of the lexicon that cites what is not there; none without a table of sources."""
    sources = read_word_sources(root)
    if not sources:
        return
    dictionary = tuple(cited_rows(root, DICTIONARY, instead))
    for name in (LOANS, *(f"{language.code}.tsv" for language in languages)):
        for row in cited_rows(root, f"{LEXICON}/{name}", instead):
            yield from row_faults(row, sources, dictionary)
