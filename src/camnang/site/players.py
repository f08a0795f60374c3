"""The recordings of a page as players; only those in the language of the text that stands there."""

from __future__ import annotations

from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.recordings import Recording
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.project import Settings
from camnang.handbook.spoken.states import state_of
from camnang.site.feeds.podcast import FILE as PODCAST
from camnang.site.feeds.podcast import site_path
from camnang.site.views.files import PlayerView


def player(recording: Recording, page: Page, handbook: Handbook) -> PlayerView:
    """Return one recording; its address is that of the text's language, whoever reads the page."""
    date = recording.date.isoformat()
    return PlayerView(
        path=site_path(page, recording),
        seconds=recording.seconds,
        speaker=recording.speaker,
        date=written(date),
        date_iso=date,
        old=state_of(recording, handbook) == "old",
    )


def players(page: Page, handbook: Handbook) -> tuple[PlayerView, ...]:
    """Return the page's recordings, the shorter first."""
    own = [each for each in handbook.facts.recordings if each.key[:2] == (page.folder, page.language.code)]
    return tuple(player(each, page, handbook) for each in sorted(own, key=lambda each: each.name))


def reader_wanted(page: Page, language: Language, handbook: Handbook) -> str:
    """Return where a translation that nobody has read aloud asks for a reader, '' where nothing is asked."""
    listed, facts = KINDS[Kind.TRANSLATIONS].folder or "", handbook.facts
    asked = facts.recording_kit.pieces and (listed, facts.original.code) in handbook.pages
    read = any(each.key[:2] == (page.folder, page.language.code) for each in facts.recordings)
    if not asked or read or page.language == facts.original or KINDS[page.kind].spoken is None:
        return ""
    return f"{language.url_prefix}{listed}/"


def podcast_path(language: Language, handbook: Handbook, settings: Settings) -> str | None:
    """Return where the podcast of the reader's language stands, None while there is none."""
    has_any = any(each.language == language.code for each in handbook.facts.recordings)
    return language.url_prefix + PODCAST if has_any and settings.site_url else None
