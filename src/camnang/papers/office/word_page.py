"""A page as a Word file: the same words, to be edited, signed, read aloud from paper.

Times New Roman 14 on A4, because that is what offices write in; LibreOffice puts Liberation Serif in its place, which
has the same widths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from camnang.handbook.pages.blocks import Block, all_runs
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.notices import notices
from camnang.handbook.pages.rendering import CITED
from camnang.handbook.project import Settings
from camnang.papers.office import word_parts as parts
from camnang.papers.office.properties import describe
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.office.word_blocks import INK, add_block

FONT: Final = "Times New Roman"
TEXT_POINTS, SMALL_POINTS = 14, 10
HEADINGS: Final = {"Title": 22, "Heading 2": 16, "Heading 3": 14}  # points
MARGINS = (Mm(20), Mm(20), Mm(30), Mm(15))  # top, bottom, left for the binding, right


@dataclass(frozen=True)
class Words:
    """What is put into blanks, and whether marks of sources stay."""

    filled: Mapping[str, tuple[str, ...]]
    with_marks: bool = True


def styled(document: Document) -> Document:
    """Set page, fonts and spaces."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = MARGINS
    normal = document.styles["Normal"]
    parts.set_font(normal, FONT, TEXT_POINTS)
    parts.default_language(normal, "vi-VN")
    normal.paragraph_format.space_after = Pt(6)
    for name, points in HEADINGS.items():
        style = document.styles[name]
        parts.set_font(style, FONT, points)
        style.font.bold, style.font.color.rgb = True, RGBColor.from_string(INK)
        style.paragraph_format.space_before, style.paragraph_format.keep_with_next = Pt(12), True
    read_aloud(document.styles["Intense Quote"])
    return document


def read_aloud(style: ParagraphStyle) -> None:
    """Set what is read aloud upright, dark, on one page: the template's blue slanted letters tire the eyes."""
    style.font.bold = style.font.italic = False
    style.paragraph_format.keep_together = True
    style.font.color.rgb = RGBColor.from_string(INK)


def add_foot(document: Document, lines: Iterable[str]) -> None:
    """Say on every page who approved the text, when it was checked, and which page this is."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(" · ".join(lines) + " · ").font.size = Pt(SMALL_POINTS)
    parts.field(foot, "PAGE")
    foot.add_run(" / ").font.size = Pt(SMALL_POINTS)
    parts.field(foot, "NUMPAGES")


def rewritten(block: Block, old: re.Pattern[str], new: str) -> Block:
    """Return a block with other words in place of some, in all that is in it."""
    runs = tuple(replace(run, text=old.sub(lambda _: new, run.text)) for run in block.runs)
    return replace(block, runs=runs, children=tuple(rewritten(child, old, new) for child in block.children))


def filled(block: Block, blank: re.Pattern[str], said: tuple[str, ...]) -> Iterator[Block]:
    """Yield a block with words in place of a blank; a table's row that holds it comes once for each of them."""
    if block.kind == "row" and any(blank.search(run.text) for run in all_runs(block)):
        yield from (rewritten(block, blank, each) for each in said)
    else:
        own = rewritten(replace(block, children=()), blank, ", ".join(said))
        children = (each for child in block.children for each in filled(child, blank, said))
        yield replace(own, children=tuple(children))


def blocks_of(blocks: tuple[Block, ...], words: Words) -> tuple[Block, ...]:
    """Return the blocks of a part of a page, with blanks filled in."""
    for blank, said in words.filled.items():
        pattern = re.compile(re.escape(blank))
        blocks = tuple(each for block in blocks for each in filled(block, pattern, said))
    return blocks if words.with_marks else tuple(rewritten(block, CITED, "") for block in blocks)


def add_lead(document: Document, page: Page, words: Words) -> None:
    """Add the title and what stands before the first section."""
    document.add_paragraph(page.title, style="Title")
    if page.statement:
        document.add_paragraph().add_run(page.statement).bold = True
    for block in blocks_of(page.intro_blocks, words):
        add_block(document, block)


def add_sources(document: Document, page: Page, handbook: Handbook) -> None:
    """List the page's sources, as the page on the site does."""
    if not page.details.sources:
        return
    document.add_paragraph(handbook.facts.words["vi"]["sources"], style="Heading 2")
    for name in page.details.sources:
        source = handbook.facts.sources[name]
        said = ", ".join(part for part in (f"{source.title}. {source.publisher}", source.date) if part)
        document.add_paragraph(style="List Bullet").add_run(f"{name}: {said}").font.size = Pt(SMALL_POINTS + 1)


def word_page(
    page: Page, handbook: Handbook, settings: Settings, filled: Mapping[str, tuple[str, ...]] | None = None
) -> bytes:
    """Return a page as DOCX; `filled` puts an office's words in place of blanks such as «[TÊN CƠ QUAN]»."""
    document = styled(docx.Document())
    words = Words(filled or {}, with_marks=page.kind is not Kind.KIT)
    campaign = handbook.facts.words[handbook.facts.original.code]["campaign"]
    describe(document, page.title, language=page.language.code, author=campaign)
    add_foot(document, (campaign, *notices(page, handbook.facts, settings)))
    add_lead(document, page, words)
    for section in page.sections.values():
        document.add_paragraph(section.title, style="Heading 2")
        for block in blocks_of(section.blocks, words):
            add_block(document, block)
    add_sources(document, page, handbook)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())
