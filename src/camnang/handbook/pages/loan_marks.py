"""The first use of a Vietnamese loan on a translated page is marked as Vietnamese, and leads to its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import lxml.html
from lxml.html import HtmlElement

from camnang.handbook.facts.glossary import Term
from camnang.handbook.facts.lexicon import Lexicon, Token
from camnang.handbook.pages.term_links import enclose, inner_html, link_to, open_texts, text_at, trees

LOAN_LANGUAGE = "vi"
CLOSED_TAGS = frozenset({"a", "h1", "h2", "h3", "code", "pre"})


def term_of(loan: str, terms: Iterable[Term]) -> Term | None:
    """Return the glossary's term that is written like a loan, whatever the case."""
    return next((term for term in terms if loan in {spelling.lower() for spelling in term.spellings}), None)


def mark_of(loan: str, terms: Iterable[Term], address: str) -> HtmlElement:
    """Return the empty element that marks a loan: a link where the glossary at `address` has the word."""
    term = term_of(loan, terms) if address else None
    mark = link_to(term, address) if term else lxml.html.Element("span", {"class": "loan"})
    mark.set("lang", LOAN_LANGUAGE)
    return mark


def new_loans(tokens: Iterable[Token], seen: set[str]) -> Iterator[tuple[Token, str]]:
    """Yield each loan at its first use, as a token and as the lexicon writes it; `seen` grows."""
    for token in tokens:
        if token.entry and token.entry.kind == "loan" and token.entry.word not in seen:
            seen.add(token.entry.word)
            yield token, token.entry.word


def mark_loans(
    parts: Mapping[str, str], code: str, lexicon: Lexicon, terms: tuple[Term, ...], address: str
) -> dict[str, str]:
    """Return the parts' HTML with every loan marked once over all of them; `address` '' for marks without links."""
    seen: set[str] = set()
    roots = trees(parts)
    for root in roots.values():
        for element, tail in list(open_texts(root, CLOSED_TAGS)):
            found = list(new_loans(lexicon.tokens(text_at(element, tail), code), seen))
            for token, loan in reversed(found):
                enclose(element, tail, token.start, token.end, mark_of(loan, terms, address))
    return {name: inner_html(root) for name, root in roots.items()}
