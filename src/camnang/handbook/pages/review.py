"""What an editor should look at again: overdue pages, long sentences, clipped ones, and what comes too often."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from camnang.handbook.pages.model import Handbook, Page, texts_of
from camnang.handbook.pages.readability import sentences
from camnang.handbook.pages.rendering import SOURCE_MARK

# Opens a sentence that has no act of its own unless a comma leads to one.
GOES_ON = re.compile(r"(?:nhất là|kể cả|dù là|dù cho|ví dụ như|tức là)\b[^,]*$", re.IGNORECASE)

REVIEW_DAYS = 180
SHORT: Final = 3  # words; a voice that says nothing longer sounds like a machine
FEWEST: Final = 20  # sentences of a page of which a share says something
ON_MANY_PAGES: Final = 6
WHOLE: Final = 6  # words of a sentence that readers notice when it comes again
RULES_OPEN: Final = ("tắt máy", "hỏi người nhà", "đến công an xã")  # the campaign's rule is meant to come again


def is_overdue(page: Page, today: datetime.date) -> bool:
    """Tell whether the page's facts were last checked more than 180 days ago."""
    return (today - page.details.reviewed).days > REVIEW_DAYS


def overdue(handbook: Handbook, today: datetime.date) -> tuple[Page, ...]:
    """Return the Vietnamese pages whose facts are to be checked again, the oldest first."""
    found = [page for page in handbook.originals if is_overdue(page, today)]
    return tuple(sorted(found, key=lambda page: (page.details.reviewed, page.folder)))


def sentences_of(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a page with their words, without source marks and what is said on every page."""
    for sentence, words in sentences(SOURCE_MARK.sub("", text) for text in texts_of(page.lead, page.sections)):
        if not sentence.casefold().startswith(RULES_OPEN):
            yield sentence, words


def short_sentences(handbook: Handbook) -> tuple[tuple[float, str], ...]:
    """Return each page's share of sentences of at most three words, 0 to 1, with its file, the highest first."""
    found: list[tuple[float, str]] = []
    for page in handbook.originals:
        lengths = [words for _, words in sentences_of(page)]
        if len(lengths) >= FEWEST:
            found.append((sum(words <= SHORT for words in lengths) / len(lengths), page.file))
    return tuple(sorted(found, reverse=True))


def fragments(handbook: Handbook) -> tuple[tuple[str, str], ...]:
    """Return what says no act of its own, as (file, sentence): a sentence that only goes on with the one before."""
    return tuple(
        (page.file, sentence)
        for page in handbook.originals
        for sentence, _ in sentences_of(page)
        if GOES_ON.match(sentence)
    )


def sentences_on_many_pages(handbook: Handbook) -> tuple[tuple[int, str], ...]:
    """Return what closes a paragraph or an item on more than six pages, as (pages, sentence), the most first."""
    pages: Counter[str] = Counter()
    for page in handbook.originals:
        texts = (SOURCE_MARK.sub("", text) for text in texts_of(page.lead, page.sections))
        last = (list(sentences([text]))[-1:] for text in texts)
        pages.update({sentence for found in last for sentence, words in found if words >= WHOLE})
    return tuple((count, sentence) for sentence, count in pages.most_common() if count > ON_MANY_PAGES)


def longest_sentences(handbook: Handbook, most: int = 10) -> tuple[tuple[int, str, str], ...]:
    """Return the longest sentences of Vietnamese pages as (words, file, sentence)."""
    found = [
        (words, page.file, sentence)
        for page in handbook.originals
        for sentence, words in sentences(texts_of(page.lead, page.sections))
    ]
    return tuple(sorted(found, reverse=True)[:most])
