"""Reads `tuyen-truyen.md` beside a scam's page: front matter and sections of lines with their numbers."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.faults import Fault, FaultsError, raise_if_any
from camnang.handbook.front_matter import cut
from camnang.handbook.page_files import KIT
from camnang.handbook.rendering import SOURCE_MARK
from camnang.yaml_file import check_yaml

HEADING = re.compile(r"^## .+ \{#(?P<id>[a-z0-9-]+)\}$")
ITEM = re.compile(r"^- (.+)$")


class KitFrontMatter(BaseModel):
    """The head of a kit: the scam's id, when facts were checked, ids of sources."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    reviewed: datetime.date
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of a file that holds words; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Kit:
    """A kit; `sections` by id in the file's order."""

    file: str
    front: KitFrontMatter
    sections: Mapping[str, tuple[Line, ...]]

    def items(self, section: str) -> tuple[Line, ...]:
        """Return the list items of a section without their marks."""
        found = ((line, ITEM.match(line.text)) for line in self.sections.get(section, ()))
        return tuple(Line(line.number, match[1]) for line, match in found if match)

    def text(self, section: str) -> str:
        """Return a section's words as one text, without marks of sources and of stress."""
        joined = " ".join(line.text.removeprefix("- ") for line in self.sections.get(section, ()))
        return " ".join(SOURCE_MARK.sub(" ", joined.replace("**", "")).split())

    def line_of(self, section: str) -> int:
        """Return the first line of a section, 1 when there is none."""
        return next((line.number for line in self.sections.get(section, ())), 1)


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


def read_kit(file: Path, path: str) -> Kit:
    """Read a kit; raise `FaultsError` when its head is wrong."""
    raw = cut(unicodedata.normalize("NFC", file.read_text(encoding="utf-8")), path)
    front: KitFrontMatter = check_yaml(raw.front, KitFrontMatter, path, first_line=2)
    if front.id != file.parent.name:
        fault = Fault(path, raw.line_of("id"), f"id: {front.id}", f"id: {file.parent.name}", "ghi tên thư mục vào id")
        raise FaultsError([fault])
    return Kit(path, front, sections_of(raw.body, raw.body_line))


def kit_files(root: Path) -> Iterator[Path]:
    """Yield every kit's file, in the order of folders."""
    yield from sorted((root / "docs" / "thu-doan").glob(f"*/{KIT}.md"))


def read_kits(root: Path) -> tuple[Kit, ...]:
    """Read all kits; raise `FaultsError` with the faults of all of them."""
    faults: list[Fault] = []
    found: list[Kit] = []
    for file in kit_files(root):
        try:
            found.append(read_kit(file, file.relative_to(root).as_posix()))
        except FaultsError as error:
            faults += error.faults
    raise_if_any(faults)
    return tuple(found)
