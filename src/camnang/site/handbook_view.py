"""The handbook as the home page and the lists show it."""

from __future__ import annotations

from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.freshness import NEW_DAYS, told_until, warnings_by_age
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.project import Settings
from camnang.made.offer import Offer
from camnang.site.cards import page_card, warning_card
from camnang.site.download_centre import download_centre
from camnang.site.views.cards import SightingView, SituationCard, WarningCard, WarningCards
from camnang.site.views.page import HandbookView


def served_pages(handbook: Handbook, kind: Kind, language: Language) -> tuple[Page, ...]:
    """Return all pages of a kind, in the reader's language or in Vietnamese."""
    originals = handbook.of_kind(kind, handbook.facts.original.code)
    return tuple(handbook.served(page.folder, language.code) for page in originals)


def situation(page: Page, language: Language) -> SituationCard:
    """Return a choice of the home page."""
    return SituationCard(
        id=page.details.id,
        title=page.title,
        short=page.short or page.title,
        hint=page.hint,
        path=page.path_in(language),
        pictogram=page.details.pictogram,
        language=page.language.code,
    )


def sightings(handbook: Handbook, language: Language) -> tuple[SightingView, ...]:
    """Return what readers see first, in the order of `sightings.yml`, each with its scams."""
    original = handbook.facts.original.code
    found = []
    for sighting in handbook.facts.sightings:
        pages = (handbook.served(scam_page(name), language.code) for name in sighting.scams)
        code = language.code if language.code in sighting.title else original
        cards = tuple(page_card(page, language) for page in pages)
        found.append(SightingView(sighting.title[code], sighting.pictogram, code, cards))
    return tuple(found)


def one_warning(handbook: Handbook, page: Page, language: Language) -> WarningCard:
    """Return a warning in the reader's language: its page, else its title and act alone, else the Vietnamese."""
    served = handbook.served(page.folder, language.code)
    own = handbook.facts.translated_warnings.get(language.code) if served == page else None
    return warning_card(served, language, own.entries.get(page.details.id) if own else None)


def warnings(handbook: Handbook, language: Language) -> WarningCards:
    """Return the dated warnings, new ones and past ones by the newest day of which the handbook tells."""
    new, past = (
        tuple(one_warning(handbook, page, language) for page in pages)
        for pages in warnings_by_age(handbook, handbook.facts.original.code, told_until(handbook))
    )
    return WarningCards(new, past, NEW_DAYS)


def handbook_view(handbook: Handbook, settings: Settings, offer: Offer, language: Language) -> HandbookView:
    """Return the whole handbook as a reader of `language` sees it."""
    numbers = handbook.facts.hotlines
    centre = download_centre(handbook, language, offer)
    thumbnails = [file.thumbnail for card in centre.cards for file in card.lists[0].files if file.thumbnail]
    return HandbookView(
        situations=tuple(situation(page, language) for page in served_pages(handbook, Kind.SITUATION, language)),
        sightings=sightings(handbook, language),
        warnings=warnings(handbook, language),
        centre=centre,
        poster=thumbnails[0] if thumbnails else None,
        emergency_line=numbers.with_role("main"),
        child_line=numbers.with_role("child"),
        hotlines=numbers.numbers,
        approved_by=settings.approved_by,
        feedback=handbook.facts.feedback,
    )
