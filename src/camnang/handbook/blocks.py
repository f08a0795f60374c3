"""A page's text block by block: paragraphs, list items, table cells and rows."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html

from camnang.handbook.body import Body
from camnang.handbook.rendering import plain

BLOCKS = "self::p or self::li or self::tr or self::blockquote"


def blocks_of(html: str) -> Iterator[str]:
    """Yield the words of each block of HTML once, outermost blocks only; code is no text."""
    if not html.strip():
        return
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for block in root.xpath(f".//*[{BLOCKS}][not(ancestor::*[{BLOCKS}])]"):
        yield plain(block)


def body_blocks(body: Body) -> Iterator[str]:
    """Yield every block of a page: the lead first, then section by section."""
    yield " ".join(part for part in (body.lead.statement, body.lead.intro) if part)
    for section in body.sections.values():
        yield from blocks_of(section.html)
