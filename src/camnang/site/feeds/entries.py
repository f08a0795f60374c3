"""What every feed says of a warning, whatever its format."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from camnang.handbook.dates import at_noon
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.notices import approval_notice, translation_notices
from camnang.handbook.pages.rendering import SOURCE_MARK
from camnang.handbook.permanent_ids import permanent_id
from camnang.handbook.project import Settings

FOLDER = "canh-bao/"


@dataclass(frozen=True)
class Entry:
    """A warning; `url` and `scam_url` are full addresses, `code` is the language of its words."""

    id: str
    url: str
    title: str
    text: str
    place: str
    scam: str
    scam_url: str
    code: str
    published: datetime.datetime
    updated: datetime.datetime


@dataclass(frozen=True)
class Channel:
    """A language's warnings, the newest first; `home` is its full address, `code` its own title's language."""

    id: str
    title: str
    description: str
    author: str
    code: str
    home: str
    updated: datetime.datetime
    entries: tuple[Entry, ...]

    def address_of(self, path: str) -> str:
        """Return the full address of a path below the reader's language."""
        return self.home + path


def said(page: Page, handbook: Handbook) -> str:
    """Return a warning in plain words: place, what happens, and that a translation is a draft."""
    lead = " ".join(SOURCE_MARK.sub("", page.lead).split()).replace(" .", ".")
    notes = (f"{note.rstrip('.')}." for note in translation_notices(page, handbook.facts))
    return " ".join((f"{page.details.place}.", lead, *notes))


def entry(page: Page, language: Language, handbook: Handbook, settings: Settings) -> Entry:
    """Return a warning as readers of `language` get it; raise `ValueError` when the page has no date."""
    if page.details.date is None:
        raise ValueError(f"{page.file} has no date")
    scam = handbook.served(scam_page(page.details.scam), page.language.code)
    return Entry(
        id=permanent_id(f"{page.folder}/{page.language.code}"),
        url=settings.address(page.path_in(language)),
        title=page.title,
        text=said(page, handbook),
        place=page.details.place,
        scam=scam.title,
        scam_url=settings.address(scam.path_in(language)),
        code=page.language.code,
        published=at_noon(page.details.date),
        updated=at_noon(max(page.details.date, page.details.reviewed)),
    )


def served_warnings(handbook: Handbook, language: Language) -> tuple[Page, ...]:
    """Return all warnings, the newest first, in the reader's language or in Vietnamese."""
    originals = handbook.of_kind(Kind.WARNING, handbook.facts.original.code)
    return tuple(handbook.served(page.folder, language.code) for page in originals)


def channel(handbook: Handbook, settings: Settings, language: Language) -> Channel | None:
    """Return a language's warnings; None while there is none or the site has no address."""
    pages = served_warnings(handbook, language)
    if not pages or not settings.site_url:
        return None
    entries = tuple(entry(page, language, handbook, settings) for page in pages)
    words = handbook.facts.words[language.code]
    original = handbook.facts.words[handbook.facts.original.code]
    return Channel(
        id=permanent_id(f"{FOLDER}{language.code}"),
        title=f"{words['warnings']} – {settings.site_name}",
        description=f"{original['campaign']}. {approval_notice(handbook.facts, settings)}.",
        author=original["campaign"],
        code=language.code if language.code in {each.code for each in entries} else handbook.facts.original.code,
        home=settings.address(language.url_prefix),
        updated=max(each.updated for each in entries),
        entries=entries,
    )
