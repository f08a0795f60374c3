from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.changes import Change, diff, write_changes
from camnang.papers.review_sheets.round_trip import read_sheet
from tests.conftest import TRANSLATION
from tests.papers.review_sheets.conftest import KINDS, LEXICON, all_right, files_of, fill, sheets

pytestmark = pytest.mark.parametrize("kind", KINDS)


def changed_lines(change: Change) -> list[str]:
    return [line for line in diff((change,)).splitlines()[2:] if line.startswith(("-", "+"))]


def front_of(text: str) -> Sequence[str]:
    return text.split("---\n")[1].splitlines()


def test_out_and_in_without_a_word_changes_nothing(attested: Project, kind: str) -> None:
    before = files_of(attested)
    changes = read_sheet(attested, sheets(attested)[kind]).changes
    write_changes(attested, changes)
    assert changes == ()
    assert files_of(attested) == before


def test_a_name_without_a_judgement_changes_nothing(attested: Project, kind: str) -> None:
    assert read_sheet(attested, fill(sheets(attested)[kind], {})).changes == ()


def test_one_correction_changes_its_line_and_the_reviewers(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"bi-lua.2.rest:C": "Roọng 113 ngay.", "bi-lua.2.rest:V": "S"})
    (change,) = read_sheet(attested, file).changes
    assert change.path == TRANSLATION
    assert changed_lines(change) == [
        '-reviewer: ""',
        '+reviewer: "Nông Văn A"',
        "+reviewed: 2026-12-01",
        "-2. **Pây công an xạ ngay.** Roọng 113.",
        "+2. **Pây công an xạ ngay.** Roọng 113 ngay.",
    ]


def test_a_written_change_is_a_handbook_that_reads(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"title:C": "Cần lạ chả công an"})
    write_changes(attested, read_sheet(attested, file).changes)
    page = read_handbook(attested).served("thu-doan/goi-la", "tyz")
    assert (page.title, page.translation.reviewer, page.translation.state) == (
        "Cần lạ chả công an",
        "Nông Văn A",
        "draft",
    )


@pytest.mark.parametrize(
    ("but", "state"),
    [
        ({}, "human"),
        ({"title:C": "Cần lạ", "title:V": "Sai"}, "human"),
        ({"title:C": "Cần lạ", "title:V": ""}, "human"),
        ({"title:V": ""}, "draft"),
        ({"title:V": "s"}, "draft"),
        ({"title:V": "X"}, "draft"),
        ({"title:C": "Cần róa chả công an", "title:V": "sai"}, "draft"),
    ],
)
def test_human_only_when_every_unit_is_right_or_corrected(
    attested: Project, kind: str, but: dict[str, str], state: str
) -> None:
    (change,) = read_sheet(attested, all_right(sheets(attested)[kind], but)).changes
    assert f"translation: {state}" in front_of(change.new), change.new


def test_a_sentence_called_wrong_makes_a_draft_again(attested: Project, kind: str) -> None:
    path = attested.root / TRANSLATION
    path.write_text(
        path.read_text(encoding="utf-8").replace("translation: draft", "translation: human"), encoding="utf-8"
    )
    (change,) = read_sheet(attested, fill(sheets(attested)[kind], {"title:V": "Sai"})).changes
    assert "translation: draft" in front_of(change.new), change.new


@pytest.mark.parametrize("verdict", ["Đúng", "ĐÚNG", "đ", "Đ.", unicodedata.normalize("NFD", "đúng"), "✓"])
def test_every_way_of_saying_right_is_understood(attested: Project, kind: str, verdict: str) -> None:
    (change,) = read_sheet(attested, all_right(sheets(attested)[kind], {"title:V": verdict})).changes
    assert "translation: human" in front_of(change.new), change.new


@pytest.mark.parametrize(
    ("written", "date"), [("2026-12-01", "2026-12-01"), ("9/2/2026", "2026-02-09"), ("09/02/2026", "2026-02-09")]
)
def test_dates_are_read_as_they_are_written_here(attested: Project, kind: str, written: str, date: str) -> None:
    file = fill(sheets(attested)[kind], {"title:V": "Đ"}, {rows.REVIEWER: "Nông Văn A", rows.DATE: written})
    (change,) = read_sheet(attested, file).changes
    assert f"reviewed: {date}" in front_of(change.new), change.new


def test_a_reviewed_page_keeps_one_date(attested: Project, kind: str) -> None:
    write_changes(attested, read_sheet(attested, fill(sheets(attested)[kind], {"title:V": "Đ"})).changes)
    for file in (attested.root / "build/phieu-duyet").iterdir():
        file.unlink()
    later = {rows.REVIEWER: "Lý Thị B", rows.DATE: "3/12/2026"}
    (change,) = read_sheet(attested, fill(sheets(attested)[kind], {"title:V": "Đ"}, later)).changes
    assert changed_lines(change) == [
        '-reviewer: "Nông Văn A"',
        "-reviewed: 2026-12-01",
        '+reviewer: "Lý Thị B"',
        "+reviewed: 2026-12-03",
    ]


def test_decomposed_letters_and_stray_spaces_are_put_right_quietly(attested: Project, kind: str) -> None:
    typed = unicodedata.normalize("NFD", "  Cần\u00a0lạ\u200b  roọng ")
    (change,) = read_sheet(attested, fill(sheets(attested)[kind], {"title:C": typed})).changes
    assert "\n# Cần lạ roọng\n" in change.new


def test_new_words_go_into_the_lexicon_where_they_belong(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"khong.1.lead:C": "Mấng lao, mấng!", "khong.1.lead:V": "S"})
    page, table = read_sheet(attested, file).changes
    assert (page.path, table.path) == (TRANSLATION, LEXICON)
    assert changed_lines(table) == ["+mấng\tword\ttrong câu: Không sợ.\tngười duyệt: Nông Văn A, 2026-12-01"]
    words = [line.split("\t")[0] for line in table.new.splitlines()[1:]]
    assert words == sorted(words)
    write_changes(attested, (page, table))
    assert read_handbook(attested).facts.lexicon.unattested("mấng lao", "tyz") == ()


def test_windows_line_ends_stay(attested: Project, kind: str) -> None:
    path = attested.root / TRANSLATION
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (change,) = read_sheet(attested, fill(sheets(attested)[kind], {"title:C": "Cần lạ"})).changes
    assert change.new.count("\r\n") == change.new.count("\n"), "mixed line ends"
    assert change.new.count("\n") == change.old.count("\n") + 1, "one line for the date"


def move_first_unit_last(file: Path) -> None:
    if file.suffix == ".docx":
        document = docx.Document(str(file))
        first, last = document.tables[-1].rows[1]._tr, document.tables[-1].rows[-1]._tr
        last.addnext(first)
        document.save(str(file))
    else:
        book = openpyxl.load_workbook(file)
        tab = book["Phiếu"]
        moved = [[cell.value for cell in row] for row in tab.iter_rows(min_row=3)]
        for at, values in enumerate([*moved[1:], moved[0]], start=3):
            for column, value in enumerate(values, start=1):
                tab.cell(at, column).value = value
        book.save(file)


def test_moved_rows_are_found_again(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"title:C": "Cần lạ"})
    before = read_sheet(attested, file).changes
    move_first_unit_last(file)
    assert read_sheet(attested, file).changes == before


def test_words_that_word_tracks_as_inserted_are_read_and_deleted_ones_are_not(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"title:C": "Cần lạ chả"})
    if kind == "docx":
        document = docx.Document(str(file))
        run = document.tables[-1].rows[1].cells[4].paragraphs[0].runs[0]
        inserted, deleted = OxmlElement("w:ins"), OxmlElement("w:del")
        run._r.addprevious(inserted)
        inserted.append(run._r)
        inserted.addnext(deleted)
        gone = OxmlElement("w:delText")
        gone.text = "mất"
        deleted.append(OxmlElement("w:r"))
        deleted[0].append(gone)
        document.save(str(file))
    (change,) = read_sheet(attested, file).changes
    assert "\n# Cần lạ chả\n" in change.new
