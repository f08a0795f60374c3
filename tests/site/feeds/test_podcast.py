from __future__ import annotations

import datetime
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

from camnang.handbook.facts.recordings import Recording
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.handbook.spoken.script import script_of
from camnang.site.feeds.podcast import episodes, feed_bytes
from tests.sound.conftest import DAY, SCAM_FOLDER

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://cam-nang.example/con"


@pytest.fixture
def settings(shared_project: Project) -> Settings:
    return replace(read_settings(shared_project), site_url=SITE)


def recorded(handbook: Handbook, code: str, date: datetime.date = DAY, pin: str = "") -> Handbook:
    """Return the handbook with two recordings of the scam page in a language."""
    script = script_of(handbook.pages[SCAM_FOLDER, code], handbook, "loa-30")
    assert script is not None
    common = {"page": SCAM_FOLDER, "language": code, "speaker": "Bà Thử & con", "seconds": 31, "consent": True}
    listed = (
        Recording.model_validate({**common, "name": "loa-60", "date": DAY, "script": "0" * 12}),
        Recording.model_validate({**common, "name": "loa-30", "date": date, "script": pin or script.pin}),
    )
    return replace(handbook, facts=replace(handbook.facts, recordings=listed))


def feed(handbook: Handbook, settings: Settings, code: str) -> bytes:
    language = handbook.facts.language(code)
    sizes = {each.path: 240_000 + place for place, each in enumerate(handbook.facts.recordings)}
    made = feed_bytes(handbook, settings, language, episodes(handbook, settings, language, sizes))
    assert made is not None
    return made


def channel(content: bytes) -> etree._Element:
    found = etree.fromstring(content).find("channel")
    assert found is not None
    return found


def test_a_listening_app_finds_the_recordings(handbook: Handbook, settings: Settings) -> None:
    root = channel(feed(recorded(handbook, "tyz"), settings, "tyz"))
    assert root.findtext("language") == "tyz"
    assert root.findtext("link") == f"{SITE}/tyz/"
    assert root.find(f"{ATOM}link").get("href") == f"{SITE}/tyz/nghe/podcast.xml"  # type: ignore[union-attr]
    assert root.find(f"{ITUNES}category").get("text") == "Education"  # type: ignore[union-attr]
    assert root.findtext(f"{ITUNES}explicit") in {"no", "false"}
    items = root.findall("item")
    assert [item.findtext("title") for item in items] == [
        "Cần róa chả công an (30 giây)",
        "Cần róa chả công an (60 giây)",
    ]
    enclosure = items[0].find("enclosure")
    assert enclosure is not None
    assert dict(enclosure.attrib) == {
        "url": f"{SITE}/tyz/thu-doan/goi-la/loa-30.mp3",
        "length": "240001",
        "type": "audio/mpeg",
    }
    assert items[0].findtext(f"{ITUNES}duration") == "31"


def test_an_episode_says_who_reads_that_it_is_a_draft_and_that_it_is_old(
    handbook: Handbook, settings: Settings
) -> None:
    items = channel(feed(recorded(handbook, "tyz"), settings, "tyz")).findall("item")
    new, old = (item.findtext("description") or "" for item in items)
    for said in ("Bà Thử & con", "Bài nẩy páy mì cần Tày ngòi tẻo.", "Dự thảo – chờ"):
        assert said in new, new
    assert "Bản thu đã cũ" in old
    assert "Bản thu đã cũ" not in new


def test_the_newest_recording_dates_the_feed_and_comes_first(handbook: Handbook, settings: Settings) -> None:
    newer = DAY + datetime.timedelta(days=3)
    root = channel(feed(recorded(handbook, "vi", date=newer), settings, "vi"))
    assert parsedate_to_datetime(root.findtext("lastBuildDate") or "").date() == newer
    dates = [parsedate_to_datetime(item.findtext("pubDate") or "").date() for item in root.findall("item")]
    assert dates == [newer, DAY]


class AnyDate(type):
    """Lets real dates pass for `Later`."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, datetime.datetime)


class Later(metaclass=AnyDate):
    """A clock that stands in another year."""

    @staticmethod
    def now(zone: datetime.tzinfo | None = None) -> datetime.datetime:
        return datetime.datetime(2041, 5, 6, tzinfo=zone)


@pytest.mark.parametrize("module", ["feedgen.feed.datetime", "feedgen.entry.datetime"])
def test_the_day_of_building_is_nowhere_in_it(
    handbook: Handbook, settings: Settings, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    recordings = recorded(handbook, "vi")
    today = feed(recordings, settings, "vi")
    monkeypatch.setattr(module, Later)
    assert feed(recordings, settings, "vi") == today


def test_an_episode_stays_itself_when_the_site_moves_and_is_new_when_it_is_read_anew(
    handbook: Handbook, settings: Settings
) -> None:
    moved = replace(settings, site_url="https://khac.example")
    newer = DAY + datetime.timedelta(days=3)
    guids = [
        channel(feed(recorded(handbook, "vi", date=date), where, "vi")).findall("item")[0].findtext("guid")
        for date, where in ((DAY, settings), (DAY, moved), (newer, settings))
    ]
    assert guids[0] == guids[1]
    assert guids[0] != guids[2]


def test_without_recordings_or_an_address_there_is_no_feed(handbook: Handbook, settings: Settings) -> None:
    tay, recordings = handbook.facts.language("tyz"), recorded(handbook, "vi")
    assert feed_bytes(recordings, settings, tay, episodes(recordings, settings, tay, {})) is None
    vietnamese, nowhere = handbook.facts.original, replace(settings, site_url="")
    sizes = {each.path: 1 for each in recordings.facts.recordings}
    listed = episodes(recordings, nowhere, vietnamese, sizes)
    assert len(listed) == 2
    assert feed_bytes(recordings, nowhere, vietnamese, listed) is None
