"""Lines of a page that Markdown does not take for what they look like: told, and read on as they were meant.

What Word writes for a list, a heading without its space, the mark of a source in another spelling: each would make
other rules speak of lines and sections that an editor sees before their eyes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts.sources import ID
from camnang.handbook.pages.source_blocks import FENCE

BEFORE: Final = r"^(?P<before>[ \t]*(?:>[ \t]*)?)"
WORDS: Final = r"(?=[^\W\d_]|\*\*|«|\")"
HEADING: Final = "tiêu đề dạng «## Tên mục {#ma-muc}»"
ITEM: Final = "dòng liệt kê bắt đầu bằng «- » hoặc «1. »"
MARK: Final = "mỗi nguồn một mã trong ngoặc vuông: chữ hoa và số viết liền, ví dụ [C09] [C10]"
MOST_AFTER: Final = 30  # letters shown after a slip
CODE: Final = re.compile(r"([A-Za-z])\s*(\d{1,3})")


@dataclass(frozen=True)
class SlipKind:
    """What finds a slip in a line, what was meant in its place, what is wrong and what belongs there."""

    pattern: re.Pattern[str]
    meant: Callable[[re.Match[str]], str]
    found: str
    expected: str


def marks_meant(match: re.Match[str]) -> str:
    """Return marks of sources as they are read: «[C09] [C10]» for «[c9, C10]»."""
    return " ".join(f"[{letter.upper()}{number.zfill(2)}]" for letter, number in CODE.findall(match[0]))


KINDS: Final = (
    SlipKind(
        re.compile(r"^(#{1,6})(?:\u00a0\s*|(?=[^#\s{]))"),
        lambda m: f"{m[1]} ",
        "sau dấu # không có dấu cách",
        HEADING,
    ),
    SlipKind(re.compile(r"\{(:?)\s*#\s+(?=[\w-]+\s*\})"), lambda m: f"{{{m[1]}#", "sau «{#» có dấu cách", HEADING),
    SlipKind(
        re.compile(BEFORE + r"(?:[•●▪◦·]\s*|[–—]\s+)(?=\S)"),
        lambda m: f"{m['before']}- ",
        "dấu đầu dòng của Word, ở đây không thành dòng liệt kê",
        ITEM,
    ),
    SlipKind(
        re.compile(BEFORE + r"(?P<number>\d{1,2})\)\s+(?=\S)"),
        lambda m: f"{m['before']}{m['number']}. ",
        "số đầu dòng có dấu «)», ở đây không thành dòng liệt kê",
        ITEM,
    ),
    SlipKind(
        re.compile(BEFORE + rf"(?P<sign>[-+]|\d{{1,2}}\.)(?:\u00a0\s*(?=\S)|{WORDS})"),
        lambda m: f"{m['before']}{m['sign']} ",
        "sau dấu đầu dòng không có dấu cách",
        ITEM,
    ),
    SlipKind(
        re.compile(rf"\[(?!{ID}\])" r"\s*[A-Za-z]\s*\d{1,3}(?:\s*[,;]\s*[A-Za-z]\s*\d{1,3})*\s*\](?!\()"),
        marks_meant,
        "mã nguồn viết khác",
        MARK,
    ),
)


def section_kind(sections: tuple[str, ...]) -> tuple[SlipKind, ...]:
    """Return what finds the heading of a section of the page's kind with too many signs, nothing without such."""
    if not sections:
        return ()
    named = "|".join(map(re.escape, sections))
    pattern = re.compile(rf"^#{{3,6}}(?=[ \t].*\{{:?\s*#(?:{named})\s*\}}\s*$)")
    return (SlipKind(pattern, lambda _: "##", "mục của trang viết thừa dấu #", HEADING),)


def slips_in(line: str, kinds: tuple[SlipKind, ...]) -> Iterator[tuple[SlipKind, str, str]]:
    """Yield each slip of a line with the words at its place: as they stand there, and as they were meant."""
    for kind in kinds:
        for match in kind.pattern.finditer(line):
            after = line[match.end() : match.end() + MOST_AFTER]
            yield kind, f"{match[0].lstrip()}{after}".rstrip(), f"{kind.meant(match).lstrip()}{after}".rstrip()
        line = kind.pattern.sub(kind.meant, line)


def meant_line(line: str, kinds: tuple[SlipKind, ...]) -> str:
    """Return a line as it was meant."""
    for kind in kinds:
        line = kind.pattern.sub(kind.meant, line)
    return line


def fenced_lines(body: str) -> frozenset[int]:
    """Return the lines, counted from 0, that stand as they are."""
    spans = ((body.count("\n", 0, fence.start()), body.count("\n", 0, fence.end())) for fence in FENCE.finditer(body))
    return frozenset(line for first, last in spans for line in range(first, last + 1))


def slip_faults(body: str, sections: tuple[str, ...], path: str, first_line: int) -> Iterator[Fault]:
    """Yield a fault for each slip of a body that begins on the file's line `first_line`."""
    kinds, fenced = (*KINDS, *section_kind(sections)), fenced_lines(body)
    for number, line in enumerate(body.split("\n")):
        for kind, written, meant in () if number in fenced else slips_in(line, kinds):
            yield Fault(
                path=path,
                line=first_line + number,
                rule="dong-sai-dau",
                found=f"{kind.found}: «{written}»",
                expected=kind.expected,
                repair=f"viết «{meant}»",
            )


def as_meant(body: str, sections: tuple[str, ...]) -> str:
    """Return a body of as many lines without its slips."""
    kinds, fenced = (*KINDS, *section_kind(sections)), fenced_lines(body)
    lines = enumerate(body.split("\n"))
    return "\n".join(line if number in fenced else meant_line(line, kinds) for number, line in lines)
