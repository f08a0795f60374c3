"""How fresh the handbook is: which warnings are still new, and which scams nobody was ever warned of."""

from __future__ import annotations

import datetime
from typing import Final

from camnang.handbook.pages.model import Handbook, Kind, Page

NEW_DAYS: Final = 90  # a season; a swindler's story of the last one is told apart


def told_until(handbook: Handbook) -> datetime.date:
    """Return the newest day on which pages were reviewed or of which they tell.

    A built site depends on no clock: this day stands for that of building, and scripts put the reader's in its place.
    """
    pages = handbook.originals
    return max(day for page in pages for day in (page.details.reviewed, page.details.date or page.details.reviewed))


def is_new(day: datetime.date, today: datetime.date) -> bool:
    """Tell whether what happened on `day` is at most `NEW_DAYS` old; what has yet to come is new too."""
    return (today - day).days <= NEW_DAYS


def warnings_by_age(handbook: Handbook, code: str, today: datetime.date) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Return the new warnings and those that are past, in a language, each from the newest on."""
    new: list[Page] = []
    past: list[Page] = []
    for page in handbook.of_kind(Kind.WARNING, code):
        (new if page.details.date and is_new(page.details.date, today) else past).append(page)
    return tuple(new), tuple(past)


def never_warned_of(handbook: Handbook) -> tuple[Page, ...]:
    """Return the scams' pages to which no dated warning leads, in reading order."""
    code = handbook.facts.original.code
    warned = {page.details.scam for page in handbook.of_kind(Kind.WARNING, code)}
    return tuple(page for page in handbook.of_kind(Kind.SCAM, code) if page.details.id not in warned)
