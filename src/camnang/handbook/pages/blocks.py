"""What a page says as a tree of typed blocks: what each is, its words with their look and language, its line.

Made once for each page (`block_tree`); whatever says a page in another form walks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import Literal

BlockKind = Literal[
    "paragraph", "heading", "quote", "bullets", "steps", "item", "table", "row", "head", "cell", "code", "frame"
]

SPACE = re.compile(r"\s+")
LISTS = frozenset({"bullets", "steps"})
# Blocks whose words belong together, whatever stands in them.
WHOLE = frozenset({"paragraph", "item", "row", "quote"})


@dataclass(frozen=True)
class Run:
    """Words of one look in one language ('' is the page's own) with their spaces; `link` is where they lead.

    `breaks` marks a line that ends by its writer's will; its text is a line's end too.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    link: str = ""
    breaks: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, list, table or a part of one: words of its own, then the blocks in it.

    Cells are `head` or `cell`; a `frame` is a raw tag around blocks. `line` is the file's, of a line in doubt the
    heading's. A line's end among the words is one of the file's.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    children: tuple[Block, ...] = ()
    language: str = ""
    line: int = 0


def all_runs(block: Block) -> Iterator[Run]:
    """Yield the runs of a block and of all blocks in it, with space between blocks; code says nothing."""
    if block.kind == "code":
        return
    yield from block.runs
    for child in block.children:
        yield Run(" ", language=child.language)
        yield from all_runs(child)


def words(runs: Iterable[Run]) -> str:
    """Return the words of runs with single spaces."""
    return SPACE.sub(" ", "".join(run.text for run in runs)).strip()


def words_of(block: Block) -> str:
    """Return the words of a block and of all in it with single spaces."""
    return words(all_runs(block))


def text_of(blocks: Iterable[Block]) -> str:
    """Return the words of blocks as one text; code has none."""
    return " ".join(words_of(block) for block in blocks if block.kind != "code")


def own_words(blocks: Iterable[Block]) -> str:
    """Return the words of blocks outside passages that are marked as another language, a line for each block."""
    return "\n".join(words(run for run in all_runs(block) if not run.language) for block in blocks)


def is_in(block: Block, code: str) -> bool:
    """Tell whether a block and all in it, in a page of the language `code`, is in that language."""
    return all(run.language in {"", code} for run in all_runs(block)) and block.language in {"", code}


def opening(block: Block) -> tuple[Run, ...]:
    """Return the words with which a block opens; items of loose lists have theirs in a paragraph."""
    return block.runs or (opening(block.children[0]) if block.children else ())


def bold_beginning(block: Block) -> str:
    """Return the bold words with which a block begins, '' where it begins otherwise: pictures print them."""
    said = dropwhile(lambda run: not run.text.strip(), opening(block))
    return words(takewhile(lambda run: run.bold, said))


def within(blocks: Iterable[Block], kinds: frozenset[str]) -> Iterator[Block]:
    """Yield the outermost blocks of some kinds in their order."""
    for block in blocks:
        if block.kind in kinds:
            yield block
        else:
            yield from within(block.children, kinds)


def whole_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the words of each paragraph, list item, table row and quotation once, outermost blocks only."""
    return map(words_of, within(blocks, WHOLE))


def items_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the items of lists that stand by themselves."""
    return (item for block in blocks if block.kind in LISTS for item in block.children)


def links_in(blocks: Iterable[Block]) -> set[str]:
    """Return where the links of blocks lead."""
    return {run.link for block in blocks for run in all_runs(block) if run.link}
