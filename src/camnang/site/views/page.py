"""One page, and what every page may show of the handbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from camnang.handbook.facts.feedback import Channels
from camnang.handbook.facts.hotlines import Hotline
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import MockUp
from camnang.handbook.pages.statement import Run
from camnang.site.views.cards import PageCard, SightingView, SituationCard, WarningCards
from camnang.site.views.downloads import DownloadCentre
from camnang.site.views.files import (
    OfficeFileView,
    PlayerView,
    SendPicture,
    SharePicture,
    Thumbnail,
    UseGroup,
)
from camnang.site.views.following import FeedLink
from camnang.site.views.parts import OwnPart

NOTHING = Markup()
TextState = Literal["original", "draft", "human", "fallback", "outdated"]


@dataclass(frozen=True)
class Link:
    """A page to go to; `path` from the site's root, `language` of its title."""

    path: str
    title: str
    language: str


@dataclass(frozen=True)
class SwitchLink:
    """The same page in another language."""

    language: Language
    path: str
    current: bool


@dataclass(frozen=True)
class Hreflang:
    """A true translation for search engines (Google's `x-default` included)."""

    code: str
    url: str


@dataclass(frozen=True)
class SectionView:
    """A section with links resolved for the page it stands on."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True)
class SourceView:
    """A source as it is listed at the page's end."""

    id: str
    title: str
    publisher: str
    date: str
    url: str | None


@dataclass(frozen=True)
class HandbookView:
    """What every page may show of the whole handbook, in the reader's language where that exists."""

    situations: tuple[SituationCard, ...]
    sightings: tuple[SightingView, ...]
    warnings: WarningCards
    centre: DownloadCentre
    poster: Thumbnail | None
    emergency_line: Hotline
    child_line: Hotline
    hotlines: tuple[Hotline, ...]
    approved_by: str
    feedback: Channels


@dataclass(frozen=True)
class PageView:
    """One page as its template sees it; `language` is the reader's, `text_language` that of the text.

    `own` is what only pages of its kind show, `low` how many sentences of a draft are graded low.
    """

    kind: str
    language: Language
    text_language: Language
    translation: TextState
    title: str
    draft: bool
    translation_mark: str
    statement: tuple[Run, ...]
    intro_html: Markup
    share_text: str
    description: str
    path: str
    original_path: str
    home_path: str
    sections: Mapping[str, SectionView]
    body_html: Markup
    mock: MockUp | None
    sources: tuple[SourceView, ...]
    reviewed: str
    reviewed_iso: str
    pictogram: str
    switch: tuple[SwitchLink, ...]
    hreflangs: tuple[Hreflang, ...]
    canonical: str | None
    search_index: str
    search_worker: str
    voice_words: str
    downloads: tuple[UseGroup, ...]
    links: Mapping[str, Link]
    children: tuple[PageCard, ...]
    players: tuple[PlayerView, ...]
    podcast: str | None
    share_picture: SharePicture | None
    send_picture: SendPicture | None = None
    qr_svg: Markup = NOTHING
    feeds: tuple[FeedLink, ...] = ()
    document: bool = False
    office_files: tuple[OfficeFileView, ...] = ()
    own: OwnPart | None = None
    reader_wanted: str = ""
    low: int = 0
