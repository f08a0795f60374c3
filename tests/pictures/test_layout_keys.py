"""What layouts read of a sheet is what sheets say: a key that is renamed on one side is told here, not by Typst."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.layout_files import layouts_reached
from camnang.pictures.jobs import is_drawn
from camnang.pictures.layouts import LAYOUTS, SERIES, sheets_of
from camnang.pictures.sheets.values import plain
from tests.conftest import ROOT

DESIGN = ROOT / "design"
READ = re.compile(r"\bdata\.(?!at\b)(\w+)")
COMMENT = re.compile(r"(?<!:)//.*")
Sheets = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    """Return what the real handbook says in Vietnamese, by layout."""
    project = Project(ROOT)
    handbook, settings = read_handbook(project), read_settings(project)
    said: Sheets = defaultdict(list)
    for (_, code), page in handbook.pages.items():
        for form in handbook.facts.formats:
            if code == handbook.facts.original.code and is_drawn(page, form):
                said[form.layout] += map(plain, sheets_of(form, page, handbook, settings).values())
    return said


def keys_read(file: Path) -> set[str]:
    return set(READ.findall(COMMENT.sub("", file.read_text(encoding="utf-8"))))


def keys_said(content: object) -> Iterator[str]:
    """Yield the keys of a sheet at every depth."""
    if isinstance(content, dict):
        yield from content
        for value in content.values():
            yield from keys_said(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from keys_said(value)


@pytest.mark.parametrize("layout", sorted({*LAYOUTS, *SERIES}))
def test_a_layout_reads_only_what_each_of_its_sheets_says(layout: str, sheets: Sheets) -> None:
    assert sheets[layout], f"the handbook has no picture of the layout {layout}"
    read = keys_read(DESIGN / f"{layout}.typ")
    for content in sheets[layout]:
        unknown = read - set(content)
        assert unknown == set(), f"{layout}.typ reads what «{content['title']}» does not say"


def test_what_layouts_share_reads_only_what_some_sheet_says(sheets: Sheets) -> None:
    said: dict[Path, set[str]] = defaultdict(set)
    for layout, contents in sheets.items():
        keys = {key for content in contents for key in keys_said(content)}
        for file in layouts_reached(layout, DESIGN) - {DESIGN / f"{layout}.typ"}:
            said[file] |= keys
    silent = {file.name: keys_read(file) - keys for file, keys in said.items()}
    assert {name: keys for name, keys in silent.items() if keys} == {}
