"""Pages as cards in lists."""

from __future__ import annotations

from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.translated_warnings import WarningWords
from camnang.handbook.pages.model import Page
from camnang.site.views.cards import PageCard, WarningCard


def page_card(page: Page, language: Language) -> PageCard:
    """Return a page as a card for readers of `language`."""
    return PageCard(page.title, page.statement, page.path_in(language), page.details.pictogram, page.language.code)


def warning_card(page: Page, language: Language, words: WarningWords | None = None) -> WarningCard:
    """Return a dated warning as a card, in the reader's language with `words`.

    Raise `ValueError` when the page has no date.
    """
    day = page.details.date
    if day is None:
        raise ValueError(f"{page.file} has no date")
    return WarningCard(
        title=words.title if words else page.title,
        statement_text=words.act if words else page.statement,
        path=page.path_in(language),
        date=written(day.isoformat()),
        date_iso=day.isoformat(),
        place=page.details.place,
        language=(language if words else page.language).code,
    )
