"""What a page says under its front matter: title, lead, sections, list items, mock-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from camnang.files.faults import Fault, FaultsError, attempt
from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages import page_rules
from camnang.handbook.pages.front_matter import RawPage
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.mock_up import read_mock_up
from camnang.handbook.pages.model import Item, Kind, MockUp, Section
from camnang.handbook.pages.page_files import PageFile
from camnang.handbook.pages.rendering import RenderedPage, RenderedSection, html_of, parse, plain, render
from camnang.handbook.pages.source_lines import HeadingLine, headings, item_lines
from camnang.handbook.project import Settings


@dataclass(frozen=True)
class Lead:
    """The bold statement of a page, and the sentences after it as HTML and as plain text."""

    statement: str
    intro_html: str
    intro: str


@dataclass(frozen=True)
class Body:
    """A page without its front matter; lines are the file's."""

    title: str
    title_line: int
    lead: Lead
    sections: Mapping[str, Section]
    mock: MockUp | None


def bold_beginning(element: HtmlElement) -> HtmlElement | None:
    """Return the `<strong>` with which an element begins, or None."""
    first = element[0] if len(element) else None
    if first is not None and first.tag == "strong" and not (element.text or "").strip():
        return first
    return None


def item_of(element: HtmlElement, line: int, code: str) -> Item:
    """Return one list item; loose lists wrap theirs in paragraphs."""
    paragraph = len(element) > 0 and element[0].tag == "p" and not (element.text or "").strip()
    bold = bold_beginning(element[0] if paragraph else element)
    language = str(element.get("lang") or code)
    return Item(plain(bold) if bold is not None else "", plain(element), line, language)


def items_of(rendered: RenderedSection, lines: tuple[int, ...], heading: int, code: str) -> tuple[Item, ...]:
    """Return the items of a section's lists, each with its line (the heading's where lines are in doubt)."""
    lists = [element for element in rendered.elements if element.tag in {"ul", "ol"}]
    elements = [item for found in lists for item in found if item.tag == "li"]
    places = lines if len(lines) == len(elements) else (heading,) * len(elements)
    return tuple(item_of(element, line, code) for element, line in zip(elements, places, strict=True))


def sections_of(
    rendered: RenderedPage, raw: RawPage, lines_of_headings: tuple[HeadingLine, ...], code: str
) -> dict[str, Section]:
    """Return the page's sections by id, in their order."""
    heads = [heading for heading in lines_of_headings if heading.level == 2]
    listed = item_lines(raw.body, raw.body_line)
    ends = [heading.line for heading in heads[1:]] + [raw.body_line + raw.body.count("\n") + 2]
    found = {}
    for section, head, end in zip(rendered.sections, heads, ends, strict=False):
        lines = tuple(line for line in listed if head.line < line < end)
        text = " ".join(plain(element) for element in section.elements if element.tag != "pre")
        items = items_of(section, lines, head.line, code)
        found[section.id] = Section(section.id, section.title, html_of(section.elements), text, items, head.line)
    return found


def lead_of(rendered: RenderedPage) -> Lead:
    """Cut the elements before the first section into the statement and the rest."""
    whole = Lead("", html_of(rendered.lead), " ".join(plain(element) for element in rendered.lead))
    if not rendered.lead or (bold := bold_beginning(rendered.lead[0])) is None:
        return whole
    first, *more = rendered.lead
    statement, first.text = plain(bold), (bold.tail or "").strip()
    bold.tail = None
    first.remove(bold)
    kept = [first, *more] if plain(first) else more
    return Lead(statement, html_of(kept), " ".join(plain(element) for element in kept))


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
    heads = headings(raw.body, raw.body_line)
    rendered = parse(render(raw.body, settings))
    lead = lead_of(rendered)
    sections = sections_of(rendered, raw, heads, source.language.code)
    title_line = next((head.line for head in heads if head.level == 1), raw.body_line)
    faults = list(body_faults(source, raw, facts, heads, sections))
    if KINDS[source.kind].stated:
        faults += page_rules.statement_faults(lead.statement, source.path, title_line + 2)
    mock = None
    if source.kind is Kind.SCAM:
        mock = attempt(faults, lambda: read_mock_up(raw.body, source.path, raw.body_line), None)
    if faults:
        raise FaultsError(faults)
    return Body(rendered.title, title_line, lead, sections, mock)
