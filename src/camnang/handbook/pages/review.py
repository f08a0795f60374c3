"""What an editor should look at again: overdue pages and the longest sentences."""

from __future__ import annotations

import datetime

from camnang.handbook.pages.model import Handbook, Page, texts_of
from camnang.handbook.pages.readability import sentences

REVIEW_DAYS = 180


def is_overdue(page: Page, today: datetime.date) -> bool:
    """Tell whether the page's facts were last checked more than 180 days ago."""
    return (today - page.details.reviewed).days > REVIEW_DAYS


def overdue(handbook: Handbook, today: datetime.date) -> tuple[Page, ...]:
    """Return the Vietnamese pages whose facts are to be checked again, the oldest first."""
    found = [page for page in handbook.originals if is_overdue(page, today)]
    return tuple(sorted(found, key=lambda page: (page.details.reviewed, page.folder)))


def longest_sentences(handbook: Handbook, most: int = 10) -> tuple[tuple[int, str, str], ...]:
    """Return the longest sentences of Vietnamese pages as (words, file, sentence)."""
    found = [
        (words, page.file, sentence)
        for page in handbook.originals
        for sentence, words in sentences(texts_of(page.lead, page.sections))
    ]
    return tuple(sorted(found, reverse=True)[:most])
