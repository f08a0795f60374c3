"""What an office's page shows from the data: three things a month, its packs and slides, its tasks and names."""

from __future__ import annotations

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.offices import Office, OfficeName
from camnang.handbook.pages.model import Handbook, Page
from camnang.made.offer import Offer
from camnang.made.site_paths import CALENDAR_FOLDER
from camnang.site.cards import page_card
from camnang.site.download_centre import pack_views
from camnang.site.downloads import file_view, use_groups
from camnang.site.months_view import source_marks
from camnang.site.office_files_view import office_views
from camnang.site.plan_view import task_views
from camnang.site.views.cards import PageCard
from camnang.site.views.files import FileView, UseGroup
from camnang.site.views.outreach import OfficeNameView, OfficeView


def office_of(page: Page, handbook: Handbook) -> Office:
    """Return the office whose page it is."""
    return {office.folder: office for office in handbook.facts.offices}[page.folder]


def name_view(name: OfficeName) -> OfficeNameView:
    """Return a name with the marks of its sources."""
    return OfficeNameView(name.in_plan, name.today, name.hedge, source_marks(name.sources))


def deck_files(office: Office, code: str, handbook: Handbook, offer: Offer) -> tuple[FileView, ...]:
    """Return the files of an office's decks in a language; decks belong to the home page."""
    home = handbook.served("", code).details.id
    own = [picture for picture in offer.by_page.get((home, code), ()) if picture.variant in office.decks]
    small = {picture.key: picture for picture in own if picture.role == "thumbnail"}
    return tuple(
        file_view(picture, form, small.get(picture.key), handbook.facts)
        for form in handbook.facts.formats
        for picture in own
        if picture.format == form.id and picture.role == "main"
    )


def deck_groups(office: Office, language: Language, handbook: Handbook, offer: Offer) -> tuple[UseGroup, ...]:
    """Return an office's decks in the reader's language, in Vietnamese where they were not drawn."""
    own = deck_files(office, language.code, handbook, offer)
    return use_groups(own or deck_files(office, handbook.facts.original.code, handbook, offer))


def office_view(office: Office, language: Language, handbook: Handbook, offer: Offer) -> OfficeView:
    """Return what the data say of an office, for a reader of `language`."""
    place = {place.id: place for place in handbook.facts.places}[office.place]
    return OfficeView(
        tasks=task_views(office.id, language, handbook),
        names=tuple(name_view(name) for name in office.names),
        packs=pack_views(place, offer.packs, handbook),
        decks=deck_groups(office, language, handbook, offer),
        calendar=office_views(CALENDAR_FOLDER, handbook.facts.original.code, offer.office),
    )


def room_cards(
    page: Page, language: Language, handbook: Handbook
) -> tuple[tuple[PageCard, ...], tuple[PageCard, ...]]:
    """Return the pages below the communicators' door as cards: offices in the order of the data, then the others."""
    order = [office.folder for office in handbook.facts.offices]
    below = handbook.below(page.folder, language.code)
    offices = sorted((each for each in below if each.folder in order), key=lambda each: order.index(each.folder))
    tools = [each for each in below if each.folder not in order]
    return tuple(page_card(each, language) for each in offices), tuple(page_card(each, language) for each in tools)
