"""The download centre: choose a place, a language, see pictures, take; then scam by scam, the best files only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language, differ_little
from camnang.handbook.facts.places import Place
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.made.contents import Sheaf, contents, scams_of
from camnang.made.offer import Offer
from camnang.made.packs import Pack, megabytes
from camnang.made.site_paths import PACK_FOLDER
from camnang.site.downloads import USES, files_of, name_in, thumbnail, use_groups
from camnang.site.views.downloads import AdviceView, CardFiles, DownloadCard, DownloadCentre, PackView, PlaceView
from camnang.site.views.files import FileView, UseGroup

# What a passer-by is most likely to want comes first; the rest is on the scam's own page.
BEST_FIRST = ("treo", "dien-thoai", "man-hinh", "phat-tay", "day-hoc", "nha-in")


def pack_views(place: Place, packs: Iterable[Pack], handbook: Handbook) -> tuple[PackView, ...]:
    """Return a place's packs in the order of languages."""
    own = {pack.language: pack for pack in packs if pack.place == place.id}
    listed = ((language, own[language.code]) for language in handbook.facts.languages if language.code in own)
    return tuple(
        PackView(
            language=language,
            path=PACK_FOLDER + pack.path,
            megabytes=megabytes(pack.bytes),
            files=pack.files,
            date=written(pack.reviewed),
            date_iso=pack.reviewed,
            draft=pack.draft,
        )
        for language, pack in listed
    )


def advice_view(sheaf: Sheaf, code: str) -> AdviceView:
    """Return the advice for one format, with a picture of it."""
    return AdviceView(
        name=name_in(sheaf.format, code),
        format=sheaf.format.file_format.upper(),
        dimensions=sheaf.format.dimensions,
        files=len(sheaf.pictures),
        paper=sheaf.advice.paper,
        where=sheaf.advice.where,
        height=sheaf.advice.height,
        thumbnail=thumbnail(sheaf.thumbnail) if sheaf.thumbnail else None,
    )


def place_view(place: Place, language: Language, handbook: Handbook, offer: Offer) -> PlaceView:
    """Return a place as a reader of `language` sees it, with pictures in that language where they were drawn."""
    original = handbook.facts.original
    code = language.code if language.code in place.title else original.code
    found = contents(place, language, handbook, offer.pictures).sheaves
    found = found or contents(place, original, handbook, offer.pictures).sheaves
    return PlaceView(
        id=place.id,
        title=place.title[code],
        language=code,
        pictogram=place.pictogram,
        packs=pack_views(place, offer.packs, handbook),
        advice=tuple(advice_view(sheaf, original.code) for sheaf in found),
    )


def best_of(files: tuple[FileView, ...]) -> tuple[FileView, ...]:
    """Return the first file for each use, the likeliest use first."""
    first = {file.use: file for file in reversed(files)}
    return tuple(first[use] for use in BEST_FIRST if use in first)


def card_files(page: Page, offer: Offer, handbook: Handbook) -> CardFiles:
    """Return the best files of a page in its own language."""
    files = files_of(offer.pictures_of(page), handbook.facts)
    return CardFiles(page.language, page.path, len(files), best_of(files))


def card(page: Page, language: Language, offer: Offer, handbook: Handbook) -> DownloadCard:
    """Return a scam's card: the reader's language first, then the others in which something was drawn."""
    served = handbook.served(page.folder, language.code)
    others = (handbook.pages[page.folder, each.code] for each in handbook.languages_of(page.folder))
    ordered = [served, *(other for other in others if other.language != served.language)]
    lists = (card_files(each, offer, handbook) for each in ordered)
    slug = page.details.id
    places = tuple(place.id for place in handbook.facts.places if slug in scams_of(place, handbook))
    return DownloadCard(slug, served.title, served.language.code, places, tuple(each for each in lists if each.files))


def shared_files(
    handbook: Handbook, language: Language, offer: Offer, scams: tuple[Page, ...]
) -> tuple[UseGroup, ...]:
    """Return the files that belong to no single scam, by use, in the reader's language where they were drawn."""
    slugs = {page.details.id for page in scams}
    drawn = {picture.page for picture in offer.pictures} - slugs
    folders = sorted(page.folder for page in handbook.originals if page.details.id in drawn)
    files: list[FileView] = []
    for folder in folders:
        own = files_of(offer.pictures_of(handbook.served(folder, language.code)), handbook.facts)
        original = handbook.pages[folder, handbook.facts.original.code]
        files += own or files_of(offer.pictures_of(original), handbook.facts)
    return use_groups(files)


def offered(places: Iterable[PlaceView], cards: Iterable[DownloadCard]) -> Iterator[Language]:
    """Yield the language of each pack and each list of files."""
    yield from (pack.language for place in places for pack in place.packs)
    yield from (files.language for card in cards for files in card.lists)


def download_centre(handbook: Handbook, language: Language, offer: Offer) -> DownloadCentre:
    """Return the whole centre as a reader of `language` sees it."""
    scams = handbook.of_kind(Kind.SCAM, handbook.facts.original.code)
    cards = tuple(card(page, language, offer, handbook) for page in scams)
    shown = tuple(each for each in cards if each.lists)
    places = tuple(place_view(place, language, handbook, offer) for place in handbook.facts.places)
    used = {file.use for each in shown for files in each.lists for file in files.files}
    return DownloadCentre(
        places=places,
        shared=shared_files(handbook, language, offer, scams),
        uses=tuple(use for use in USES if use in used),
        alike=differ_little(offered(places, shown)),
        cards=shown,
    )
