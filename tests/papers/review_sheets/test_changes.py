from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.project import Project
from camnang.papers.review_sheets.changes import Change, rehearse
from tests.conftest import TRANSLATION
from tests.papers.review_sheets.conftest import LEXICON, files_of

SPOILT = {
    TRANSLATION: ("translation: draft", "translation: nháp"),
    LEXICON: ("\tword\tnghĩa\tLB#1\n", "\tword\tnghĩa\t\n"),
}


def change_of(project: Project, path: str, old: str, new: str) -> Change:
    """Return a change of the first `old` in a file, which must be there."""
    text = (project.root / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    return Change(path, text, text.replace(old, new, 1))


def as_it_is(fault: Fault) -> Fault:
    return fault


@pytest.mark.parametrize("path", SPOILT)
def test_every_file_that_a_sheet_changes_is_read_as_it_would_be(attested: Project, path: str) -> None:
    before = files_of(attested)
    with pytest.raises(FaultsError) as raised:
        rehearse(attested, (change_of(attested, path, *SPOILT[path]),), as_it_is)
    assert {fault.path for fault in raised.value.faults} == {path}
    assert files_of(attested) == before


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_is_read_with_any_line_ends_as_its_file_would_be(attested: Project, end: str) -> None:
    change = change_of(attested, TRANSLATION, "\n", "\n")
    rehearse(attested, (Change(change.path, change.old, change.new.replace("\n", end)),), as_it_is)


def test_a_rehearsal_copies_nothing(attested: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attested.drawn.mkdir(parents=True)
    (attested.drawn / "a.png").write_bytes(b"x")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    before = {file: file.stat().st_mtime_ns for file in sorted(tmp_path.rglob("*"))}
    rehearse(attested, (change_of(attested, TRANSLATION, "\n# ", "\n# Cần "),), as_it_is)
    assert {file: file.stat().st_mtime_ns for file in sorted(tmp_path.rglob("*"))} == before
