"""The same warnings in RSS, Atom and JSON."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from lxml import etree

from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.site.feeds.entries import Channel, channel
from camnang.site.feeds.json_feed import json_feed_bytes
from camnang.site.feeds.syndication import atom_bytes, rss_bytes
from tests.conftest import ROOT

SITE = "https://cam-nang.example/con"
ATOM = "{http://www.w3.org/2005/Atom}"
DC_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
FOLDER = "canh-bao/2026-03-09-goi-la"
SCHEMA = json.loads((Path(__file__).parent / "json_feed_1_1.schema.json").read_text(encoding="utf-8"))
WRITERS = (rss_bytes, atom_bytes, json_feed_bytes)


@pytest.fixture
def settings(shared_project: Project) -> Settings:
    return replace(read_settings(shared_project), site_url=SITE)


def warning(handbook: Handbook) -> Page:
    return handbook.pages[FOLDER, "vi"]


def with_warnings(handbook: Handbook, *pages: Page) -> Handbook:
    """Return the handbook with more warnings."""
    return replace(handbook, pages={**handbook.pages, **{(page.folder, page.language.code): page for page in pages}})


def newer_warning(handbook: Handbook) -> Page:
    """A warning with markup and quotes in its words, three days after the other."""
    page = warning(handbook)
    details = replace(page.details, id="2026-03-12-khac", date=datetime.date(2026, 3, 12))
    return replace(
        page, folder="canh-bao/2026-03-12-khac", details=details, title='Số < & «>" lạ', intro="Một. [X01] Hai."
    )


def translated_warning(handbook: Handbook) -> Page:
    page, tay = warning(handbook), handbook.facts.language("tyz")
    translation = replace(page.translation, state="draft")
    return replace(page, language=tay, title="Cần lạ roọng", translation=translation)


def made(handbook: Handbook, settings: Settings, code: str = "vi") -> Channel:
    found = channel(handbook, settings, handbook.facts.language(code))
    assert found is not None
    return found


def rss(of: Channel) -> etree._Element:
    found = etree.fromstring(rss_bytes(of)).find("channel")
    assert found is not None
    return found


def json_feed(of: Channel) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_feed_bytes(of))
    return found


def test_all_formats_tell_the_same_warnings_the_newest_first(handbook: Handbook, settings: Settings) -> None:
    of = made(with_warnings(handbook, newer_warning(handbook)), settings)
    atom = etree.fromstring(atom_bytes(of)).findall(f"{ATOM}entry")
    titles = ['Số < & «>" lạ', warning(handbook).title]
    assert [item.findtext("title") for item in rss(of).findall("item")] == titles
    assert [entry.findtext(f"{ATOM}title") for entry in atom] == titles
    assert [item["title"] for item in json_feed(of)["items"]] == titles
    ids = [item["id"] for item in json_feed(of)["items"]]
    assert [item.findtext("guid") for item in rss(of).findall("item")] == ids
    assert [entry.findtext(f"{ATOM}id") for entry in atom] == ids


def test_a_reader_of_feeds_gets_place_words_and_full_addresses(handbook: Handbook, settings: Settings) -> None:
    (item,) = rss(made(handbook, settings)).findall("item")
    page = warning(handbook)
    assert item.findtext("link") == f"{SITE}/{FOLDER}/"
    assert (item.findtext("description") or "").startswith(f"{page.details.place}. {page.statement}")
    assert item.find("category").get("domain") == f"{SITE}/thu-doan/goi-la/"  # type: ignore[union-attr]
    assert parsedate_to_datetime(item.findtext("pubDate") or "").date() == page.details.date


def test_marks_of_sources_stay_on_the_page(handbook: Handbook, settings: Settings) -> None:
    of = made(with_warnings(handbook, newer_warning(handbook)), settings)
    assert "Một. Hai." in of.entries[0].text
    assert "[X01]" not in of.entries[0].text


def test_every_feed_says_that_it_is_a_draft_until_someone_approves(handbook: Handbook, settings: Settings) -> None:
    for write in WRITERS:
        assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in write(made(handbook, settings)).decode()
        assert "Dự thảo" not in write(made(handbook, replace(settings, approved_by="Công an tỉnh"))).decode()


def test_vietnamese_words_are_not_called_tay(handbook: Handbook, settings: Settings) -> None:
    of = made(handbook, settings, "tyz")
    assert of.code == "vi"
    assert [item.findtext(DC_LANGUAGE) for item in rss(of).findall("item")] == ["vi"]
    assert json_feed(of)["items"][0]["url"] == f"{SITE}/tyz/{FOLDER}/"
    assert json_feed(of)["items"][0]["id"] == json_feed(made(handbook, settings))["items"][0]["id"]


def test_a_translated_warning_is_another_text_and_says_that_it_is_a_draft(
    handbook: Handbook, settings: Settings
) -> None:
    translated = with_warnings(handbook, translated_warning(handbook))
    of = made(translated, settings, "tyz")
    (item,) = json_feed(of)["items"]
    assert (of.code, item["language"], item["title"]) == ("tyz", "tyz", "Cần lạ roọng")
    assert "chưa có người bản ngữ duyệt" in item["content_text"]
    assert item["id"] != json_feed(made(translated, settings))["items"][0]["id"]


def test_an_entry_stays_itself_when_the_site_moves_or_its_words_are_corrected(
    handbook: Handbook, settings: Settings
) -> None:
    corrected = with_warnings(handbook, replace(warning(handbook), title="Sửa rồi"))
    moved = replace(settings, site_url="https://khac.example")
    ids = {made(book, where).entries[0].id for book in (handbook, corrected) for where in (settings, moved)}
    assert len(ids) == 1


class AnyDate(type):
    """Lets real dates pass for `Later`."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, datetime.datetime)


class Later(metaclass=AnyDate):
    """A clock that stands in another year."""

    @staticmethod
    def now(zone: datetime.tzinfo | None = None) -> datetime.datetime:
        return datetime.datetime(2041, 5, 6, tzinfo=zone)


def test_the_day_of_building_is_nowhere_in_it(
    handbook: Handbook, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = made(handbook, settings)
    today = [write(of) for write in WRITERS]
    for module in ("feedgen.feed.datetime", "feedgen.entry.datetime"):
        monkeypatch.setattr(module, Later)
    assert [write(made(handbook, settings)) for write in WRITERS] == today


def test_without_warnings_or_an_address_there_is_no_feed(handbook: Handbook, settings: Settings) -> None:
    none = replace(handbook, pages={key: page for key, page in handbook.pages.items() if key[0] != FOLDER})
    assert channel(none, settings, handbook.facts.original) is None
    assert channel(handbook, replace(settings, site_url=""), handbook.facts.original) is None


def test_the_handbooks_own_alerts_keep_the_schema() -> None:
    project = Project(ROOT)
    own, settings = read_handbook(project), replace(read_settings(project), site_url=SITE)
    for language in own.facts.languages:
        of = made(own, settings, language.code)
        fastjsonschema.validate(SCHEMA, json_feed(of))
        assert len(of.entries) >= 15, f"{language.code} has {len(of.entries)}"


@pytest.mark.parametrize("spoil", ["language", "url", "_canh_bao"])
def test_the_schema_sees_what_is_missing(handbook: Handbook, settings: Settings, spoil: str) -> None:
    feed = json_feed(made(handbook, settings))
    del feed["items"][0][spoil]
    with pytest.raises(fastjsonschema.JsonSchemaException, match=spoil):
        fastjsonschema.validate(SCHEMA, feed)
