"""What a killed run leaves, and what the next one makes of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from camnang.files import unfinished
from camnang.files.sole_writer import FOLDER, finish_what_was_left, sole_writer
from camnang.files.unfinished import NOTES, Move, beside, made_to_the_end, written_down
from camnang.files.whole_files import Renewal, write_files
from camnang.files.whole_folder import replaced_whole


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Path]:
    """The notes of a handbook in `tmp_path`."""
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    token = NOTES.set(folder)
    yield folder
    NOTES.reset(token)


def visible(root: Path) -> dict[str, str]:
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in root.rglob("*")
        if file.is_file() and FOLDER.name not in file.parts
    }


@pytest.mark.parametrize("made", [0, 1, 2])
def test_files_that_were_whole_when_it_was_killed_are_all_new_after_the_next_run(
    notes: Path, tmp_path: Path, made: int
) -> None:
    (tmp_path / "data.yml").write_text("old entry", encoding="utf-8")
    renewals = [Renewal(file, *beside(file)) for file in (tmp_path / "docs" / "a.mp3", tmp_path / "data.yml")]
    for each, said in zip(renewals, (b"new sound", b"new entry"), strict=True):
        each.prepare(said)
    moves = [each.forth() for each in renewals]
    written_down(notes / "1.json", [place for each in renewals for place in (each.fresh, each.old)], moves)
    made_to_the_end(moves[:made])  # and here it was killed
    finish_what_was_left(tmp_path)
    assert visible(tmp_path) == {"docs/a.mp3": "new sound", "data.yml": "new entry"}
    assert [file.name for file in notes.iterdir()] == ["khoa"]


def test_files_that_were_not_yet_whole_are_as_they_were(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / ".a-0-moi").write_text("ha", encoding="utf-8")
    written_down(notes / "1.json", [tmp_path / ".a-0-moi", tmp_path / ".a-0-cu"], [])
    (notes / "2.moi").write_text('{"temp', encoding="utf-8")
    finish_what_was_left(tmp_path)
    assert visible(tmp_path) == {"a": "old"}
    assert [file.name for file in notes.iterdir()] == ["khoa"]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_folder_that_was_killed_between_two_names_comes_back(
    notes: Path, tmp_path: Path, in_one_step: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(unfinished, "exchanged", lambda *_: False)
    site, fresh, aside = (tmp_path / name for name in ("site", ".site-0-moi", ".site-0-cu"))
    for folder, said in ((fresh, "new"), (aside, "old")):  # the old one is aside, the new one not yet there
        folder.mkdir()
        (folder / "index.html").write_text(said, encoding="utf-8")
    written_down(notes / "1.json", [fresh, aside], [Move(fresh, site, aside)])
    finish_what_was_left(tmp_path)
    assert visible(tmp_path) == {"site/index.html": "new"}


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_folder_is_replaced_with_and_without_help_of_the_system(
    tmp_path: Path, in_one_step: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(unfinished, "exchanged", lambda *_: False)
    for said in ("old", "new"):
        with replaced_whole(tmp_path / "site") as fresh:
            (fresh / "index.html").write_text(said, encoding="utf-8")
    assert [file.name for file in tmp_path.iterdir()] == ["site"]
    assert visible(tmp_path) == {"site/index.html": "new"}


def test_an_old_folder_that_is_half_taken_away_never_comes_back(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    for name in ("a", "b"):
        (tmp_path / "site" / name).write_text("old", encoding="utf-8")

    def half(place: Path) -> None:  # and here it was killed
        (place / "a").unlink(missing_ok=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(unfinished, "removed", half)
    with pytest.raises(KeyboardInterrupt), replaced_whole(tmp_path / "site") as fresh:
        (fresh / "c").write_text("new", encoding="utf-8")
    monkeypatch.undo()
    finish_what_was_left(tmp_path)
    assert visible(tmp_path) == {"site/c": "new"}


def test_a_copied_handbook_finishes_its_own_files_and_not_those_of_the_first(notes: Path, tmp_path: Path) -> None:
    written_down(notes / "1.json", [tmp_path / "half"], [])
    (tmp_path / "half").touch()
    copy = tmp_path / "copy"
    (copy / FOLDER).mkdir(parents=True)
    (copy / "half").touch()
    (notes / "1.json").rename(copy / FOLDER / "1.json")
    finish_what_was_left(copy)
    assert ((tmp_path / "half").exists(), (copy / "half").exists()) == (True, False)


def test_a_note_that_cannot_be_read_harms_nothing(notes: Path, tmp_path: Path) -> None:
    for number, text in enumerate(("", "\0\0\0", "[]", '{"temporary": 3, "moves": []}')):
        (notes / f"{number}.json").write_text(text, encoding="utf-8")
    with sole_writer(tmp_path):
        assert visible(tmp_path) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_what_is_made_can_be_read_by_everybody_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with replaced_whole(tmp_path / "build" / "site") as fresh:
            (fresh / "a").mkdir()
            (fresh / "a" / "index.html").touch()
        write_files({tmp_path / "out" / "b": b""})
    finally:
        os.umask(before)
    modes = {each.relative_to(tmp_path).as_posix(): oct(each.stat().st_mode & 0o777) for each in tmp_path.rglob("*")}
    folders = dict.fromkeys(("build", "build/site", "build/site/a", "out"), "0o755")
    assert modes == {**folders, "build/site/a/index.html": "0o644", "out/b": "0o644"}


@pytest.mark.skipif(os.name == "nt", reason="links to folders need rights on Windows")
def test_a_link_to_where_a_server_reads_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    with replaced_whole(tmp_path / "site") as fresh:
        (fresh / "index.html").touch()
    assert ((tmp_path / "site").is_symlink(), (tmp_path / "www" / "index.html").exists()) == (True, True)
