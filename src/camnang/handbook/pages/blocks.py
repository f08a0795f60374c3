"""A page's text block by block: paragraphs, list items, table cells and rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import lxml.html

from camnang.handbook.pages.model import Section
from camnang.handbook.pages.rendering import plain

BLOCKS = "self::p or self::li or self::tr or self::blockquote"


def blocks_of(html: str) -> Iterator[str]:
    """Yield the words of each block of HTML once, outermost blocks only; code is no text."""
    if not html.strip():
        return
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for block in root.xpath(f".//*[{BLOCKS}][not(ancestor::*[{BLOCKS}])]"):
        yield plain(block)


def page_blocks(lead: str, sections: Mapping[str, Section]) -> Iterator[str]:
    """Yield every block of a page: the lead first, then section by section."""
    yield lead
    for section in sections.values():
        yield from blocks_of(section.html)
