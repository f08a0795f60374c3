"""Pages with recordings, built end to end: what is heard is in the language of the text that stands there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from camnang.handbook.project import Project
from tests.conftest import copy_handbook
from tests.site.made_up import (
    ABOUT,
    RECORDED,
    SCAM,
    SITE_URL,
    SITUATION,
    build_site,
    language_of,
    page,
    record,
    words,
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_handbook(tmp_path_factory.mktemp("recorded") / "handbook")
    record(project, RECORDED)
    build_site(project, site_url=SITE_URL)
    return project


def heard(project: Project, path: str) -> bytes:
    """Return the bytes behind the only player of a page."""
    sources = page(project, path).xpath("//audio/@src")
    assert len(sources) == 1, f"{path}: {sources}"
    return (project.root / "site" / path / sources[0]).resolve().read_bytes()


def recorded(project: Project, folder: str, code: str) -> bytes:
    return (project.docs / folder / f"loa-30.{code}.mp3").read_bytes()


@pytest.mark.parametrize(
    ("path", "folder", "code"),
    [
        (f"{SCAM}/", SCAM, "vi"),
        (f"tyz/{SCAM}/", SCAM, "tyz"),
        (f"{SITUATION}/", SITUATION, "vi"),
        (f"tyz/{SITUATION}/", SITUATION, "vi"),
        (f"{ABOUT}/", ABOUT, "vi"),
        (f"tyz/{ABOUT}/", ABOUT, "vi"),
    ],
)
def test_a_page_plays_the_recording_of_its_own_text(built: Project, path: str, folder: str, code: str) -> None:
    assert heard(built, path) == recorded(built, folder, code)
    player = page(built, path).xpath("//audio")[0]
    assert (player.get("lang"), player.get("preload"), player.get("controls")) == (code, "none", "")


def test_a_player_says_who_reads_when_and_how_long(built: Project) -> None:
    figure = page(built, f"{SCAM}/").xpath("//figure[@class='listen']")[0]
    assert words(figure) == "Nghe đọc 31 giâyNgười đọc: Bà <Thử>, 20/11/2026"
    label = figure.xpath(".//audio/@aria-label")[0]
    assert label == "Nghe đọc: Người lạ gọi, xưng công an, 31 giây"


def test_labels_that_tay_lacks_are_marked_as_vietnamese(built: Project) -> None:
    assert language_of(page(built, f"tyz/{SCAM}/"), "Nghe đọc") == "vi"


def test_only_a_recording_of_another_text_says_that_it_is_old(built: Project) -> None:
    assert "Bản thu đã cũ" not in words(page(built, f"{SCAM}/"))
    assert "Bản thu đã cũ" in words(page(built, f"{ABOUT}/"))


def test_a_tay_text_never_plays_a_vietnamese_recording(tmp_path: Path) -> None:
    project = copy_handbook(tmp_path / "handbook")
    record(project, {(SCAM, "vi"): 500})
    build_site(project)
    assert page(project, f"tyz/{SCAM}/").xpath("//audio") == []
    assert len(page(project, f"{SCAM}/").xpath("//audio")) == 1


def test_each_language_has_its_podcast(built: Project) -> None:
    for prefix, code, pages in (("", "vi", 3), ("tyz/", "tyz", 1)):
        root = etree.parse(str(built.root / f"site/{prefix}nghe/podcast.xml")).getroot()
        assert root.findtext("channel/language") == code
        urls = [str(each.get("url")) for each in root.iterfind("channel/item/enclosure")]
        assert len(urls) == pages, urls
        for item, url in zip(root.iterfind("channel/item/enclosure"), urls, strict=True):
            assert url.startswith(SITE_URL)
            file = built.root / "site" / url.removeprefix(SITE_URL)
            assert str(file.stat().st_size) == item.get("length"), url
    links = page(built, f"tyz/{SCAM}/").xpath("//link[@type='application/rss+xml']/@href")
    assert links == ["../../nghe/podcast.xml"]


def test_no_sound_stands_on_the_site_that_no_page_plays(built: Project) -> None:
    site = built.root / "site"
    played = {
        (file.parent / str(source)).resolve()
        for file in site.rglob("index.html")
        for source in page(built, file.parent.relative_to(site).as_posix()).xpath("//audio/@src")
    }
    assert {file.resolve() for file in site.rglob("*.mp3")} == played


def test_without_recordings_there_is_neither_player_nor_podcast(tmp_path: Path) -> None:
    project = copy_handbook(tmp_path / "handbook")
    build_site(project, site_url=SITE_URL)
    assert list((project.root / "site").rglob("podcast.xml")) == []
    assert page(project, f"{SCAM}/").xpath("//audio | //link[@type='application/rss+xml']") == []


def test_without_an_address_there_is_no_podcast(built: Project, tmp_path: Path) -> None:
    root = tmp_path / "handbook"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("site"))
    build_site(Project(root))
    assert list((root / "site").rglob("podcast.xml")) == []
    assert len(page(Project(root), f"{SCAM}/").xpath("//audio")) == 1
