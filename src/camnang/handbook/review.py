"""What an editor should look at again: overdue pages and the longest sentences."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from camnang.handbook.blocks import blocks_of
from camnang.handbook.model import Handbook, Page
from camnang.handbook.readability import sentences

REVIEW_DAYS = 180


def is_overdue(page: Page, today: datetime.date) -> bool:
    """Tell whether the page's facts were last checked more than 180 days ago."""
    return (today - page.details.reviewed).days > REVIEW_DAYS


def overdue(handbook: Handbook, today: datetime.date) -> tuple[Page, ...]:
    """Return the Vietnamese pages whose facts are to be checked again, the oldest first."""
    original = handbook.facts.original
    found = [page for page in handbook.pages.values() if page.language == original and is_overdue(page, today)]
    return tuple(sorted(found, key=lambda page: (page.details.reviewed, page.folder)))


def page_sentences(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a page with their lengths."""
    yield from sentences([page.lead])
    for section in page.sections.values():
        yield from sentences(blocks_of(section.html))


def longest_sentences(handbook: Handbook, most: int = 10) -> tuple[tuple[int, str, str], ...]:
    """Return the longest sentences of Vietnamese pages as (words, file, sentence)."""
    original = handbook.facts.original
    pages = [page for page in handbook.pages.values() if page.language == original]
    found = [(words, page.file, sentence) for page in pages for sentence, words in page_sentences(page)]
    return tuple(sorted(found, reverse=True)[:most])
