"""The whole way of a sheet on the handbook as it is, which holds more than the tests' own small one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from camnang.handbook.facts.languages import read_languages
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.papers.review_sheets.changes import write_changes
from camnang.papers.review_sheets.round_trip import print_sheets, read_sheet
from tests.conftest import ROOT
from tests.papers.review_sheets.conftest import KINDS, all_right, files_of

WRITTEN = ("docs", "data")  # the folders that a sheet may change
PAGE = "thu-doan/gia-danh-cong-an"
LANGUAGES = [language.code for language in read_languages(ROOT) if not language.default]


@pytest.fixture
def real(tmp_path: Path) -> Project:
    """The real handbook, of which the test may write what a sheet changes; the rest is the project's own."""
    root = tmp_path / "handbook"
    root.mkdir()
    for entry in ROOT.iterdir():
        if entry.name in WRITTEN:
            shutil.copytree(entry, root / entry.name)
        else:
            (root / entry.name).symlink_to(entry)
    return Project(root)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_filled_sheet_is_tried_and_then_written(real: Project, tmp_path: Path, code: str, kind: str) -> None:
    _, printed = print_sheets(real, code, PAGE, tmp_path)
    (file,) = (all_right(each) for each in printed if each.suffix == f".{kind}")
    before = files_of(real)
    changes = read_sheet(real, file).changes
    assert [change.path for change in changes] == [f"docs/{PAGE}/index.{code}.md"]
    assert files_of(real) == before, "a trial wrote a file"
    write_changes(real, changes)
    page = read_handbook(real).served(PAGE, code)
    assert (page.translation.state, page.translation.reviewer) == ("human", "Nông Văn A")
