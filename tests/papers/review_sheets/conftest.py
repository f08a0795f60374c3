"""A handbook with a lexicon, its sheets, and a reviewer's hand that fills them in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import docx
import openpyxl
import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.files.whole_files import write_files
from camnang.handbook.facts.lexicon import WORD
from camnang.handbook.project import Project
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.round_trip import FOLDER, print_sheets, read_sheet
from tests.conftest import TRANSLATION

KINDS = ("docx", "xlsx")
PAGE = "thu-doan/goi-la"
SIGNED = {rows.REVIEWER: "Nông Văn A", rows.COMMUNE: "Trùng Khánh", rows.DATE: "1/12/2026"}
FULL_NAMES = {"C": rows.CORRECTION_COLUMN, "V": rows.VERDICT_COLUMN, "D": rows.DRAFT_COLUMN}
LEXICON = "data/lexicon/tyz.tsv"


@pytest.fixture
def attested(project: Project) -> Project:
    """The handbook with a table of every word that its translation uses."""
    words = sorted(set(WORD.findall((project.root / TRANSLATION).read_text(encoding="utf-8").lower())))
    lines = "".join(f"{word}\tword\tnghĩa\tLB#1\n" for word in words)
    (project.root / LEXICON).parent.mkdir()
    (project.root / LEXICON).write_text(f"word\tkind\tmeaning\tsource\n{lines}", encoding="utf-8")
    return project


# Sheets by the files that they were printed from: the same files give the same bytes (test_sheets.py).
PRINTED: dict[frozenset[tuple[str, bytes]], dict[str, bytes]] = {}


def printed(project: Project) -> dict[str, Path]:
    """Print both sheets of the page; return them by kind."""
    _, files = print_sheets(project, "tyz", PAGE, project.root / FOLDER)
    return {file.suffix[1:]: file for file in files}


def sheets(project: Project) -> dict[str, Path]:
    """Print both sheets of the page, or lay there those that were printed of the same files; return them by kind."""
    folder, key = project.root / FOLDER, frozenset(files_of(project).items())
    if key not in PRINTED:
        PRINTED[key] = {file.name: file.read_bytes() for file in printed(project).values()}
    write_files({folder / name: content for name, content in PRINTED[key].items()})
    return {Path(name).suffix[1:]: folder / name for name in PRINTED[key]}


def fill_xlsx(file: Path, written: Mapping[str, str], info: Mapping[str, str]) -> None:
    """Write into an Excel sheet; keys are a unit's id, a colon and the column's letter in `FULL_NAMES`."""
    book = openpyxl.load_workbook(file)
    tab, blanks = book["Phiếu"], book["Thông tin"]
    heads = {cell.value: cell.column for cell in tab[2]}
    at = {tab.cell(row, 1).value: row for row in range(3, tab.max_row + 1)}
    for key, text in written.items():
        name, _, letter = key.partition(":")
        tab.cell(at[name], heads[FULL_NAMES[letter]]).value = text
    for row in blanks.iter_rows():
        if row[0].value in info:
            row[1].value = info[row[0].value]
    book.save(file)


def fill_docx(file: Path, written: Mapping[str, str], info: Mapping[str, str]) -> None:
    """Write into a Word sheet; keys as for Excel."""
    document = docx.Document(str(file))
    blanks, marks, table = document.tables
    heads = [cell.text for cell in table.rows[0].cells]
    at = {row.cells[0].text.split()[-1]: row for row in table.rows}
    for key, text in written.items():
        name, _, letter = key.partition(":")
        at[name].cells[heads.index(FULL_NAMES[letter])].text = text
    for row in (*blanks.rows, *marks.rows):
        for label, value in ((0, 1), (2, 3)):
            if row.cells[label].text in info:
                row.cells[value].text = info[row.cells[label].text]
    document.save(str(file))


def fill(file: Path, written: Mapping[str, str], info: Mapping[str, str] = SIGNED) -> Path:
    """Write into a sheet of either kind; return it."""
    (fill_docx if file.suffix == ".docx" else fill_xlsx)(file, written, info)
    return file


def all_right(file: Path, but: Mapping[str, str] | None = None) -> Path:
    """Judge every unit «Đúng», but for what `but` says."""
    if file.suffix == ".docx":
        names = [row.cells[0].text.split()[-1] for row in docx.Document(str(file)).tables[-1].rows[1:]]
    else:
        names = [row[0].value for row in openpyxl.load_workbook(file)["Phiếu"].iter_rows(min_row=3)]
    return fill(file, {**{f"{name}:V": "Đúng" for name in names}, **(but or {})})


def sheet_faults(project: Project, file: Path) -> tuple[Fault, ...]:
    """Return the faults of a sheet; the test fails when there is none or when a file of the handbook changes."""
    before = files_of(project)
    with pytest.raises(FaultsError) as raised:
        read_sheet(project, file)
    assert files_of(project) == before, "a faulty sheet changed the handbook"
    return raised.value.faults


def files_of(project: Project) -> dict[str, bytes]:
    """Return every file that an editor cares for."""
    found = [file for folder in ("docs", "data") for file in (project.root / folder).rglob("*") if file.is_file()]
    return {project.relative(file): file.read_bytes() for file in found}
