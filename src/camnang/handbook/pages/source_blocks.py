"""A page's Markdown cut into blocks, each with the exact characters of the file that hold its words.

The one scanner of sources: it knows where things stand; what they say is what Python-Markdown makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```[ \t]*\r?$|^~~~.*?^~~~[ \t]*\r?$", re.DOTALL | re.MULTILINE)
LINE = re.compile(r"[^\n]+\n?|\n")
HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*(\{[^{}]*\})?[ \t]*")
MARKER = re.compile(r"[ \t]*(?:>[ \t]*)?(?:(?:[-*+]|\d+\.)[ \t]+(?=\S))?")
HEADING_ID = re.compile(r"#([^\s}]+)")
LANGUAGE = re.compile(r"\blang=[\"']?([\w-]+)")

SourceKind = Literal["heading", "paragraph", "item", "row", "mock"]
LineKind = Literal["blank", "mark", "heading", "item", "row", "rule", "html", "quote", "text"]

# The first that fits decides; what none fits is text.
LINE_KINDS: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    ("blank", re.compile(r"\s*$")),
    ("mark", re.compile(r"[ \t]*\{:[^}]*\}\s*$")),
    ("heading", re.compile(r"#{1,6}[ \t]+\S")),
    ("item", re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+\S")),
    ("rule", re.compile(r"[ \t]*\|[\s|:-]*$")),
    ("row", re.compile(r"[ \t]*\|")),
    ("html", re.compile(r"[ \t]*<(?!span\b)")),
    ("quote", re.compile(r"[ \t]*>")),
)
# A line of text goes on with what these began.
CONTINUED = frozenset({"text", "item", "quote", "html"})
BLOCK_KINDS: dict[LineKind, SourceKind] = {
    "heading": "heading",
    "item": "item",
    "row": "row",
    "quote": "paragraph",
    "text": "paragraph",
}


@dataclass(frozen=True)
class Line:
    """A line without its end; `start` counts characters from the file's beginning."""

    start: int
    text: str
    kind: LineKind

    @property
    def end(self) -> int:
        """Where the line's characters end."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class SourceBlock:
    """Words from `start` to `end`; `level` and `id` of a heading, `language` where a mark names another one."""

    kind: SourceKind
    start: int
    end: int
    level: int = 0
    id: str = ""
    language: str = ""


@dataclass(frozen=True)
class HeadingLine:
    """A heading: its level, the id written in braces ('' without one) and its line."""

    level: int
    id: str
    text: str
    line: int


def kind_of(line: str) -> LineKind:
    """Return what a line is by itself."""
    return next((kind for kind, pattern in LINE_KINDS if pattern.match(line)), "text")


def lines_of(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines between two places of a text."""
    for match in LINE.finditer(text, start, end):
        line = match[0].rstrip("\r\n")
        yield Line(match.start(), line, kind_of(line))


def goes_on(group: list[Line], line: Line) -> bool:
    """Tell whether a line belongs to the block that the lines before it make."""
    if not group or group[-1].kind == "blank":
        return False
    if line.kind == "mark" or (group[0].kind == "html" and line.kind != "blank"):
        return True
    return line.kind == "text" and group[-1].kind in CONTINUED


def grouped(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each block."""
    group: list[Line] = []
    for line in lines:
        if group and not goes_on(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def language_of(group: list[Line]) -> str:
    """Return the language that a mark under a block names, '' without one."""
    found = [LANGUAGE.search(line.text) for line in group if line.kind == "mark"]
    return next((match[1] for match in found if match), "")


def heading_of(line: Line, language: str) -> SourceBlock:
    """Return a heading's words without signs and braces."""
    match = HEADING.fullmatch(line.text)
    assert match is not None  # noqa: S101 (the line's kind is "heading")
    named, marked = HEADING_ID.search(match[3] or ""), LANGUAGE.search(match[3] or "")
    start, end = (line.start + at for at in match.span(2))
    return SourceBlock(
        "heading", start, end, len(match[1]), named[1] if named else "", marked[1] if marked else language
    )


def block_of(group: list[Line]) -> SourceBlock | None:
    """Return the block that some lines make, None where they hold no words of the page."""
    kind = BLOCK_KINDS.get(group[0].kind)
    if kind is None:
        return None
    if kind == "heading":
        return heading_of(group[0], language_of(group))
    marker = MARKER.match(group[0].text)
    start = group[0].start + (marker.end() if marker else 0)
    end = max(line.end for line in group if line.kind != "mark")
    return SourceBlock(kind, start, end, language=language_of(group))


def prose(text: str, start: int, end: int) -> Iterator[SourceBlock]:
    """Yield the blocks between two places that no fence holds."""
    for group in grouped(lines_of(text, start, end)):
        if block := block_of(group):
            yield block


def source_blocks(text: str, start: int) -> Iterator[SourceBlock]:
    """Yield the blocks of a page from `start` on in their order; of fences only `mau`, as kind "mock"."""
    for fence in FENCE.finditer(text, start):
        yield from prose(text, start, fence.start())
        if fence[1] == "mau":
            yield SourceBlock("mock", *fence.span(2))
        start = fence.end()
    yield from prose(text, start, len(text))


def with_lines(body: str, first_line: int) -> Iterator[tuple[SourceBlock, int]]:
    """Yield the blocks of a body that begins on the file's line `first_line`, each with the line of its words."""
    at, line = 0, first_line
    for block in source_blocks(body, 0):
        line += body.count("\n", at, block.start)
        at = block.start
        yield block, line


def headings(body: str, first_line: int) -> tuple[HeadingLine, ...]:
    """Return all headings of the body in their order."""
    return tuple(
        HeadingLine(block.level, block.id, body[block.start : block.end], line)
        for block, line in with_lines(body, first_line)
        if block.kind == "heading"
    )
