"""What a page says under its front matter: title, lead, sections, list items, mock-up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from camnang.files.faults import Fault, FaultsError, attempt, raise_if_any
from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages import page_rules
from camnang.handbook.pages.block_tree import Places, Source, blocks_of, letters, sources_of
from camnang.handbook.pages.blocks import Block, bold_beginning, items_in, text_of, words_of
from camnang.handbook.pages.front_matter import RawPage
from camnang.handbook.pages.html_rules import bracket_faults, html_faults
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.mock_up import read_mock_up
from camnang.handbook.pages.model import Item, Kind, MockUp, Section
from camnang.handbook.pages.page_files import PageFile
from camnang.handbook.pages.rendering import RenderedPage, html_of, parse, plain, render, tree_of
from camnang.handbook.pages.source_blocks import HeadingLine, headings
from camnang.handbook.project import Settings


@dataclass(frozen=True)
class Lead:
    """The bold statement of a page, and the sentences after it as HTML, as plain text and as blocks."""

    statement: str
    intro_html: str
    intro: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Body:
    """A page without its front matter; lines are the file's."""

    title: str
    title_line: int
    lead: Lead
    sections: Mapping[str, Section]
    mock: MockUp | None


def item_of(block: Block, code: str) -> Item:
    """Return one list item of a page in the language `code`."""
    return Item(bold_beginning(block), words_of(block), block.line, block.language or code)


def sections_of(
    rendered: RenderedPage, sources: tuple[Source, ...], heads: tuple[HeadingLine, ...], code: str
) -> dict[str, Section]:
    """Return the page's sections by id, in their order; `heads` are the lines of their headings."""
    ends = [*(head.line for head in heads[1:]), math.inf]
    found = {}
    for section, head, end in zip(rendered.sections, heads, ends, strict=False):
        own = [source for source in sources if head.line < source.line < end]
        blocks = blocks_of(section.elements, Places(own, head.line))
        items = tuple(item_of(block, code) for block in items_in(blocks))
        html = html_of(section.elements)
        found[section.id] = Section(section.id, section.title, html, text_of(blocks), items, head.line, blocks)
    return found


def statement_in(element: HtmlElement) -> HtmlElement | None:
    """Return the `<strong>` with which an element begins, or None."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == "strong" and not (element.text or "").strip() else None


def lead_of(rendered: RenderedPage, sources: tuple[Source, ...], line: int) -> Lead:
    """Cut the elements before the first section into the statement and the rest; `line` is the title's."""
    kept, statement = list(rendered.lead), ""
    if kept and (bold := statement_in(kept[0])) is not None:
        statement, kept[0].text = plain(bold), (bold.tail or "").strip()
        bold.tail = None
        kept[0].remove(bold)
        kept = kept if plain(kept[0]) else kept[1:]
    said = letters(statement)
    rest = [replace(source, letters=source.letters.removeprefix(said)) for source in sources]
    blocks = blocks_of(kept, Places(rest, line))
    return Lead(statement, html_of(kept), text_of(blocks), blocks)


def body_faults(
    source: PageFile,
    raw: RawPage,
    facts: Facts,
    heads: tuple[HeadingLine, ...],
    sections: Mapping[str, Section],
) -> Iterator[Fault]:
    """Return the faults that a body has whatever its language."""
    yield from page_rules.heading_faults(heads, source.kind, source.path)
    for section in sections.values():
        yield from page_rules.section_faults(section, source.kind, source.path)
    yield from page_rules.phone_faults(raw.body, facts, source.path, raw.body_line)


def read_body(source: PageFile, raw: RawPage, settings: Settings, facts: Facts) -> Body:
    """Read a page's body; raise `FaultsError` with all that is wrong in it."""
    raise_if_any(bracket_faults(raw, source.path))
    heads = headings(raw.body, raw.body_line)
    tree = tree_of(render(raw.body, settings))
    unsafe = list(html_faults(tree.iterdescendants(), raw, facts, source.path))
    rendered = parse(tree)
    title_line = next((head.line for head in heads if head.level == 1), raw.body_line)
    sources = sources_of(raw.body, raw.body_line)
    lead = lead_of(rendered, sources, title_line)
    named = tuple(head for head in heads if head.level == 2)
    sections = sections_of(rendered, sources, named, source.language.code)
    faults = [*unsafe, *body_faults(source, raw, facts, heads, sections)]
    if KINDS[source.kind].stated:
        faults += page_rules.statement_faults(lead.statement, source.path, title_line + 2)
    mock = None
    if source.kind is Kind.SCAM:
        mock = attempt(faults, lambda: read_mock_up(raw.body, source.path, raw.body_line), None)
    if faults:
        raise FaultsError(faults)
    return Body(rendered.title, title_line, lead, sections, mock)
