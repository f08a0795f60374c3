"""The handbook as the home page and the lists show it."""

from __future__ import annotations

from camnang.drawing.manifest import Picture
from camnang.facts.languages import Language
from camnang.handbook.model import Handbook, Kind, Page
from camnang.project import Settings
from camnang.site.downloads import download_groups
from camnang.site.views import GroupView, HandbookView, ScamCard, SituationCard


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


def scam(page: Page, language: Language) -> ScamCard:
    """Return a scam of a list."""
    return ScamCard(page.title, page.statement, page.path_in(language), page.details.pictogram, page.language.code)


def groups(handbook: Handbook, language: Language) -> tuple[GroupView, ...]:
    """Return the groups that have scams, in the order of `groups.yml`."""
    scams = served_pages(handbook, Kind.SCAM, language)
    original = handbook.facts.original.code
    found = []
    for name, group in handbook.facts.groups.items():
        cards = tuple(scam(page, language) for page in scams if page.details.group == name)
        code = language.code if language.code in group.title else original
        found.append(GroupView(group.title[code], group.pictogram, code, cards))
    return tuple(group for group in found if group.scams)


def handbook_view(
    handbook: Handbook, settings: Settings, pictures: tuple[Picture, ...], language: Language
) -> HandbookView:
    """Return the whole handbook as a reader of `language` sees it."""
    numbers = handbook.facts.hotlines
    downloads = download_groups(handbook, pictures, language.code)
    thumbnails = [file.thumbnail for group in downloads for file in group.files if file.thumbnail]
    return HandbookView(
        languages=handbook.facts.languages,
        situations=tuple(situation(page, language) for page in served_pages(handbook, Kind.SITUATION, language)),
        groups=groups(handbook, language),
        downloads=downloads,
        poster=thumbnails[0] if thumbnails else None,
        emergency_line=numbers.with_role("main"),
        child_line=numbers.with_role("child"),
        hotlines=numbers.numbers,
        approved_by=settings.approved_by,
    )
