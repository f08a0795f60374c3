"""A section's HTML as blocks of runs: what a book or a slide prints, with bold words and their language kept.

Links, images and raw tags leave only their words; code blocks (the `mau` block) and source marks leave nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import lxml.html
from lxml.html import HtmlElement

from camnang.handbook.pages.rendering import SOURCE_MARK, SPACE

BlockKind = Literal["paragraph", "quote", "bullets", "steps", "table"]

BOLD_TAGS = frozenset({"strong", "b", "th", "h3", "h4", "h5", "h6"})
SILENT_TAGS = frozenset({"pre", "script", "style"})
PARAGRAPH_TAGS = frozenset({"p", "h3", "h4", "h5", "h6"})
CITED = re.compile(rf"\s*{SOURCE_MARK.pattern}")


@dataclass(frozen=True)
class Run:
    """Words of one weight in one language ('' is the page's own)."""

    text: str
    bold: bool = False
    language: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, a quotation, a list or a table; `parts` are its paragraphs, items or cells row by row."""

    kind: BlockKind
    parts: tuple[tuple[Run, ...], ...]
    columns: int = 1


def without_sources(text: str) -> str:
    """Return words without the `[C09]` marks, which lead nowhere on paper."""
    return CITED.sub("", text)


def raw_runs(element: HtmlElement, bold: bool, language: str) -> Iterator[Run]:
    """Yield an element's words in their order, spaces as they stand."""
    bold = bold or element.tag in BOLD_TAGS
    language = element.get("lang") or language
    yield Run(element.text or "", bold, language)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT_TAGS:
            yield from raw_runs(child, bold, language)
        yield Run(child.tail or "", bold, language)


def joined(found: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with single spaces between their words and none at the ends; equal neighbours become one."""
    runs: list[Run] = []
    for run in found:
        text = SPACE.sub(" ", run.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if runs and (not text or replace(run, text="") == replace(runs[-1], text="")):
            runs[-1] = replace(runs[-1], text=runs[-1].text + text)
        elif text:
            runs.append(replace(run, text=text))
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text)


def runs_of(element: HtmlElement) -> tuple[Run, ...]:
    """Return the runs of a paragraph, a list item or a cell, without source marks."""
    return joined(replace(run, text=without_sources(run.text)) for run in raw_runs(element, False, ""))


def filled(kind: BlockKind, elements: Iterable[HtmlElement]) -> Iterator[Block]:
    """Yield one block of the elements that say something, or none."""
    parts = tuple(runs for element in elements if (runs := runs_of(element)))
    if parts:
        yield Block(kind, parts)


def table_of(element: HtmlElement) -> Iterator[Block]:
    """Yield a table; short rows are filled up, so that `parts` is a whole number of rows."""
    rows = [[runs_of(cell) for cell in row if cell.tag in {"td", "th"}] for row in element.iter("tr")]
    columns = max((len(row) for row in rows), default=0)
    if columns:
        cells = (cell for row in rows for cell in (*row, *((),) * (columns - len(row))))
        yield Block("table", tuple(cells), columns)


def blocks_of_element(element: HtmlElement) -> Iterator[Block]:
    """Yield the blocks of one element; a frame such as `<div>` gives those of its children."""
    if element.tag in PARAGRAPH_TAGS:
        yield from filled("paragraph", [element])
    elif element.tag == "blockquote":
        yield from filled("quote", list(element) or [element])
    elif element.tag in {"ul", "ol"}:
        kind: BlockKind = "steps" if element.tag == "ol" else "bullets"
        yield from filled(kind, [item for item in element if item.tag == "li"])
    elif element.tag == "table":
        yield from table_of(element)
    elif isinstance(element.tag, str) and element.tag not in SILENT_TAGS:
        for child in element:
            yield from blocks_of_element(child)


def rich_blocks(html: str) -> tuple[Block, ...]:
    """Return the blocks of a section's HTML in their order."""
    if not html.strip():
        return ()
    return tuple(blocks_of_element(lxml.html.fragment_fromstring(html, create_parent="div")))
