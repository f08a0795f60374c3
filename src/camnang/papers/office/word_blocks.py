"""Blocks of a page as blocks of a Word file: paragraphs, lists, tables, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from docx.document import Document
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from camnang.handbook.facts.palette import INDIGO, bare
from camnang.handbook.pages.blocks import LISTS, Block, BlockKind, Run, all_runs, words_of
from camnang.papers.office import word_parts as parts

INK: Final = bare(INDIGO)
HEAD: Final = "E9EDF7"
STYLES: Final[Mapping[BlockKind, str]] = {"bullets": "List Bullet", "steps": "List Number"}
DEEPEST = 3  # levels of list styles that Word's template has
LETTER = Mm(2.9)  # an average letter of the text's size, a little more than it needs
LONGEST_WISH = 60  # letters; longer cells break their lines anyway


def said(block: Block) -> Iterator[Run]:
    """Yield the words of an item; code says nothing, nested lists are blocks of their own."""
    yield from block.runs
    for child in block.children:
        if child.kind not in {*LISTS, "code"}:
            yield Run(" ")
            yield from said(child)


def add_runs(paragraph: Paragraph, runs: Iterable[Run], bold: bool = False) -> None:
    """Add words, with what is bold and what is italic."""
    for run in runs:
        if run.breaks:
            paragraph.add_run().add_break()
        else:
            add_text(paragraph, run.text, bold or run.bold, run.italic)


def add_text(paragraph: Paragraph, text: str, bold: bool, italic: bool) -> None:
    """Add words with single spaces."""
    if not text:
        return
    words = " ".join(text.split())
    before = " " if text[0].isspace() and paragraph.runs else ""
    after = " " if text[-1].isspace() and words else ""
    run = paragraph.add_run(before + words + after)
    run.bold, run.italic = bold or None, italic or None


def trim(paragraph: Paragraph) -> None:
    """Take away the blank that stood before a list inside an item."""
    if paragraph.runs:
        paragraph.runs[-1].text = paragraph.runs[-1].text.rstrip()


def restarted(document: Document, style: str) -> int:
    """Return the id of a numbering that begins with 1, in the look of a list style."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    own = document.styles[style].element.pPr.numPr.numId.val
    abstract = next(each for each in numbering.num_lst if each.numId == own).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def add_list(document: Document, block: Block, depth: int = 1) -> None:
    """Add a list with its lists inside; each ordered list counts from 1."""
    level = min(depth, DEEPEST)
    style = STYLES[block.kind] + (f" {level}" if level > 1 else "")
    number = restarted(document, style) if block.kind == "steps" else None
    for item in block.children:
        paragraph = document.add_paragraph(style=style)
        if number is not None:
            parts.count_in(paragraph, number)
        add_runs(paragraph, said(item))
        trim(paragraph)
        for child in item.children:
            if child.kind in LISTS:
                add_list(document, child, depth + 1)


def fill(cell: _Cell, found: Block) -> None:
    """Put the words of a table's cell into one of the file."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    add_runs(paragraph, all_runs(found), bold=found.kind == "head")


def wish(column: Sequence[str]) -> int:
    """Return how many letters a column would like to show in a line; one to be filled in by hand likes the most."""
    body = column[1:]
    to_fill_in = sum(not cell for cell in body) * 2 > len(body)
    return LONGEST_WISH if to_fill_in else min(max(len(cell) for cell in column), LONGEST_WISH)


def column_widths(rows: Sequence[Sequence[str]], room: Length) -> list[Length]:
    """Share `room` among columns: each gets its longest word, what is left goes by what each has to say."""
    columns = [tuple(cells) for cells in zip_longest(*rows, fillvalue="")]
    longest = [max(len(word) for cell in column for word in (cell.split() or [""])) for column in columns]
    least = [int(letters * LETTER + Mm(4)) for letters in longest]
    wishes = [wish(column) for column in columns]
    left = max(0, room - sum(least))
    return [Length(width + left * each // sum(wishes)) for width, each in zip(least, wishes, strict=True)]


def set_widths(table: Table, widths: Sequence[Length]) -> None:
    """Fix the width of every column; Word reads the cells', LibreOffice the columns'."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def text_width(document: Document) -> Length:
    """Return the width between the margins."""
    page = document.sections[0]
    return Length((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))


def add_table(document: Document, block: Block) -> None:
    """Add a table whose head is printed on every page."""
    rows = [row.children for row in block.children]
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    set_widths(table, column_widths([[*map(words_of, row)] for row in rows], text_width(document)))
    parts.pad(table, Mm(1.5))
    for place, row in enumerate(rows):
        parts.keep_whole(table.rows[place])
        for cell, found in zip(table.rows[place].cells, row, strict=False):
            fill(cell, found)
            if found.kind == "head":
                parts.shade(cell, HEAD)
    if rows[0][0].kind == "head":
        parts.repeat_on_every_page(table.rows[0])
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def add_frame(document: Document, block: Block) -> None:
    """Add what stands in a frame: words of its own, then blocks."""
    if block.runs:
        add_runs(document.add_paragraph(), block.runs)
    for child in block.children:
        add_block(document, child)


def add_block(document: Document, block: Block) -> None:
    """Add a block; code is none of a paper's."""
    if block.kind in LISTS:
        add_list(document, block)
    elif block.kind == "table":
        add_table(document, block)
    elif block.kind == "quote":
        for child in block.children or (block,):
            add_runs(document.add_paragraph(style="Intense Quote"), all_runs(child))
    elif block.kind == "heading":
        add_runs(document.add_paragraph(style="Heading 3"), block.runs)
    elif block.kind != "code":
        add_frame(document, block)
