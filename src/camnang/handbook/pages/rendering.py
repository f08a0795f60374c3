"""Markdown to HTML with the site's own configuration, and HTML cut into lead and sections.

Posters are drawn from the same HTML that the site shows, so a poster cannot say something else than its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from camnang.handbook.facts.sources import ID
from camnang.handbook.project import Settings

SOURCE_MARK = re.compile(rf"\[({ID})\]")
CITED = re.compile(rf"\s*{SOURCE_MARK.pattern}")


@dataclass(frozen=True)
class RenderedSection:
    """A section's heading and the elements under it."""

    id: str
    title: str
    elements: tuple[HtmlElement, ...]


@dataclass(frozen=True)
class RenderedPage:
    """A page's title, the elements before its first section, and its sections in order."""

    title: str
    lead: tuple[HtmlElement, ...]
    sections: tuple[RenderedSection, ...]


def render(body: str, settings: Settings) -> str:
    """Return the HTML of a Markdown body, as MkDocs with the same settings makes it."""
    return settings.markdown.reset().convert(body)


def plain(element: HtmlElement) -> str:
    """Return an element's words with single spaces."""
    return " ".join(element.text_content().split())


def html_of(elements: Iterable[HtmlElement]) -> str:
    """Return elements as HTML text."""
    parts = (lxml.html.tostring(element, encoding="unicode") for element in elements)
    return "".join(parts).strip()


def tree_of(html: str) -> HtmlElement:
    """Return HTML as one element without comments and instructions, which are no elements (`lxml.etree.Comment`)."""
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    if "<!" in html or "<?" in html:
        lxml.etree.strip_tags(tree, lxml.etree.Comment, lxml.etree.ProcessingInstruction)
    return tree


def parse(tree: HtmlElement) -> RenderedPage:
    """Cut a page's HTML (see `tree_of`) at its `<h1>` and `<h2>` elements."""
    title, lead = "", []
    sections: list[tuple[HtmlElement, list[HtmlElement]]] = []
    for element in tree:
        if element.tag == "h1" and not title:
            title = plain(element)
        elif element.tag == "h2":
            sections.append((element, []))
        elif sections:
            sections[-1][1].append(element)
        else:
            lead.append(element)
    cut_sections = (RenderedSection(head.get("id", ""), plain(head), tuple(body)) for head, body in sections)
    return RenderedPage(title, tuple(lead), tuple(cut_sections))


def without_sources(text: str) -> str:
    """Return words without the `[C09]` marks, which lead nowhere on paper."""
    return CITED.sub("", text)


def link_sources(html: str) -> str:
    """Turn each `[C09]` of a page's HTML into a link to the source at the page's end."""
    return SOURCE_MARK.sub(
        lambda mark: f'<a class="source-ref" href="#nguon-{escape(mark[1])}">{escape(mark[1])}</a>', html
    )
