"""The whole gate over the fixture handbook, drawn as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from camnang.handbook.project import Project
from camnang.pictures.jobs import Selection
from camnang.pictures.quality import checking
from tests.conftest import SCAM, copy_handbook, draw, edit
from tests.entry.commands.typed import typed


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_handbook(tmp_path_factory.mktemp("gate") / "handbook")
    draw(project)
    return project


@pytest.fixture
def spoilt(drawn: Project, tmp_path: Path) -> Project:
    """A drawn handbook that the test may spoil."""
    return Project(Path(shutil.copytree(drawn.root, tmp_path / "handbook")))


def check(project: Project, *words: str) -> int:
    return typed(project, "soat-hinh", "--cung-luc", "1", *words)


def test_what_the_layouts_draw_passes(drawn: Project, capsys: pytest.CaptureFixture[str]) -> None:
    code = check(drawn)
    said = capsys.readouterr()
    assert code == 0, said.err
    assert "10 tệp đều đạt" in said.out


def test_nothing_drawn_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project) == 1
    assert "python3 run.py ve" in capsys.readouterr().err


def test_all_spoilt_files_are_told_in_one_run(spoilt: Project, capsys: pytest.CaptureFixture[str]) -> None:
    folder = spoilt.drawn / "goi-la"
    (folder / "goi-la-ap-phich-a4.pdf").write_bytes(b"%PDF-1.7")
    (folder / "goi-la-anh-doc.webp").unlink()
    assert check(spoilt, "--language", "vi") == 1
    said = capsys.readouterr().err
    assert "build/tai-ve/goi-la/goi-la-ap-phich-a4.pdf: tệp hỏng" in said, said
    assert "build/tai-ve/goi-la/goi-la-anh-doc.webp: không có tệp này" in said, said
    assert "Có 2 lỗi" in said, said


def test_an_old_picture_is_told(spoilt: Project, capsys: pytest.CaptureFixture[str]) -> None:
    edit(spoilt, SCAM, "**Không sợ.**", "**Không lo.**")
    assert check(spoilt, "--language", "vi") == 1
    assert "hình cũ" in capsys.readouterr().err


def test_a_colour_that_cannot_be_read_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "design/theme.typ", "hero: indigo, on-hero: white", "hero: indigo, on-hero: indigo")
    draw(project)
    assert check(project, "--language", "vi", "--format", "anh-doc") == 1
    said = capsys.readouterr().err
    assert "chữ «Công» tương phản 1.0 với nền" in said, said
    assert "design/theme.typ" in said, said


def test_codes_of_a_served_handbook_lead_to_its_pages(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://vi.du.vn/")
    draw(project, Selection(formats=frozenset({"ap-phich-a4"})))
    code = check(project)
    assert code == 0, capsys.readouterr().err
    monkeypatch.setattr(checking, "address", lambda *_: "https://la.vn/")
    assert check(project) == 1
    assert "mã QR đọc ra https://vi.du.vn/thu-doan/goi-la/" in capsys.readouterr().err
