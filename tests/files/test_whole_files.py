from __future__ import annotations

import os
from pathlib import Path

import pytest

from camnang.files.whole_files import write_files


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_all_files_are_written_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    write_files({tmp_path / "a": b"new", tmp_path / "in" / "b": b"first"})
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "in" / "b").read_bytes() == b"first"
    assert names(tmp_path) == ["a", "in"]


def test_when_one_is_refused_the_others_are_put_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "refused").mkdir()  # a folder cannot be replaced by a file
    with pytest.raises(OSError):
        write_files({tmp_path / "a": b"new", tmp_path / "b": b"fresh", tmp_path / "refused": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a", "refused"]


def test_a_file_without_content_goes_and_comes_back_when_another_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "refused").mkdir()
    with pytest.raises(OSError):
        write_files({tmp_path / "a": None, tmp_path / "refused": b"new"})
    assert ((tmp_path / "a").read_bytes(), names(tmp_path)) == (b"old", ["a", "refused"])
    write_files({tmp_path / "a": None, tmp_path / "never there": None, tmp_path / "b": b"new"})
    assert names(tmp_path) == ["b", "refused"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_the_permissions_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o600)
    write_files({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "b")]
    assert modes == [0o600, 0o644]
