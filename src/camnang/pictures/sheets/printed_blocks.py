"""Blocks of a page as a book prints them: bold words and their language kept, links without their addresses.

Code blocks (the `mau` block) and source marks leave nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from camnang.handbook.pages.blocks import LISTS, SPACE, Block, Run, all_runs
from camnang.handbook.pages.rendering import without_sources

PrintedKind = Literal["paragraph", "quote", "bullets", "steps", "table"]

BOLD_KINDS = frozenset({"heading", "head"})


@dataclass(frozen=True)
class PrintedBlock:
    """A paragraph, a quotation, a list or a table; `parts` are its paragraphs, items or cells row by row."""

    kind: PrintedKind
    parts: tuple[tuple[Run, ...], ...]
    columns: int = 1


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


def part_of(block: Block) -> tuple[Run, ...]:
    """Return the runs of a paragraph, a list item or a cell, without source marks: weight and language alone."""
    bold = block.kind in BOLD_KINDS
    return joined(Run(without_sources(run.text), run.bold or bold, language=run.language) for run in all_runs(block))


def filled(kind: PrintedKind, blocks: Iterable[Block]) -> Iterator[PrintedBlock]:
    """Yield one block of the parts that say something, or none."""
    parts = tuple(runs for block in blocks if (runs := part_of(block)))
    if parts:
        yield PrintedBlock(kind, parts)


def table_of(table: Block) -> Iterator[PrintedBlock]:
    """Yield a table; short rows are filled up, so that `parts` is a whole number of rows."""
    rows = [[part_of(cell) for cell in row.children] for row in table.children]
    columns = max((len(row) for row in rows), default=0)
    if columns:
        cells = (cell for row in rows for cell in (*row, *((),) * (columns - len(row))))
        yield PrintedBlock("table", tuple(cells), columns)


def printed(blocks: Iterable[Block]) -> Iterator[PrintedBlock]:
    """Yield blocks as they are printed, in their order; a frame such as `<div>` gives those in it."""
    for block in blocks:
        if block.kind in {"paragraph", "heading"}:
            yield from filled("paragraph", [block])
        elif block.kind == "quote":
            yield from filled("quote", block.children or [block])
        elif block.kind in LISTS:
            yield from filled("steps" if block.kind == "steps" else "bullets", block.children)
        elif block.kind == "table":
            yield from table_of(block)
        elif block.kind == "frame":
            yield from filled("paragraph", [replace(block, children=())])
            yield from printed(block.children)
