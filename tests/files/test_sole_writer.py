"""One run at a time writes."""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path

import pytest

from camnang.files.sole_writer import FOLDER, LOCK_FILE, finish_what_was_left, sole_writer


def test_a_second_run_says_that_it_waits_and_then_writes(tmp_path: Path) -> None:
    events, waiting = list[str](), threading.Event()

    def second() -> None:
        with sole_writer(tmp_path, waiting.set):
            events.append("second")

    thread = threading.Thread(target=second)
    with sole_writer(tmp_path):
        thread.start()
        waiting.wait()  # for ever, if it never says so
        events.append("first")
    thread.join()
    assert events == ["first", "second"]


def test_one_that_only_reads_leaves_alone_what_is_being_written(tmp_path: Path) -> None:
    with sole_writer(tmp_path):
        scratch = Path(tempfile.mkdtemp())
        (tmp_path / FOLDER / "1.json").write_text('{"temporary": ["half"], "moves": []}', encoding="utf-8")
        (tmp_path / "half").touch()
        finish_what_was_left(tmp_path)
        assert ((tmp_path / "half").exists(), scratch.exists()) == (True, True)
    assert ((tmp_path / "half").exists(), scratch.exists()) == (False, False)


def test_temporary_files_lie_in_the_handbook_and_are_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", "/khong/co")
    with sole_writer(tmp_path):
        assert Path(tempfile.gettempdir()).is_relative_to(tmp_path)
        assert os.environ["TMPDIR"] == os.environ["TEMP"] == tempfile.gettempdir()
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == [LOCK_FILE]
    assert os.environ["TMPDIR"] == "/khong/co"


def test_what_a_killed_run_had_in_work_is_gone_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / FOLDER / "tam" / "film").mkdir(parents=True)
    finish_what_was_left(tmp_path)
    assert not (tmp_path / FOLDER / "tam").exists()


def test_a_folder_that_takes_nothing_needs_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = tempfile.gettempdir()
    monkeypatch.setattr(Path, "mkdir", refuse)
    with sole_writer(tmp_path):
        assert tempfile.gettempdir() == before
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OSError, match="No space left"), sole_writer(tmp_path):
        pass
