from __future__ import annotations

from pathlib import Path

import pytest

from camnang.whole_files import write_together


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_all_files_are_written(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"1")
    write_together({tmp_path / "old": b"2", tmp_path / "new": b"3"})
    assert [(tmp_path / name).read_bytes() for name in ("old", "new")] == [b"2", b"3"]
    assert names(tmp_path) == ["new", "old"]
    assert (tmp_path / "new").stat().st_mode & 0o044 == 0o044, "a web server may read it"


def test_a_folder_that_is_missing_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"1")
    with pytest.raises(FileNotFoundError):
        write_together({tmp_path / "old": b"2", tmp_path / "none" / "new": b"3"})
    assert (tmp_path / "old").read_bytes() == b"1"
    assert names(tmp_path) == ["old"]


def test_a_file_that_cannot_be_replaced_puts_the_first_back(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"1")
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match=r"taken|directory"):
        write_together({tmp_path / "old": b"2", tmp_path / "new": b"3", tmp_path / "taken": b"4"})
    assert (tmp_path / "old").read_bytes() == b"1"
    assert names(tmp_path) == ["old", "taken"]
