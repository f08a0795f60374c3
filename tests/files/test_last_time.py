from __future__ import annotations

from pathlib import Path

import pytest

from camnang.files import last_time
from camnang.files.last_time import keep_for_next_time, kept


def test_what_was_kept_is_there_next_time(tmp_path: Path) -> None:
    keep_for_next_time(tmp_path / "build/.x", "shape", b"one\ntwo")
    assert kept(tmp_path / "build/.x", "shape") == b"one\ntwo"


def test_what_follows_from_something_else_is_not(tmp_path: Path) -> None:
    keep_for_next_time(tmp_path / ".x", "shape", b"one")
    assert kept(tmp_path / ".x", "another shape") is None
    assert kept(tmp_path / ".y", "shape") is None


@pytest.mark.parametrize("damaged", [b"", b"\n", b"one", b"0\none", b"\xff\xfe"])
def test_what_is_damaged_is_not(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / ".x"
    keep_for_next_time(file, "shape", b"one")
    for content in (damaged, file.read_bytes() + damaged + b"x", file.read_bytes()[:-1]):
        file.write_bytes(content)
        assert kept(file, "shape") is None, content
        keep_for_next_time(file, "shape", b"one")


def test_a_disk_that_refuses_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(last_time, "made_folder", refuse)
    keep_for_next_time(tmp_path / ".x", "shape", b"one")
    assert kept(tmp_path / ".x", "shape") is None
