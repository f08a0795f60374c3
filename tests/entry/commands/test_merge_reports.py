from __future__ import annotations

from pathlib import Path

import pytest

from camnang.handbook.project import Project
from tests.conftest import ROOT
from tests.entry.commands.typed import typed
from tests.papers.reports.returned_forms import form, units


def run(folder: Path, target: Path, period: str = "2026-nam") -> int:
    return typed(Project(ROOT), "tong-hop", str(folder), "--ky", period, "--ra", str(target))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.xlsx").write_bytes(form("Xã Bảo Lâm"))
    return made


def test_good_forms_are_merged_with_exit_code_0(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path / "out") == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "tom-tat-2026-nam.docx",
        "tom-tat-2026-nam.pdf",
        "tong-hop-2026-nam.xlsx",
    ]
    assert f"Đã nhận 1/{len(units())} đơn vị" in capsys.readouterr().out


def test_a_bad_form_is_told_and_the_good_ones_are_written_with_exit_code_1(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.xlsx").write_bytes(form("Xã Lý Bôn", {"D3": "12 buổi"}))
    assert run(folder, tmp_path / "out") == 1
    said = capsys.readouterr()
    assert "[Không nhận] b.xlsx Báo cáo!D24: chữ «12 buổi» trong ô số" in said.out
    assert "Không nhận 1 tệp." in said.out
    assert "mới chỉ tính các tệp tốt" in said.err
    assert (tmp_path / "out" / "tong-hop-2026-nam.xlsx").is_file()


def test_results_never_land_among_the_returned_forms(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, folder) == 1
    assert "trùng thư mục" in capsys.readouterr().err
    assert [file.name for file in folder.iterdir()] == ["a.xlsx"]


def test_an_unknown_period_and_a_missing_folder_write_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path / "out", "2026-quy1") == 1
    assert run(tmp_path / "none", tmp_path / "out") == 1
    said = capsys.readouterr().err
    assert "không có kỳ «2026-quy1»" in said
    assert "không có thư mục này" in said
    assert not (tmp_path / "out").exists()


def test_the_form_and_the_outline_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(Project(ROOT), "mau-bao-cao", "--ra", str(tmp_path)) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bao-cao-mau.xlsx", "de-cuong-bao-cao.docx"]
    assert "bao-cao-mau.xlsx" in capsys.readouterr().out
