from __future__ import annotations

from pathlib import Path

import pytest

from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.project import Project
from tests.conftest import SCAM, TRANSLATION, edit
from tests.entry.commands.typed import typed
from tests.papers.review_sheets.conftest import PAGE, fill


def run(project: Project, *words: str) -> int:
    return typed(project, "ban-dich", *words)


@pytest.fixture
def scoped(project: Project) -> Project:
    (project.root / "data/translation_scope.yml").write_text('folders: ["thu-doan/*"]\n', encoding="utf-8")
    return project


def test_status_then_pin_then_status(scoped: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(scoped, "tinh-trang", "tyz") == 0
    assert f"{TRANSLATION}: bản tiếng Việt đã đổi" in capsys.readouterr().out
    assert run(scoped, "ghim", "--soat") == 1
    assert run(scoped, "ghim", TRANSLATION) == 0
    assert run(scoped, "ghim", "--soat") == 0
    capsys.readouterr()
    run(scoped, "tinh-trang", "tyz", "--tat-ca")
    assert f"{TRANSLATION}: bản nháp" in capsys.readouterr().out


def test_a_name_that_is_no_translation_pins_nothing(scoped: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = (scoped.root / TRANSLATION).read_bytes()
    assert run(scoped, "ghim", TRANSLATION, "docs/khong-co/index.tyz.md", SCAM) == 1
    said = capsys.readouterr()
    assert "docs/khong-co/index.tyz.md: không có bản dịch này" in said.err
    assert f"{SCAM}: không có bản dịch này" in said.err
    assert said.out == ""
    assert (scoped.root / TRANSLATION).read_bytes() == before, "it pinned although a name was wrong"


def test_what_fits_already_is_said_to(scoped: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(scoped, "ghim", TRANSLATION) == 0
    assert f"đã ghim {TRANSLATION}" in capsys.readouterr().out
    assert run(scoped, "ghim", TRANSLATION) == 0
    assert "đều khớp" in capsys.readouterr().out


def test_a_path_is_seen_from_where_the_user_stands(
    scoped: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir((scoped.root / TRANSLATION).parent)
    assert run(scoped, "ghim", "index.tyz.md") == 0
    assert f"đã ghim {TRANSLATION}" in capsys.readouterr().out


def test_without_a_history_the_difference_is_left_to_the_eye(
    scoped: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(scoped, SCAM, "Thở một hơi", "Thở hai hơi")
    assert run(scoped, "khac", TRANSLATION) == 0
    assert "Không thấy bản lúc dịch" in capsys.readouterr().out


def test_a_new_language_is_listed_and_begun(scoped: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(scoped, "them", "qaa", "--ten", "Thử") == 0
    assert "đã tạo docs/khan-cap/dang-bi-goi/index.qaa.md" in capsys.readouterr().out
    assert read_all_languages(scoped.root)[-1].description == "tiếng Thử"
    run(scoped, "tinh-trang")
    assert "qaa" in capsys.readouterr().out


def test_an_unknown_language_is_met_with_those_that_exist(
    scoped: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(scoped, "tinh-trang", "xyz") == 2
    assert "không có tiếng «xyz»; hiện có: tyz" in capsys.readouterr().err
    assert run(scoped, "them", "xyz") == 2
    assert "thêm --ten" in capsys.readouterr().err


def test_out_then_tried_then_in(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "phieu", "tyz", f"docs/{PAGE}/") == 0
    printed = capsys.readouterr().out
    assert "Đã ghi build/phieu-duyet/thu-doan-goi-la.tyz.docx" in printed
    assert "trang tiếng Việt đã đổi" in printed
    page = project.root / TRANSLATION
    before = page.read_bytes()
    file = fill(project.root / "build/phieu-duyet/thu-doan-goi-la.tyz.docx", {"title:C": "Cần lạ"})
    assert run(project, "nhap", str(file), "--thu") == 0
    assert "+# Cần lạ\n" in capsys.readouterr().out
    assert page.read_bytes() == before
    assert run(project, "nhap", str(file)) == 0
    assert f"Đã ghi {TRANSLATION}." in capsys.readouterr().out
    assert "\n# Cần lạ\n" in page.read_text(encoding="utf-8")


def test_another_folder_may_be_named(project: Project, tmp_path: Path) -> None:
    assert run(project, "phieu", "tyz", PAGE, "--ra", str(tmp_path / "ra")) == 0
    assert len(list((tmp_path / "ra").iterdir())) == 2


def test_faults_are_printed_and_the_exit_code_is_one(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "phieu.xlsx").write_bytes(b"")
    assert run(project, "nhap", str(tmp_path / "phieu.xlsx")) == 1
    assert "phieu.xlsx: tệp rỗng" in capsys.readouterr().err


def test_a_disk_that_refuses_is_told(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ra").write_text("a file where a folder should be", encoding="utf-8")
    assert run(project, "phieu", "tyz", PAGE, "--ra", str(tmp_path / "ra")) == 1
    assert "Không tệp nào bị đổi" in capsys.readouterr().err
