from __future__ import annotations

import os
from pathlib import Path

import pytest

from camnang.files import unfinished
from camnang.files.whole_folder import keep, replaced_whole


def beside(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.parent.iterdir())


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old").write_text("old", encoding="utf-8")
    with replaced_whole(folder) as fresh:
        (fresh / "new").write_text("new", encoding="utf-8")
    assert [file.name for file in folder.iterdir()] == ["new"]
    assert beside(folder) == ["out"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_web_server_may_read_what_is_made_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with replaced_whole(tmp_path / "site") as fresh:
            (fresh / "a/b").mkdir(parents=True)
            (fresh / "a/b/index.html").write_text("x", encoding="utf-8")
    finally:
        os.umask(before)
    modes = {each.name: oct(each.stat().st_mode & 0o777) for each in (tmp_path / "site").rglob("*")}
    assert modes == {"a": "0o755", "b": "0o755", "index.html": "0o644"}


@pytest.mark.parametrize("error", [OSError("no space left on device"), KeyboardInterrupt(), RuntimeError()])
def test_what_fails_or_is_interrupted_leaves_nothing_behind(tmp_path: Path, error: BaseException) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old").write_text("old", encoding="utf-8")
    with pytest.raises(type(error)), replaced_whole(folder) as fresh:
        (fresh / "half").write_text("half", encoding="utf-8")
        raise error
    assert [file.name for file in folder.iterdir()] == ["old"]
    assert beside(folder) == ["out"]


def test_a_swap_that_fails_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old").write_text("old", encoding="utf-8")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == folder and not self.name.endswith("-cu"):
            raise OSError("disk refuses")
        return replace(self, target)

    monkeypatch.setattr(unfinished, "exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk refuses"), replaced_whole(folder):
        pass
    assert (folder / "old").read_text(encoding="utf-8") == "old"


def test_a_kept_file_has_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"x")
    keep(source, tmp_path / "deep" / "b")
    assert (tmp_path / "deep" / "b").read_bytes() == b"x"
