from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.shards import Shard, merge, shard
from tests.conftest import copy_handbook, draw, edit

PARTS = 3


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Project]:
    """Three machines that drew their part each."""
    machines = [copy_handbook(tmp_path_factory.mktemp(f"machine{index}") / "handbook") for index in range(PARTS)]
    for index, machine in enumerate(machines, start=1):
        draw(machine, Selection(shard=Shard(index, PARTS)))
    return machines


def wanted(project: Project) -> dict[tuple[str, ...], str]:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    return {job.key: job.fingerprint for job in every}


@given(st.text(), st.integers(1, 50))
def test_every_picture_belongs_to_exactly_one_part(name: str, count: int) -> None:
    owners = [index for index in range(1, count + 1) if Shard(index, count).has(name)]
    assert len(owners) == 1, f"{name!r} belongs to {owners} of {count}"


def test_parts_are_of_about_the_same_size() -> None:
    names = [
        f"page-{page}/format-{form}.{language}" for page in range(30) for form in range(10) for language in "vtn"
    ]
    sizes = [sum(Shard(index, 4).has(name) for name in names) for index in range(1, 5)]
    assert min(sizes) > 0.8 * max(sizes), sizes


@pytest.mark.parametrize("text", ["", "1", "0/3", "4/3", "1/0", "a/b", "1/2/3", "-1/3"])
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no part"):
        shard(text)


def test_merged_parts_are_the_same_as_one_run(parts: list[Project], tmp_path: Path) -> None:
    one = copy_handbook(tmp_path / "one")
    draw(one)
    merge([part.drawn for part in parts], tmp_path / "merged", wanted(one))
    merged, alone = files(tmp_path / "merged"), files(one.drawn)
    assert set(merged) == set(alone)
    assert [path for path in alone if merged[path] != alone[path]] == []
    drawn = [len(files(part.drawn)) for part in parts if part.drawn.is_dir()]
    assert max(drawn) < len(alone), f"one machine drew everything: {drawn}"


def test_a_missing_part_is_told_and_nothing_is_written(parts: list[Project], tmp_path: Path) -> None:
    drawn = [part.drawn for part in parts if part.drawn.is_dir()]
    with pytest.raises(FaultsError, match="không mảnh nào có hình này"):
        merge(drawn[:-1], tmp_path / "merged", wanted(parts[0]))
    assert not (tmp_path / "merged").exists()


def test_a_folder_without_a_manifest_is_told(parts: list[Project], tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match=r"không có manifest\.json"):
        merge([*(part.drawn for part in parts), tmp_path / "empty"], tmp_path / "merged", wanted(parts[0]))


def test_a_damaged_file_is_told(parts: list[Project], tmp_path: Path) -> None:
    folders = [
        Path(shutil.copytree(part.drawn, tmp_path / str(n))) for n, part in enumerate(parts) if part.drawn.is_dir()
    ]
    spoilt = next(folders[0].rglob("*.webp"))
    spoilt.write_bytes(spoilt.read_bytes()[:-1] + b"?")
    with pytest.raises(FaultsError, match=f"{spoilt.name}.*thiếu hoặc hỏng"):
        merge(folders, tmp_path / "merged", wanted(parts[0]))


def test_parts_of_different_pages_do_not_mix(parts: list[Project], tmp_path: Path) -> None:
    other = copy_handbook(tmp_path / "other")
    edit(other, "docs/thu-doan/goi-la/index.md", "**Không sợ.**", "**Không lo.**")
    draw(other)
    with pytest.raises(FaultsError, match="khác với tệp cùng tên"):
        merge([*(part.drawn for part in parts if part.drawn.is_dir()), other.drawn], tmp_path / "m", wanted(parts[0]))
