"""The objects that templates read: plain values, every choice already made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from camnang.facts.feedback import Channels
from camnang.facts.hotlines import Hotline
from camnang.facts.languages import Language
from camnang.handbook.model import MockUp
from camnang.handbook.statement import Run

TextState = Literal["original", "draft", "human", "fallback", "outdated"]


@dataclass(frozen=True)
class Link:
    """A page to go to; `path` from the site's root, `language` of its title."""

    path: str
    title: str
    language: str


@dataclass(frozen=True)
class SwitchLink:
    """The same page in another language; `translated` is false where Vietnamese is served."""

    language: Language
    path: str
    current: bool
    translated: bool


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
    html: str


@dataclass(frozen=True)
class SourceView:
    """A source as it is listed at the page's end."""

    id: str
    title: str
    publisher: str
    date: str
    url: str | None


@dataclass(frozen=True)
class Thumbnail:
    """A small picture; width and height in px."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class SharePicture:
    """What a chat shows above a link: the full address of a PNG, its size in px, its words for who cannot see it."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SendPicture:
    """The picture that goes along when a page is sent; fetched only then, so its size stands beside the button."""

    path: str
    media_type: str
    kilobytes: int


@dataclass(frozen=True)
class FeedLink:
    """A feed of the warnings; `path` from the site's root."""

    title: str
    name: str
    media_type: str
    path: str


@dataclass(frozen=True)
class EmbedBox:
    """The newest warning as a page for other sites' frames; `height` in px, `code` is what a webmaster copies."""

    language: Language
    path: str
    address: str
    code: str
    height: int
    sandbox: str


@dataclass(frozen=True)
class FileView:
    """A file to download: everything is said before the reader taps."""

    name: str
    use: str
    format: str
    kilobytes: int
    pages: int
    dimensions: str
    path: str
    date: str
    date_iso: str
    thumbnail: Thumbnail | None


@dataclass(frozen=True)
class PlayerView:
    """A recording of the text; `old` when the text changed after it was read."""

    path: str
    seconds: int
    speaker: str
    date: str
    date_iso: str
    old: bool


@dataclass(frozen=True)
class UseGroup:
    """Files for one use; `key` names the interface word."""

    key: str
    files: tuple[FileView, ...]


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
    """Places, then what is for every place, then scam by scam; `uses` are those that cards have."""

    places: tuple[PlaceView, ...]
    shared: tuple[UseGroup, ...]
    uses: tuple[str, ...]
    cards: tuple[DownloadCard, ...]


@dataclass(frozen=True)
class SituationCard:
    """A choice on the home page."""

    id: str
    title: str
    short: str
    hint: str
    path: str
    pictogram: str
    language: str


@dataclass(frozen=True)
class PageCard:
    """A page in a list; the pictogram is '' where it has none."""

    title: str
    statement_text: str
    path: str
    pictogram: str
    language: str


@dataclass(frozen=True)
class SightingView:
    """Scams that begin alike to the reader."""

    title: str
    pictogram: str
    language: str
    scams: tuple[PageCard, ...]


@dataclass(frozen=True)
class WarningCard:
    """A dated warning in a list."""

    title: str
    statement_text: str
    path: str
    date: str
    date_iso: str
    place: str
    language: str


@dataclass(frozen=True)
class QuestionView:
    """A question of the quiz; keys of interface words, the page that tells more, the language of its words."""

    id: str
    number: int
    via: str
    text: str
    is_scam: bool
    why: str
    scam: PageCard | None
    language: str


@dataclass(frozen=True)
class TermView:
    """A hard word and its meaning; `language` is that of the meaning."""

    id: str
    term: str
    also: tuple[str, ...]
    meaning: str
    language: str


@dataclass(frozen=True)
class LoanView:
    """A Vietnamese word that a translation keeps, explained in Vietnamese."""

    word: str
    meaning: str


@dataclass(frozen=True)
class TranslationRow:
    """One text on the public page of translations; shares of words in per cent, None where no page is."""

    title: str
    path: str
    state: str
    reviewer: str
    words: int | None
    attested: int | None
    loans: int | None


@dataclass(frozen=True)
class TranslationTable:
    """All texts of one language, with their counts; `wanted` when nobody translates yet."""

    language: Language
    wanted: bool
    total: int
    missing: int
    draft: int
    human: int
    drifted: int
    completeness: int
    rows: tuple[TranslationRow, ...]


@dataclass(frozen=True)
class OfficeFileView:
    """A Word file, workbook or calendar; `ending` in capitals."""

    path: str
    name: str
    language: str
    ending: str
    kilobytes: int
    date: str
    date_iso: str


@dataclass(frozen=True)
class OfficeGroup:
    """Office files for one use; `key` names the interface word."""

    key: str
    files: tuple[OfficeFileView, ...]


@dataclass(frozen=True)
class Saying:
    """A text to copy, with a note of how long it is."""

    text: str
    note: str


@dataclass(frozen=True)
class KitPart:
    """A section of a kit: texts to copy, or a play as HTML."""

    id: str
    title: str
    sayings: tuple[Saying, ...]
    html: str


@dataclass(frozen=True)
class KitCard:
    """A scam's kit in a list; `language` of the title."""

    title: str
    path: str
    pictogram: str
    language: str


@dataclass(frozen=True)
class MessageView:
    """A text message of the bank; `units` in septets or 16-bit units."""

    id: str
    scam: str
    path: str
    encoding: str
    units: int
    parts: int
    text: str
    date: str


@dataclass(frozen=True)
class QuizLevel:
    """The questions for one kind of reader; `key` names the interface word."""

    key: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class HandbookView:
    """What every page may show of the whole handbook, in the reader's language where that exists."""

    languages: tuple[Language, ...]
    situations: tuple[SituationCard, ...]
    sightings: tuple[SightingView, ...]
    warnings: tuple[WarningCard, ...]
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

    The fields from `warning` on are for pages of one kind.
    """

    kind: str
    language: Language
    text_language: Language
    translation: TextState
    title: str
    draft: bool
    statement: tuple[Run, ...]
    intro_html: str
    share_text: str
    description: str
    path: str
    original_path: str
    home_path: str
    sections: Mapping[str, SectionView]
    body_html: str
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
    qr_svg: str = ""
    feeds: tuple[FeedLink, ...] = ()
    warning: WarningCard | None = None
    related: PageCard | None = None
    translations: tuple[TranslationTable, ...] = ()
    quiz: tuple[QuizLevel, ...] = ()
    terms: tuple[TermView, ...] = ()
    loans: tuple[LoanView, ...] = ()
    embed_boxes: tuple[EmbedBox, ...] = ()
    document: bool = False
    office_files: tuple[OfficeFileView, ...] = ()
    office_groups: tuple[OfficeGroup, ...] = ()
    kit_path: str = ""
    kit: tuple[KitPart, ...] = ()
    tools: tuple[PageCard, ...] = ()
    kits: tuple[KitCard, ...] = ()
    messages: tuple[MessageView, ...] = ()
    office: OfficeView | None = None
    months: tuple[MonthView, ...] = ()


@dataclass(frozen=True)
class ThingView:
    """One thing to do about a scam; `path` leads to what it takes, `key` names the interface word of that link."""

    act: str
    scam: PageCard
    key: str
    path: str


@dataclass(frozen=True)
class ReasonView:
    """A scam of a month and why then; `why` is HTML with its sources linked."""

    scam: PageCard
    why: str


@dataclass(frozen=True)
class DayView:
    """A day to remember; `date` as readers write it, '' for a whole month."""

    date: str
    title: str
    act: str


@dataclass(frozen=True)
class MonthView:
    """A month of the campaign; `things` are an office's three, or the posts of the four weeks."""

    number: int
    scams: tuple[str, ...]
    things: tuple[ThingView, ...]
    days: tuple[DayView, ...]
    reasons: tuple[ReasonView, ...] = ()


@dataclass(frozen=True)
class OfficeNameView:
    """A name in the plan and today's; `hedge` says how far to trust it, `sources` is HTML."""

    in_plan: str
    today: str
    hedge: str
    sources: str


@dataclass(frozen=True)
class OfficeView:
    """What an office's page shows from the data: its task, its names, its packs and slides, the year's files."""

    task: str
    section: str
    names: tuple[OfficeNameView, ...]
    packs: tuple[PackView, ...]
    decks: tuple[UseGroup, ...]
    calendar: tuple[OfficeFileView, ...] = ()
