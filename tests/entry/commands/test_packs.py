from __future__ import annotations

from pathlib import Path

import pytest

from camnang.handbook.project import Project
from tests.conftest import copy_handbook, draw, edit
from tests.entry.commands.typed import typed


@pytest.fixture
def drawn(tmp_path: Path) -> Project:
    project = copy_handbook(tmp_path / "handbook")
    draw(project)
    return project


def run(project: Project, *words: str) -> int:
    return typed(project, "goi", *words)


def test_packing_then_checking(drawn: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(drawn, "--check") == 1
    assert "thiếu: goi-truong-hoc.zip" in capsys.readouterr().out
    assert run(drawn) == 0
    assert "Đã đóng 4 gói, giữ 0 gói" in capsys.readouterr().out
    assert run(drawn, "--check") == 0
    assert run(drawn) == 0
    assert "Đã đóng 0 gói, giữ 4 gói" in capsys.readouterr().out


def test_the_list_writes_nothing(drawn: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(drawn, "--list") == 0
    told = capsys.readouterr().out
    assert "goi-truong-hoc.tyz.zip\tTrường học\t2 tệp" in told, told
    assert "  treo/ap-phich-a4: 1 tệp" in told, told
    assert not drawn.packed.exists()


def test_without_pictures_it_says_what_to_do_first(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project) == 1
    assert "python3 run.py ve" in capsys.readouterr().err


def test_faults_are_told_and_nothing_is_written(drawn: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (drawn.docs / "gioi-thieu/giay-phep/index.md").unlink()
    assert run(drawn) == 1
    assert "docs/gioi-thieu/giay-phep/index.md" in capsys.readouterr().err
    edit(drawn, "data/places.yml", "ap-phich-a4", "khong-co")
    assert run(drawn) == 1
    assert not drawn.packed.exists()
