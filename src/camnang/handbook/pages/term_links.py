"""The first use of a hard word on a page leads to its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape

import lxml.html
from lxml.html import HtmlElement

from camnang.handbook.facts.glossary import Term

# Where a link would disturb: other links, headings, what is said word for word, the bold words of a list.
CLOSED_TAGS = frozenset({"a", "h1", "h2", "h3", "strong", "code", "pre", "blockquote", "th"})


@cache
def pattern(term: Term) -> re.Pattern[str]:
    """Return what finds any spelling of a term as a whole word; short capitals keep their case."""
    spelled = "|".join(re.escape(word) for word in sorted(term.spellings, key=len, reverse=True))
    flags = re.NOFLAG if term.term.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", flags)


def open_texts(element: HtmlElement, closed: frozenset[str] = CLOSED_TAGS) -> Iterator[tuple[HtmlElement, bool]]:
    """Yield (element, is its tail) for every text outside `closed` tags and other languages, in reading order."""
    if element.tag not in closed and element.get("lang") is None:
        yield element, False
        for child in element:
            yield from open_texts(child, closed)
            yield child, True


def text_at(element: HtmlElement, tail: bool) -> str:
    """Return an element's text, or the text after it."""
    return (element.tail if tail else element.text) or ""


def enclose(element: HtmlElement, tail: bool, start: int, end: int, mark: HtmlElement) -> None:
    """Put `mark` around the characters `start` to `end` of an element's text or tail."""
    text = text_at(element, tail)
    mark.text, mark.tail = text[start:end], text[end:]
    parent = element.getparent()
    if tail and parent is not None:
        element.tail = text[:start]
        parent.insert(parent.index(element) + 1, mark)
    else:
        element.text = text[:start]
        element.insert(0, mark)


def link_to(term: Term, address: str) -> HtmlElement:
    """Return an empty link to a term's meaning."""
    return lxml.html.Element("a", {"class": "term", "href": f"{address}#{term.id}", "title": term.meaning})


def link_first(root: HtmlElement, term: Term, address: str) -> bool:
    """Link the first use of a term; tell whether there was one."""
    for element, tail in list(open_texts(root)):
        found = pattern(term).search(text_at(element, tail))
        if found:
            enclose(element, tail, found.start(), found.end(), link_to(term, address))
            return True
    return False


def trees(parts: Mapping[str, str]) -> dict[str, HtmlElement]:
    """Return the tree of each part's HTML, in a `div` of its own."""
    return {name: lxml.html.fragment_fromstring(html, create_parent="div") for name, html in parts.items()}


def link_terms(parts: dict[str, str], terms: Iterable[Term], address: str) -> dict[str, str]:
    """Return the sections' HTML with each term linked once over all of them."""
    roots, folded = trees(parts), {name: html.casefold() for name, html in parts.items()}
    for term in terms:
        near = (name for name in parts if any(spelling.casefold() in folded[name] for spelling in term.spellings))
        spoken = (roots[name] for name in near if pattern(term).search(parts[name]))
        any(link_first(root, term, address) for root in spoken)
    return {name: inner_html(root) for name, root in roots.items()}


def inner_html(root: HtmlElement) -> str:
    """Return what stands inside an element."""
    children = "".join(lxml.html.tostring(child, encoding="unicode") for child in root)
    return escape(root.text or "", quote=False) + children
