from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from camnang.handbook.project import Project
from tests.conftest import SCAM, edit
from tests.entry.commands.typed import typed


def run(project: Project, *words: str) -> int:
    return typed(project, "ve", "--cung-luc", "1", *words)


def test_drawing_then_checking(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--check") == 1
    assert "python3 run.py ve" in capsys.readouterr().out
    assert run(project) == 0
    assert "Đã vẽ 4 hình" in capsys.readouterr().out
    assert run(project, "--check") == 0
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    assert run(project, "--check") == 1


def test_a_selection_draws_only_that(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--page", "goi-la", "--language", "tyz", "--format", "anh-doc") == 0
    assert "Đã vẽ 1 hình" in capsys.readouterr().out
    assert sorted(file.name for file in (project.drawn / "goi-la").iterdir()) == [
        "goi-la-anh-doc.tyz.nho.webp",
        "goi-la-anh-doc.tyz.png",
        "goi-la-anh-doc.tyz.webp",
    ]


def test_the_list_names_every_picture(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--list") == 0
    assert "goi-la/goi-la-ap-phich-a4.pdf\tÁp phích A4\t210 × 297 mm" in capsys.readouterr().out


def test_an_unknown_name_is_met_with_those_that_exist(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--co", "a3") == 2
    assert "không có cỡ «a3»; hiện có: anh-doc, ap-phich-a4" in capsys.readouterr().err


def test_films_can_be_left_out(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    formats = project.root / "data/formats.yml"
    film = formats.read_text(encoding="utf-8").split("- id: ")[2]
    film = film.replace("anh-doc", "phim", 1).replace("layout: card", "layout: motion").replace("png", "mp4")
    formats.write_text(formats.read_text(encoding="utf-8") + f"- id: {film}", encoding="utf-8")
    assert run(project, "--list", "--without-motion") == 0
    listed = capsys.readouterr().out
    assert "anh-doc" in listed, listed
    assert ".mp4" not in listed, listed
    assert run(project, "--list") == 0
    assert "goi-la/goi-la-phim.mp4" in capsys.readouterr().out
    assert run(project, "--format", "phim", "--without-motion") == 2
    assert "--khong-phim" in capsys.readouterr().err


def test_boxes_are_drawn_beside_the_real_pictures(project: Project) -> None:
    assert run(project, "--debug", "--language", "vi", "--format", "anh-doc") == 0
    assert (project.drawn_with_boxes / "goi-la/goi-la-anh-doc.png").is_file()
    assert not project.drawn.exists()


def test_faults_are_printed_and_the_exit_code_is_one(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, SCAM, "thì gọi 113", "thì gọi 114")
    assert run(project) == 1
    assert f"{SCAM}:" in capsys.readouterr().err
    assert not project.drawn.exists()


def test_a_disk_that_refuses_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.root / "build").write_text("a file where a folder should be", encoding="utf-8")
    assert run(project, "--language", "vi", "--format", "anh-doc") == 1
    assert "Không tệp nào bị đổi" in capsys.readouterr().err


def test_a_file_damaged_without_a_trace_is_found_by_check(project: Project) -> None:
    assert run(project) == 0
    file = project.drawn / "goi-la/goi-la-anh-doc.png"
    before, content = file.stat(), file.read_bytes()
    file.write_bytes(content[:-1] + b"?")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run(project, "--check") == 1


def test_a_part_draws_less_and_parts_are_merged(
    project: Project, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folders = []
    for index in (1, 2):
        assert run(project, "--shard", f"{index}/2") == 0
        folders.append(str(shutil.move(project.drawn, tmp_path / str(index))) if project.drawn.exists() else "")
    drawn = [folder for folder in folders if folder]
    capsys.readouterr()
    assert run(project, "--merge", *drawn) == 0
    assert "Đã gộp 10 tệp" in capsys.readouterr().out
    assert run(project, "--check") == 0


def test_a_part_that_is_none_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--shard", "3/2") == 2
    assert "«3/2» không phải phần dạng 2/3" in capsys.readouterr().err


def test_a_partner_gets_a_folder_of_its_own(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")
    (tmp_path / "truong.yml").write_text("name: Trường Thử\nlogo: logo.svg\n", encoding="utf-8")
    chosen = ("--partner", str(tmp_path / "truong.yml"), "--language", "vi", "--format", "anh-doc")
    assert run(project, *chosen) == 0
    assert (project.root / "build/doi-tac/truong-thu/goi-la/goi-la-anh-doc.png").is_file()
    assert not project.drawn.exists()
    assert run(project, *chosen, "--check") == 0
    (tmp_path / "logo.svg").write_text(drawing.replace("<path", "<script/><path"), encoding="utf-8")
    assert run(project, *chosen) == 1
    assert "logo: logo.svg: SVG có thẻ <script>" in " ".join(capsys.readouterr().err.split())
