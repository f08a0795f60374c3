"""Reads `tuyen-truyen.md` beside a scam's page: sections of lines with their numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from camnang.handbook.pages.front_matter import cut
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.page_files import read_text
from camnang.handbook.pages.rendering import SOURCE_MARK

HEADING = re.compile(r"^## .+ \{#(?P<id>[a-z0-9-]+)\}$")
ITEM = re.compile(r"^- (.+)$")


@dataclass(frozen=True)
class Line:
    """A line of a file that holds words; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Kit:
    """A kit in one language; `id` is its scam's slug, `sections` by id in the file's order."""

    file: str
    id: str
    language: str
    reviewed: datetime.date
    sections: Mapping[str, tuple[Line, ...]]

    def items(self, section: str) -> tuple[Line, ...]:
        """Return the list items of a section without their marks."""
        found = ((line, ITEM.match(line.text)) for line in self.sections.get(section, ()))
        return tuple(Line(line.number, match[1]) for line, match in found if match)

    def text(self, section: str) -> str:
        """Return a section's words as one text, without marks of sources and of stress."""
        return spoken(" ".join(line.text.removeprefix("- ") for line in self.sections.get(section, ())))

    def line_of(self, section: str) -> int:
        """Return the first line of a section, 1 when there is none."""
        return next((line.number for line in self.sections.get(section, ())), 1)


def spoken(text: str) -> str:
    """Return a text without marks of sources and of stress."""
    return " ".join(SOURCE_MARK.sub(" ", text.replace("**", "")).split())


def sections_of(body: str, first_line: int) -> dict[str, tuple[Line, ...]]:
    """Return the lines with words of each section; `first_line` is the file's line at which `body` begins."""
    found: dict[str, list[Line]] = {}
    current = ""
    for number, text in enumerate(body.splitlines(), start=first_line):
        if match := HEADING.match(text):
            current = match["id"]
            found[current] = []
        elif current and text.strip():
            found[current].append(Line(number, text.strip()))
    return {name: tuple(lines) for name, lines in found.items()}


def read_kit(root: Path, page: Page) -> Kit:
    """Read the kit behind a page of the handbook."""
    raw = cut(read_text(root / page.file, page.file), page.file)
    return Kit(
        page.file, page.details.id, page.language.code, page.details.reviewed, sections_of(raw.body, raw.body_line)
    )


def read_kits(root: Path, handbook: Handbook) -> tuple[Kit, ...]:
    """Read the kits of every language, the Vietnamese first, each in the order of folders."""
    codes = [language.code for language in handbook.facts.languages]
    pages = [page for page in handbook.pages.values() if page.kind is Kind.KIT]
    ordered = sorted(pages, key=lambda page: (codes.index(page.language.code), page.folder))
    return tuple(read_kit(root, page) for page in ordered)
