"""A page's elements as typed blocks, each with the line of the Markdown that it was made of.

What is said comes from Python-Markdown, where it stands from the scanner of sources: a block stands where the next
source begins with the same letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from lxml.html import HtmlElement, defs

from camnang.handbook.pages.blocks import Block, BlockKind, Run, opening, words, words_of
from camnang.handbook.pages.source_blocks import with_lines

BOLD, ITALIC = frozenset({"strong", "b"}), frozenset({"em", "i"})
SILENT = frozenset({"script", "style", "hr"})
INLINE = defs.phrase_tags | defs.font_style_tags | defs.special_inline_tags | {"mark", "time", "s"}
KINDS: Final[Mapping[str, BlockKind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "p": "paragraph",
    "blockquote": "quote",
    "ul": "bullets",
    "ol": "steps",
    "li": "item",
    "table": "table",
    "tr": "row",
    "th": "head",
    "td": "cell",
    "pre": "code",
}
# Blocks that a source of their own is looked for.
PLACED = frozenset({"paragraph", "heading", "item", "row", "code"})
# Enough letters to know a block by, few enough to end before most links.
KNOWN_BY = 12
LETTER = re.compile(r"[^\W_]")
UNSAID = re.compile(r"<[^>]*>|\]\([^)]*\)")  # tags, and where links lead


def runs_in(element: HtmlElement, around: Run) -> Iterator[Run]:
    """Yield the words of an element; `around` has the look, the language and the link of what it stands in."""
    look = replace(
        around,
        bold=around.bold or element.tag in BOLD,
        italic=around.italic or element.tag in ITALIC,
        language=element.get("lang") or around.language,
        link=element.get("href") or around.link,
        breaks=element.tag == "br",
    )
    if look.breaks:
        yield replace(look, text="\n")
    if element.text or (element.get("href") and not len(element)):
        yield replace(look, text=element.text or "")
    for child in element:
        yield from runs_at(child, look)


def runs_at(child: HtmlElement, around: Run) -> Iterator[Run]:
    """Yield the words of an element and those after it; a comment has none."""
    if isinstance(child.tag, str) and child.tag not in SILENT:
        yield from runs_in(child, around)
    if child.tail:
        yield replace(around, text=child.tail)


def parts_in(element: HtmlElement, around: Run) -> Iterator[Run | Block]:
    """Yield what stands in an element: words and blocks in their order."""
    if element.text:
        yield replace(around, text=element.text)
    for child in element:
        if child.tag in INLINE or not isinstance(child.tag, str):
            yield from runs_at(child, around)
            continue
        yield from block_of(child, around.language)
        if child.tail:
            yield replace(around, text=child.tail)


def gathered(parts: Iterable[Run | Block], language: str) -> tuple[tuple[Run, ...], tuple[Block, ...]]:
    """Return the words before the first block, and the blocks; words between blocks become paragraphs."""
    stretches: list[list[Run]] = [[]]
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Run):
            stretches[-1].append(part)
        else:
            blocks.append(part)
            stretches.append([])
    if not blocks:
        return tuple(stretches[0]), ()
    said = [tuple(runs) if any(run.text.strip() for run in runs) else () for runs in stretches]
    loose = ([Block("paragraph", runs, language=language)] if runs else [] for runs in said[1:])
    return said[0], tuple(each for block, rest in zip(blocks, loose, strict=True) for each in (block, *rest))


def rows_of(table: HtmlElement, language: str) -> Iterator[Block]:
    """Yield the rows of a table with their cells."""
    for row in table.iter("tr"):
        own = row.get("lang") or language
        cells = (cell for cell in row if cell.tag in {"td", "th"})
        yield Block("row", children=tuple(chain.from_iterable(block_of(cell, own) for cell in cells)), language=own)


def block_of(element: HtmlElement, around: str) -> Iterator[Block]:
    """Yield the block that an element makes, none of a silent one; `around` is the language that it stands in."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    kind: BlockKind = KINDS.get(element.tag, "frame")
    language = str(element.get("lang") or around)
    plain = Run("", language=language)
    if kind == "code":
        yield Block(kind, (Run(element.text_content(), language=language),), language=language)
    elif kind == "table":
        yield Block(kind, children=tuple(rows_of(element, language)), language=language)
    elif kind in {"paragraph", "heading"}:
        yield Block(kind, tuple(runs_in(element, plain)), language=language)
    else:
        runs, children = gathered(parts_in(element, plain), language)
        yield Block(kind, runs if "".join(run.text for run in runs).strip() else (), children, language)


@dataclass(frozen=True)
class Source:
    """Where a block of Markdown begins, and the letters that it begins with."""

    line: int
    letters: str


def letters(text: str) -> str:
    """Return the letters and digits of Markdown or of words, as far as they are said, else all signs."""
    said = UNSAID.sub("", text)
    return "".join(LETTER.findall(said)) or "".join(said.split())


def sources_of(body: str, first_line: int) -> tuple[Source, ...]:
    """Return the sources of all blocks of a body that begins on `first_line`."""
    found = with_lines(body, first_line)
    return tuple(Source(line, letters(body[block.start : block.end])) for block, line in found)


@dataclass
class Places:
    """Finds the sources of blocks one after the other; `doubt` is the line of a block that none is found for."""

    sources: Sequence[Source]
    doubt: int
    at: int = 0

    def line_of(self, said: str) -> int:
        """Return the line of the next source that begins with the same letters."""
        wanted = letters(said)[:KNOWN_BY]
        for place in range(self.at, len(self.sources) if wanted else 0):
            if self.sources[place].letters[: len(wanted)] == wanted:
                self.at = place + 1
                return self.sources[place].line
        return self.doubt


def placed(block: Block, places: Places, given: int = 0) -> Block:
    """Return a block with the lines of all in it; `given` is the line of one that begins with what it stands in."""
    said = words_of(block) if block.kind == "row" else words(opening(block))
    own = given or (places.line_of(said) if block.kind in PLACED else 0)
    children: list[Block] = []
    for child in block.children:
        begins = not block.runs and not children
        children.append(placed(child, places, own if begins or block.kind == "row" else 0))
    line = own or (children[0].line if children else places.doubt)
    return replace(block, children=tuple(children), line=line)


def blocks_of(elements: Iterable[HtmlElement], places: Places) -> tuple[Block, ...]:
    """Return the blocks that the elements of a part of a page make."""
    found = (block for element in elements for block in block_of(element, ""))
    return tuple(placed(block, places) for block in found)
