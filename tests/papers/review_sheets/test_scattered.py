"""Sixty sentences of the real handbook out on a sheet, and back into every page where they stand."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.doubtful import read_doubtful
from camnang.handbook.facts.sentence_grades import FOLDER, SentenceGrade
from camnang.handbook.facts.sentence_places import graded_in, place_of, stands_in
from camnang.handbook.project import Project
from camnang.papers.review_sheets import rows, scattered
from camnang.papers.review_sheets.graded_rows import NEW_TABLE
from camnang.papers.review_sheets.round_trip import print_scattered, read_sheet
from tests.conftest import ROOT
from tests.papers.review_sheets.conftest import KINDS, SIGNED, fill

REAL = Project(ROOT)
MANY = re.compile(r"và (\d+) trang nữa")


PRINTED: dict[str, tuple[rows.Sheet, dict[str, bytes]]] = {}  # by language: the same handbook gives the same sheet


def printed(folder: Path, code: str = "tyz") -> tuple[rows.Sheet, dict[str, Path]]:
    if code not in PRINTED:
        sheet, files = print_scattered(REAL, code, folder)
        PRINTED[code] = sheet, {file.name: file.read_bytes() for file in files}
    sheet, contents = PRINTED[code]
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return sheet, {Path(name).suffix[1:]: folder / name for name in contents}


@pytest.mark.parametrize("code", ["tyz", "nut"])
def test_sixty_different_sentences_the_doubtful_first(tmp_path: Path, code: str) -> None:
    sheet, _ = printed(tmp_path, code)
    drafts = [row.draft for row in sheet.rows]
    assert len(drafts) == len(set(drafts)) == scattered.COUNT
    there = [each.sentence for each in read_doubtful(ROOT) if each.language == code and each.sentence in drafts]
    assert drafts[: len(there)] == there
    assert len(there) >= 8
    assert all(row.page and row.grade and row.ask for row in sheet.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_out_and_in_without_a_word_changes_nothing(tmp_path: Path, kind: str) -> None:
    _, files = printed(tmp_path)
    imported = read_sheet(REAL, files[kind])
    assert imported.changes == imported.remarks == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_goes_into_every_page(tmp_path: Path, kind: str) -> None:
    sheet, files = printed(tmp_path)
    row = max(sheet.rows, key=lambda row: int(found[1]) if (found := MANY.search(row.page)) else 0)
    pages = int(MANY.search(row.page)[1]) + 1  # type: ignore[index]  # the row with the most pages has many
    file = fill(files[kind], {f"{row.id}:C": f"{row.draft} nè.", f"{row.id}:V": "S"}, SIGNED)
    changes = read_sheet(REAL, file).changes
    docs = [change for change in changes if change.path.startswith("docs/")]
    assert len(docs) == pages > 1
    assert all(f"{row.draft} nè" in change.new and f"{row.draft} nè.." not in change.new for change in docs)
    assert not any(change.new.count('reviewer: "Nông') for change in docs), "the page as a whole was not reviewed"
    (table,) = [change for change in changes if change.path.startswith(FOLDER)]
    assert f"tyz\t{row.draft} nè\thigh\tngười duyệt: Nông Văn A, 2026-12-01\t" in table.new


def test_a_verdict_alone_is_kept_in_the_grades(tmp_path: Path) -> None:
    sheet, files = printed(tmp_path)
    first, second = sheet.rows[:2]
    file = fill(files["xlsx"], {f"{first.id}:V": "Đ", f"{second.id}:V": "S"}, SIGNED)
    changes = read_sheet(REAL, file).changes
    assert all(change.path.startswith(FOLDER) for change in changes)
    text = "\n".join(change.new for change in changes)
    assert f"tyz\t{first.draft}\thigh\tngười duyệt: Nông Văn A, 2026-12-01\t" in text
    assert f"tyz\t{second.draft}\tlow\tngười duyệt: Nông Văn A, 2026-12-01\tNông Văn A nói là sai" in text


def test_a_changed_draft_is_refused(tmp_path: Path) -> None:
    sheet, files = printed(tmp_path)
    file = fill(files["xlsx"], {f"{sheet.rows[3].id}:D": "Chữ khác", f"{sheet.rows[3].id}:V": "Đ"}, SIGNED)
    with pytest.raises(FaultsError, match="không còn như khi in"):
        read_sheet(REAL, file)


def test_grades_decide_after_the_doubtful(tmp_path: Path) -> None:
    sheet, _ = printed(tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "real/docs", ignore=shutil.ignore_patterns("*.png", "*.svg"))
    shutil.copytree(ROOT / "data", tmp_path / "real/data")
    last = sheet.rows[-1].draft
    folder = tmp_path / "real" / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    table = f"language\tsentence\tgrade\tmodel\tnote\ntyz\t{last}\tlow\tLB#1\tnghe có thuận không?\n"
    (folder / "part-thu.tsv").write_text(table, encoding="utf-8")
    again, _ = print_scattered(Project(tmp_path / "real"), "tyz", tmp_path / "again")
    found = next(row for row in again.rows if row.draft == last)
    assert (found.grade, found.ask) == ("thấp", "nghe có thuận không?")
    graded = [row.grade for row in again.rows]
    assert found.number <= 1 + len([each for each in read_doubtful(ROOT) if each.language == "tyz"])
    assert "thấp" in graded


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Đắp máy.", True),
        ("Bấu lao. Đắp máy! Xam cần rườn.", True),
        ("Bấu lao: Đắp máy.", True),
        ("«Đắp máy»", True),
        ("Đắp máy ngay.", False),
        ("Đắp máy, xam cần rườn.", False),
        ("lẻ Đắp máy.", False),
    ],
)
def test_a_sentence_is_found_only_by_itself(text: str, stands: bool) -> None:
    assert stands_in("Đắp máy", text) is stands


def test_what_is_put_back_keeps_its_mark() -> None:
    assert place_of("Đắp máy").sub("Tắt máy", "Bấu lao. Đắp máy! Đắp máy ngay.") == "Bấu lao. Tắt máy! Đắp máy ngay."


def test_low_sentences_of_a_page_are_counted() -> None:
    graded = [SentenceGrade("tyz", text, "low", "", "") for text in ("Đắp máy", "Xam cần rườn", "Bấu mì")]
    page = "# Đắp máy\n\n- **Xam cần rườn.** Pây công an xạ.\n"
    assert graded_in(page, "tyz", graded, "low") == 2


def test_new_rows_have_a_table_of_their_own() -> None:
    assert NEW_TABLE.startswith(FOLDER)
