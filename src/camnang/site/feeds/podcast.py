"""The podcast of a language: RSS 2.0 with Apple's tags, so that any listening app fetches new recordings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feedgen.feed import FeedGenerator

from camnang.handbook.dates import at_noon
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.recordings import Recording
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.notices import approval_notice, translation_notices
from camnang.handbook.project import Project, Settings
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.handbook.spoken.states import state_of

FILE = "nghe/podcast.xml"
MEDIA_TYPE = "audio/mpeg"  # RFC 3003
CATEGORY = "Education"  # one of Apple's list
GUID_PREFIX = "cam-nang-chong-lua-dao"


@dataclass(frozen=True)
class Episode:
    """One recording as a listening app shows it; `size` in bytes."""

    recording: Recording
    page: Page
    size: int
    url: str
    notes: tuple[str, ...]

    @property
    def published(self) -> datetime.datetime:
        """The day of the recording, at noon."""
        return at_noon(self.recording.date)

    @property
    def guid(self) -> str:
        """Stays when the site moves; a new reading is a new episode."""
        key = "/".join(part for part in self.recording.key if part)
        return f"{GUID_PREFIX}/{key}/{self.recording.date.isoformat()}"

    @property
    def title(self) -> str:
        """The page's title with the length, for example «… (30 giây)»."""
        return f"{self.page.title} ({LENGTHS[self.recording.name].seconds} giây)"

    @property
    def description(self) -> str:
        """What the page says first, who reads, and what the reader must know."""
        return " ".join((self.page.lead, *(f"{note.rstrip('.')}." for note in self.notes)))


def site_path(page: Page, recording: Recording) -> str:
    """Return where a recording stands on the site: static-i18n puts 'loa-30.tyz.mp3' into its language's folder."""
    return f"{page.path}{recording.name}.mp3"


def notes_of(recording: Recording, page: Page, handbook: Handbook, settings: Settings) -> tuple[str, ...]:
    """Return what is said under an episode: who reads, approval, draft, out of date."""
    words = handbook.facts.words[handbook.facts.original.code]
    old = (words["recording_old"],) if state_of(recording, handbook) == "old" else ()
    reader = f"{words['read_by']}: {recording.speaker}"
    return reader, *old, *translation_notices(page, handbook.facts), approval_notice(handbook.facts, settings)


def episodes(
    handbook: Handbook, settings: Settings, language: Language, sizes: Mapping[str, int]
) -> tuple[Episode, ...]:
    """Return the recordings of a language, the newest first; `sizes` gives bytes by path in the project."""
    found = [each for each in handbook.facts.recordings if each.language == language.code]
    made = []
    for recording in sorted(found, key=lambda each: (-each.date.toordinal(), each.key)):
        page = handbook.pages[recording.page, language.code]
        notes = notes_of(recording, page, handbook, settings)
        url = settings.address(site_path(page, recording))
        made.append(Episode(recording, page, sizes[recording.path], url, notes))
    return tuple(made)


def channel(handbook: Handbook, settings: Settings, language: Language, newest: datetime.datetime) -> FeedGenerator:
    """Return a feed without episodes."""
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.title(f"{settings.site_name} – {language.name}")
    feed.link(href=settings.address(language.url_prefix + FILE), rel="self", type="application/rss+xml")
    feed.link(href=settings.address(language.url_prefix), rel="alternate")  # feedgen shows the last one
    campaign = handbook.facts.words[handbook.facts.original.code]["campaign"]
    feed.description(f"{campaign}. {approval_notice(handbook.facts, settings)}.")
    feed.language(language.code)
    feed.lastBuildDate(newest)
    feed.generator("")  # the package's name is nothing to listeners
    feed.podcast.itunes_author(campaign)
    feed.podcast.itunes_category(CATEGORY)
    feed.podcast.itunes_explicit("no")
    return feed


def add(feed: FeedGenerator, episode: Episode) -> None:
    """Add an episode after those that are there."""
    item = feed.add_entry(order="append")
    item.guid(episode.guid, permalink=False)
    item.title(episode.title)
    item.description(episode.description)
    item.enclosure(episode.url, str(episode.size), MEDIA_TYPE)
    item.published(episode.published)
    item.podcast.itunes_duration(episode.recording.seconds)


def feed_bytes(handbook: Handbook, settings: Settings, language: Language, listed: Iterable[Episode]) -> bytes | None:
    """Return the RSS of episodes, the same for the same episodes; None when there is none or no address."""
    found = tuple(listed)
    if not found or not settings.site_url:
        return None
    feed = channel(handbook, settings, language, max(each.published for each in found))
    for episode in found:
        add(feed, episode)
    rss: bytes = feed.rss_str(pretty=True)
    return rss


def podcast(handbook: Handbook, settings: Settings, language: Language, project: Project) -> bytes | None:
    """Return a language's podcast; None while it has no recording or the site has no address."""
    paths = [each.path for each in handbook.facts.recordings if each.language == language.code]
    sizes = {path: (project.root / path).stat().st_size for path in paths}
    return feed_bytes(handbook, settings, language, episodes(handbook, settings, language, sizes))
