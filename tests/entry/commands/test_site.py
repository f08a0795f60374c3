from __future__ import annotations

import json
from pathlib import Path

import pytest

from camnang.entry import session
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit
from tests.entry.commands.typed import typed

PLAN = "python3 run.py trang --tat-ca"


def output(project: Project, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Type `trang`; return what it printed. The test fails when something is to repair."""
    capsys.readouterr()
    assert typed(project, "trang", *words) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def offered(project: Project) -> set[str]:
    """Return the endings of what the site has below `tai-ve/`."""
    return {file.suffix for file in (project.root / "site/tai-ve").rglob("*") if file.is_file()}


def test_a_site_has_what_is_printed_and_says_what_is_not_made(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    said = output(project, capsys)
    assert "Mới làm: 2 áp phích, 2 ảnh." in said
    assert "gói" in said.partition("Chưa có trên trang")[2], said
    assert "bản mang đi" in said, said
    assert PLAN in said, "it is not said how the rest is made"
    assert {".pdf", ".png", ".webp", ".html"} <= offered(project)
    assert not offered(project) & {".zip", ".zim"}


def test_everything_is_made_when_it_is_asked_for(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    said = output(project, capsys, "--tat-ca")
    assert "Chưa có trên trang" not in said, said
    assert {".zip", ".zim"} <= offered(project)
    assert "Không có gì đổi" in output(project, capsys), "a short run after a whole one has nothing to do"


def test_a_run_without_changes_reads_no_page(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = output(project, capsys)

    def fail(*_: object) -> None:
        raise AssertionError("pages were read although nothing was touched")

    monkeypatch.setattr(session, "read_handbook_again", fail)
    said = output(project, capsys)
    assert "Không có gì đổi" in said
    assert first.partition("Trang ở")[2] in said, "what is not made is said again"


def test_one_edited_page_draws_its_own_pictures(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    output(project, capsys)
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    said = output(project, capsys, "--ke")
    assert "Mới làm: 1 áp phích, 1 ảnh." in said, said
    assert "áp phích: goi-la-vi-ap-phich-a4" in said, "--ke tells each name"
    assert "Không lo" in (project.root / "site/thu-doan/goi-la/index.html").read_text(encoding="utf-8")


def test_an_old_picture_is_not_offered(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    output(project, capsys, "--tat-ca")
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    said = output(project, capsys)
    assert "bản mang đi" in said.partition("Chưa có trên trang")[2], said
    assert not offered(project) & {".zim"}, "copies of yesterday are offered"


def test_a_fault_leaves_the_old_site(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    output(project, capsys)
    before = {file: file.read_bytes() for file in (project.root / "site").rglob("*.html")}
    edit(project, SCAM, "thì gọi 113", "thì gọi 114")
    assert typed(project, "trang") == 1
    assert f"{SCAM}:" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in (project.root / "site").rglob("*.html")} == before
    assert typed(project, "trang") == 1, "a run that failed is not taken for one that ended well"


def test_what_was_run_is_written_down_whole(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    output(project, capsys)
    state: Path = project.root / "build" / ".lan-chay-cuoi"
    assert set(json.loads(state.read_text(encoding="utf-8"))) == {"inputs", "made", "site", "everything", "said"}
