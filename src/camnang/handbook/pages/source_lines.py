"""Where headings and list items stand in a page's Markdown, so that a fault can name its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
HEADING_ID = re.compile(r"\{[^}]*#([^\s}]+)[^}]*\}\s*$")
LIST_ITEM = re.compile(r"^(?:[-*+]|\d+\.)\s+\S")
FENCE = re.compile(r"^(```|~~~)")


@dataclass(frozen=True)
class HeadingLine:
    """A heading: its level, the id written in braces (None without one) and its line."""

    level: int
    id: str | None
    text: str
    line: int


def lines_outside_fences(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Yield (line number, line) for every line that no code fence holds."""
    fenced = False
    for number, line in enumerate(body.splitlines(), start=first_line):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def headings(body: str, first_line: int) -> tuple[HeadingLine, ...]:
    """Return all headings of the body in their order."""
    found = []
    for number, line in lines_outside_fences(body, first_line):
        if match := HEADING.match(line):
            named = HEADING_ID.search(match[2])
            text = HEADING_ID.sub("", match[2]).strip()
            found.append(HeadingLine(len(match[1]), named[1] if named else None, text, number))
    return tuple(found)


def item_lines(body: str, first_line: int) -> tuple[int, ...]:
    """Return the lines of all top-level list items of the body."""
    return tuple(number for number, line in lines_outside_fences(body, first_line) if LIST_ITEM.match(line))


def line_containing(body: str, first_line: int, text: str) -> int:
    """Return the first line that holds `text`, else the body's first line."""
    for number, line in enumerate(body.splitlines(), start=first_line):
        if text in line:
            return number
    return first_line
