"""A kit as its page says it: sections of lines with their numbers in the file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from camnang.handbook.pages.blocks import Block, all_runs, items_in
from camnang.handbook.pages.model import Handbook, Kind, Page, Section
from camnang.handbook.pages.rendering import SOURCE_MARK


@dataclass(frozen=True)
class Line:
    """A line of a file that holds words; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Kit:
    """A kit in one language; `id` is its scam's slug, `sections` by id in the page's order."""

    file: str
    id: str
    language: str
    reviewed: datetime.date
    sections: Mapping[str, Section]

    def items(self, section: str) -> tuple[Line, ...]:
        """Return the list items of a section, each as one line."""
        blocks = self.sections[section].blocks if section in self.sections else ()
        return tuple(Line(item.line, " ".join(line.text for line in lines_of(item))) for item in items_in(blocks))

    def lines(self, section: str) -> tuple[Line, ...]:
        """Return the lines of a section that hold words."""
        blocks = self.sections[section].blocks if section in self.sections else ()
        return tuple(line for block in blocks for line in lines_of(block))

    def text(self, section: str) -> str:
        """Return a section's words as one text, without marks of sources."""
        return spoken(" ".join(line.text for line in self.lines(section)))

    def line_of(self, section: str) -> int:
        """Return the first line of a section that holds words, else that of its heading, 1 when there is none."""
        heading = self.sections[section].line if section in self.sections else 1
        return next((line.number for line in self.lines(section)), heading)


def lines_of(block: Block) -> Iterator[Line]:
    """Yield the lines of the file that hold the words of a block, as they are said."""
    if block.kind == "row":
        yield Line(block.line, " ".join("".join(run.text for run in all_runs(block)).split()))
        return
    # A break that the writer wants has a line's end of its own behind it in the file.
    said = "".join(" " if run.breaks else run.text for run in block.runs) if block.kind != "code" else ""
    for number, text in enumerate(said.split("\n"), start=block.line):
        if text.strip():
            yield Line(number, text.strip())
    for child in block.children:
        yield from lines_of(child)


def spoken(text: str) -> str:
    """Return a text without marks of sources."""
    return " ".join(SOURCE_MARK.sub(" ", text).split())


def kit_of(page: Page) -> Kit:
    """Return the kit that a page is."""
    details = page.details
    return Kit(page.file, details.id, page.language.code, details.reviewed, page.sections)


def kits_of(handbook: Handbook) -> tuple[Kit, ...]:
    """Return the kits of every language, the Vietnamese first, each in the order of folders."""
    codes = [language.code for language in handbook.facts.languages]
    pages = [page for page in handbook.pages.values() if page.kind is Kind.KIT]
    ordered = sorted(pages, key=lambda page: (codes.index(page.language.code), page.folder))
    return tuple(map(kit_of, ordered))
