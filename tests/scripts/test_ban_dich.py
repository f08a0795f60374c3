from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.project import Project
from tests.conftest import SCAM, TRANSLATION, edit, load_script
from tests.papers.review_sheets.conftest import PAGE, fill


@pytest.fixture(scope="module")
def command() -> ModuleType:
    return load_script("scripts/ban_dich.py")


def run(command: ModuleType, project: Project, *arguments: str) -> int:
    code: int = command.main(["--root", str(project.root), *arguments])
    return code


@pytest.fixture
def scoped(project: Project) -> Project:
    (project.root / "data/translation_scope.yml").write_text('folders: ["thu-doan/*"]\n', encoding="utf-8")
    return project


def test_status_then_pin_then_status(
    command: ModuleType, scoped: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, scoped, "status", "tyz") == 0
    assert f"{TRANSLATION}: bản tiếng Việt đã đổi" in capsys.readouterr().out
    assert run(command, scoped, "pin", "--check") == 1
    assert run(command, scoped, "pin", TRANSLATION) == 0
    assert run(command, scoped, "pin", "--check") == 0
    capsys.readouterr()
    run(command, scoped, "status", "tyz", "--tat-ca")
    assert f"{TRANSLATION}: bản nháp" in capsys.readouterr().out


def test_without_a_history_the_difference_is_left_to_the_eye(
    command: ModuleType, scoped: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(scoped, SCAM, "Thở một hơi", "Thở hai hơi")
    assert run(command, scoped, "diff", TRANSLATION) == 0
    assert "Không thấy bản lúc dịch" in capsys.readouterr().out


def test_a_new_language_is_listed_and_begun(
    command: ModuleType, scoped: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, scoped, "them", "qaa", "--ten", "Thử") == 0
    assert "đã tạo docs/khan-cap/dang-bi-goi/index.qaa.md" in capsys.readouterr().out
    assert read_all_languages(scoped.root)[-1].description == "tiếng Thử"
    run(command, scoped, "status")
    assert "qaa" in capsys.readouterr().out


def test_an_unknown_language_is_met_with_those_that_exist(command: ModuleType, scoped: Project) -> None:
    with pytest.raises(SystemExit, match="không có tiếng «xyz»; hiện có: tyz"):
        run(command, scoped, "status", "xyz")
    with pytest.raises(SystemExit, match="thêm --ten"):
        run(command, scoped, "them", "xyz")


def test_out_then_tried_then_in(command: ModuleType, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, project, "phieu", "tyz", f"docs/{PAGE}/") == 0
    printed = capsys.readouterr().out
    assert "Đã ghi build/phieu-duyet/thu-doan-goi-la.tyz.docx" in printed
    assert "trang tiếng Việt đã đổi" in printed
    page = project.root / TRANSLATION
    before = page.read_bytes()
    file = fill(project.root / "build/phieu-duyet/thu-doan-goi-la.tyz.docx", {"title:C": "Cần lạ"})
    assert run(command, project, "nhap", str(file), "--thu") == 0
    assert "+# Cần lạ\n" in capsys.readouterr().out
    assert page.read_bytes() == before
    assert run(command, project, "nhap", str(file)) == 0
    assert f"Đã ghi {TRANSLATION}." in capsys.readouterr().out
    assert "\n# Cần lạ\n" in page.read_text(encoding="utf-8")


def test_another_folder_may_be_named(command: ModuleType, project: Project, tmp_path: Path) -> None:
    assert run(command, project, "phieu", "tyz", PAGE, "--ra", str(tmp_path / "ra")) == 0
    assert len(list((tmp_path / "ra").iterdir())) == 2


def test_faults_are_printed_and_the_exit_code_is_one(
    command: ModuleType, project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "phieu.xlsx").write_bytes(b"")
    assert run(command, project, "nhap", str(tmp_path / "phieu.xlsx")) == 1
    assert "phieu.xlsx: tệp rỗng" in capsys.readouterr().err


def test_a_disk_that_refuses_is_told(
    command: ModuleType, project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ra").write_text("a file where a folder should be", encoding="utf-8")
    assert run(command, project, "phieu", "tyz", PAGE, "--ra", str(tmp_path / "ra")) == 1
    assert "Không tệp nào bị đổi" in capsys.readouterr().err
