"""The download centre: places with their packs, scams with their files."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.handbook.facts.languages import Language
from camnang.site.views.files import FileView, Thumbnail, UseGroup


@dataclass(frozen=True)
class PackView:
    """A ZIP with all that a place needs in a language; `draft` when a text in it is one."""

    language: Language
    path: str
    megabytes: str
    files: int
    date: str
    date_iso: str
    draft: bool


@dataclass(frozen=True)
class AdviceView:
    """How one format is printed and hung at a place; the advice is in the original language."""

    name: str
    format: str
    dimensions: str
    files: int
    paper: str
    where: str
    height: str
    thumbnail: Thumbnail | None


@dataclass(frozen=True)
class PlaceView:
    """A kind of place; `language` of its title."""

    id: str
    title: str
    language: str
    pictogram: str
    packs: tuple[PackView, ...]
    advice: tuple[AdviceView, ...]


@dataclass(frozen=True)
class CardFiles:
    """The best file for each use in one language, and how many there are on the page at `path`."""

    language: Language
    path: str
    total: int
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class DownloadCard:
    """One scam: its files in the reader's language first, and the ids of the places that show it."""

    id: str
    title: str
    language: str
    places: tuple[str, ...]
    lists: tuple[CardFiles, ...]


@dataclass(frozen=True)
class DownloadCentre:
    """Places, then what is for every place, then scam by scam; `uses` are those that cards have.

    `alike` tells that two of the languages in which files are offered differ by a few words only.
    """

    places: tuple[PlaceView, ...]
    shared: tuple[UseGroup, ...]
    uses: tuple[str, ...]
    alike: bool
    cards: tuple[DownloadCard, ...]
