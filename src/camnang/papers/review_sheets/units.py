"""A page cut into units: the exact characters that a reviewer judges one by one, each with a stable id.

The Vietnamese page and its translations are cut by the same rules, so that the same id names the same thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from camnang.handbook.facts.sources import ID
from camnang.handbook.pages.front_matter import BLOCK
from camnang.handbook.pages.source_blocks import SourceBlock, source_blocks
from camnang.papers.review_sheets.yaml_values import Key, values_of, written

LETTER = re.compile(r"[^\W\d_]")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
# The marks of sources at a text's end are the editor's, not the reviewer's.
WORDS = re.compile(rf"\s*(.*?)(?:\s*\[{ID}\])*\s*", re.DOTALL)
# Words inside a line that are marked as another language's.
MARKED = re.compile(r"<span\b[^>]*\blang=[^>]*>.*?</span>", re.DOTALL)
CELL = re.compile(r"(?<=\|)\s*((?:\\.|[^|\\])*?)\s*(?=\||$)")
FRONT_FIELDS = frozenset({"short", "hint"})
MOCK_FIELDS = frozenset({"from", "via", "say", "co-do"})
SHORT_NAMES = {"paragraph": "p", "heading": "h", "row": "row", "item": ""}
STATEMENT = "statement"

Form = Literal["markdown", "yaml"]


@dataclass(frozen=True)
class Unit:
    """The characters of a file from `start` to `end`; `text` is what they say, on one line."""

    id: str
    start: int
    end: int
    text: str
    form: Form = "markdown"


@dataclass
class Names:
    """Gives the blocks of a page their names, one after the other."""

    section: str = ""
    counts: Counter[str] = field(default_factory=Counter)

    def in_section(self, name: str) -> str:
        """Return a name below that of the section."""
        return ".".join(part for part in (self.section, name) if part)

    def name(self, block: SourceBlock) -> str:
        """Return the name of the next block."""
        if block.kind == "heading" and block.level == 1 and not self.section:
            return "title"
        if block.kind == "heading" and block.level <= 2:
            return self.begin(block.id)
        self.counts[block.kind] += 1
        if block.kind == "mock":
            return self.section
        return self.in_section(f"{SHORT_NAMES[block.kind]}{self.counts[block.kind]}")

    def begin(self, section: str) -> str:
        """Begin a section; return the name of its heading."""
        numbered = self.counts["section"] + 1
        self.section, self.counts = section or f"s{numbered}", Counter({"section": numbered})
        return f"{self.section}.title"


def one_line(text: str) -> str:
    """Return text with composed letters and single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words of a block are, without marked passages, space around and sources after them."""
    for passage in MARKED.finditer(text, start, end):
        yield words_span(text, start, passage.start())
        start = passage.end()
    yield words_span(text, start, end)


def units_at(text: str, name: str, start: int, end: int) -> Iterator[Unit]:
    """Yield the units of Markdown at a place: one, or several numbered ones around marked passages."""
    found = [span for span in pieces(text, start, end) if LETTER.search(text, *span)]
    for number, span in enumerate(found, start=1):
        yield Unit(name if number == 1 else f"{name}.{number}", *span, one_line(text[slice(*span)]))


def yaml_units(text: str, start: int, end: int, prefix: str, fields: frozenset[str]) -> Iterator[Unit]:
    """Yield the values of the named fields of YAML."""
    for value in values_of(text, start, end):
        keys: tuple[Key, ...] = tuple(key for key in value.keys if key != "lines")
        if keys and keys[-1] in fields:
            name = ".".join(str(key) for key in (prefix, *keys) if key)
            yield Unit(name, value.start, value.end, one_line(value.text), "yaml")


def words_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words of a block are, without space around them and sources after them."""
    match = WORDS.fullmatch(text, start, end)
    assert match is not None  # noqa: S101 (every part of the pattern may be empty)
    return match.span(1)


def lead_and_rest(text: str, block: SourceBlock, name: str) -> Iterator[Unit]:
    """Yield the bold beginning of a paragraph or list item, then what follows it."""
    bold = BOLD.match(text, block.start, block.end)
    if bold:
        yield from units_at(text, STATEMENT if name == "p1" else f"{name}.lead", *bold.span(1))
    start = bold.end() if bold else block.start
    yield from units_at(text, f"{name}.rest" if block.kind == "item" else name, start, block.end)


def block_units(text: str, block: SourceBlock, name: str) -> Iterator[Unit]:
    """Yield the units of one block."""
    if block.kind == "mock":
        yield from yaml_units(text, block.start, block.end, name, MOCK_FIELDS)
    elif block.kind == "heading":
        yield from units_at(text, name, block.start, block.end)
    elif block.kind == "row":
        for number, cell in enumerate(CELL.finditer(text, block.start, block.end), start=1):
            yield from units_at(text, f"{name}.{number}", *cell.span(1))
    else:
        yield from lead_and_rest(text, block, name)


def all_units(text: str) -> Iterator[Unit]:
    """Yield every unit, and spans without a letter among them."""
    front = BLOCK.match(text)
    if front:
        yield from yaml_units(text, *front.span(1), "", FRONT_FIELDS)
    names = Names()
    for block in source_blocks(text, front.end() if front else 0):
        name = names.name(block)
        if not block.language:
            yield from block_units(text, block, name)


def units_of(text: str) -> tuple[Unit, ...]:
    """Return a page's units in the order of the file; passages marked with a language are none."""
    return tuple(unit for unit in all_units(text) if LETTER.search(unit.text))


def with_replaced(text: str, new: Mapping[str, str]) -> str:
    """Return a page with new words in the units that `new` names; not a character outside them changes."""
    parts, at = [], 0
    for unit in units_of(text):
        old, wanted = text[unit.start : unit.end], new.get(unit.id, unit.text)
        if wanted != unit.text:
            parts += [text[at : unit.start], written(old, wanted) if unit.form == "yaml" else wanted]
            at = unit.end
    return "".join([*parts, text[at:]])
