from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from lxml.html import document_fromstring

from camnang.bundles.copies import copies as made
from camnang.bundles.copies.copies import current_copies, make_copies, plan
from camnang.bundles.copies.edition import Built
from camnang.files.faults import FaultsError
from camnang.files.trust.manifest import NAME as MANIFEST
from camnang.files.trust.sources import zim_source, zip_source
from camnang.files.trust.verification import verify
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.copies import Copy
from camnang.made.register import read_rows
from tests.conftest import SCAM, edit
from tests.entry.commands.typed import typed

ZIPS = ("cam-nang-usb.zip", "cam-nang-usb.tyz.zip")
ZIMS = ("cam-nang-kiwix.zim", "cam-nang-kiwix.tyz.zim")


@pytest.fixture
def fresh(copies: Project, tmp_path: Path) -> Project:
    """The same handbook, for a test that spoils it."""
    shutil.copytree(copies.root, tmp_path / "handbook")
    return Project(tmp_path / "handbook")


def test_each_language_has_both_copies(copies: Project) -> None:
    found = {(copy.path, copy.use, copy.language, copy.draft) for copy in read_rows(copies.carried / made.FILE, Copy)}
    assert found == {
        (ZIPS[0], "usb", "vi", False),
        (ZIPS[1], "usb", "tyz", True),
        (ZIMS[0], "kiwix", "vi", False),
        (ZIMS[1], "kiwix", "tyz", True),
    }


@pytest.mark.parametrize("name", ZIPS)
def test_every_link_of_the_stick_leads_to_a_file_on_it(copies: Project, name: str) -> None:
    with zipfile.ZipFile(copies.carried / name) as stick:
        names = set(stick.namelist())
        paths = [path for path in names if path.startswith("cam-nang/") and path.endswith(".html")]
        pages = {path: document_fromstring(stick.read(path)) for path in paths}
    dead = []
    for path, root in pages.items():
        for reference in root.xpath("//@href | //@src | //@action"):
            if reference and not re.match(r"#|[a-z]+:", reference):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), reference.split("#")[0]))
                dead += [] if target in names else [f"{path}: {reference}"]
    assert dead == []
    assert len(pages) >= 10


def test_the_stick_says_what_to_open_and_that_it_is_whole(copies: Project) -> None:
    with zipfile.ZipFile(copies.carried / ZIPS[1]) as stick:
        text = stick.read("DOC-TRUOC.txt").decode("utf-8-sig")
        sums = dict(line.split("  ")[::-1] for line in stick.read("SHA256SUMS").decode().splitlines())
        assert {name: hashlib.sha256(stick.read(name)).hexdigest() for name in sums} == sums
        assert set(stick.namelist()) == {*sums, "SHA256SUMS", MANIFEST}
        assert "cam-nang/hinh/goi-la-anh-doc.tyz.webp" in sums
        assert 'url=cam-nang/index.html"' in stick.read("MO-CAM-NANG.html").decode()
    for said in ("tiếng Tày", "Mở «MO-CAM-NANG.html»", "chưa có người bản ngữ duyệt", "NGÀY "):
        assert said in text, f"{said!r} is not in DOC-TRUOC.txt"


def test_nothing_on_the_stick_is_a_poster_or_a_png(copies: Project) -> None:
    with zipfile.ZipFile(copies.carried / ZIPS[0]) as stick:
        assert [name for name in stick.namelist() if name.endswith((".pdf", ".png", ".zip", ".mp4"))] == []


@pytest.mark.parametrize(("name", "language"), [(ZIMS[0], "vie"), (ZIMS[1], "tyz")])
def test_kiwix_opens_the_home_and_finds_pages(copies: Project, name: str, language: str) -> None:
    archive = Archive(copies.carried / name)
    assert archive.check()
    assert archive.get_metadata("Language").decode() == language
    assert len(archive.get_metadata("Description").decode()) <= 80
    assert archive.has_illustration(48)
    assert archive.main_entry.get_item().path == "index.html"
    suggested = SuggestionSearcher(archive).suggest("Người lạ" if language == "vie" else "Cần róa")
    assert "thu-doan/goi-la/index.html" in suggested.getResults(0, 5)
    found = Searcher(archive).search(Query().set_query("113"))
    assert found.getEstimatedMatches() > 0


def test_links_in_the_zim_resolve(copies: Project) -> None:
    archive = Archive(copies.carried / ZIMS[0])
    page = archive.get_entry_by_path("thu-doan/goi-la/index.html").get_item()
    root = document_fromstring(bytes(page.content))
    for reference in root.xpath("//@href | //script/@src"):
        if not re.match(r"#|[a-z]+:", reference):
            target = posixpath.normpath(posixpath.join("thu-doan/goi-la", reference.split("#")[0]))
            assert archive.has_entry_by_path(target), f"{reference} leads nowhere"


def remake(project: Project, built: Built) -> None:
    """Make all copies anew."""
    (project.carried / made.FILE).unlink()
    handbook, settings = read_handbook(project), read_settings(project)
    make_copies(plan(project, handbook, settings), handbook, settings, built)


def test_the_same_handbook_gives_the_same_bytes(copies: Project, built: Built, fresh: Project) -> None:
    remake(fresh, built)
    for name in (*ZIPS, *ZIMS):
        assert (fresh.carried / name).read_bytes() == (copies.carried / name).read_bytes(), name


@pytest.mark.parametrize("spoilt", ["page", "template", "file"])
def test_an_old_or_damaged_copy_is_not_offered(fresh: Project, handbook: Handbook, spoilt: str) -> None:
    settings = read_settings(fresh)
    assert plan(fresh, handbook, settings, thorough=True).is_current
    if spoilt == "page":
        edit(fresh, SCAM, "Doạ cho mình sợ", "Doạ cho mình run")
    elif spoilt == "template":
        edit(fresh, "overrides/home.html", "choices", "choices ")
    else:
        (fresh.carried / ZIPS[0]).write_bytes(b"")
    assert len(current_copies(fresh, handbook, settings)) == (3 if spoilt == "file" else 0)
    assert not plan(fresh, handbook, settings).is_current


def test_a_copy_that_is_too_heavy_is_a_fault_and_nothing_is_written(
    fresh: Project, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(fresh, SCAM, "Doạ cho mình sợ", "Doạ cho mình run")
    before = (fresh.carried / made.FILE).read_bytes()
    monkeypatch.setattr(made, "MOST_MEGABYTES", 0)
    with pytest.raises(FaultsError) as raised:
        handbook, settings = read_handbook(fresh), read_settings(fresh)
        make_copies(plan(fresh, handbook, settings), handbook, settings, built)
    assert raised.value.faults[0].rule == "goi-qua-nang"
    assert (fresh.carried / made.FILE).read_bytes() == before


def test_the_command_says_what_is_old(fresh: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(fresh, "mang-di", "--soat") == 0
    edit(fresh, SCAM, "Doạ cho mình sợ", "Doạ cho mình run")
    assert typed(fresh, "mang-di", "--soat") == 1
    assert "python3 run.py mang-di" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["cam-nang-usb.zip", "cam-nang-usb-tyz.zip", "cam-nang-kiwix.zim"])
def test_a_copy_to_carry_can_be_held_against_its_own_list(copies: Project, name: str) -> None:
    file = next(each for each in copies.carried.iterdir() if each.name.replace(".tyz", "-tyz") == name)
    source = zim_source(file) if file.suffix == ".zim" else zip_source(file)
    verdict = verify(source, None)
    assert verdict.differences == (), [str(each) for each in verdict.differences]
    assert len(verdict.manifest.files) == len(source.names() or ()) - 1, "all but the list itself are listed"
