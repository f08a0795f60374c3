from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pypdf
import pytest

from camnang.made.site_paths import REPORT_FORM, REPORT_OUTLINE
from camnang.papers.reports.form_files import form_files
from camnang.papers.reports.form_lists import LISTS_TAB
from camnang.papers.reports.form_workbook import GUIDE_TAB
from camnang.papers.reports.layout import form_rows, heads
from tests.libreoffice import converted
from tests.papers.reports.returned_forms import ROOT, blank, cell, reporting, sheet, units


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(blank()))


def cells_to_fill() -> set[str]:
    """Every cell that the layout leaves to the clerk."""
    rows = [row for row in form_rows(reporting()) if row.code]
    letters = "DEFG"[: len(reporting().languages) + 1]
    return {cell(row.code, letter) for row in rows for letter in (letters if row.divided else "D")}


def test_only_the_cells_to_fill_in_are_unlocked(book: openpyxl.Workbook) -> None:
    tab = sheet(book)
    merged = {place for row in form_rows(reporting()) if row.wide and row.code for place in (row.place,)}
    unlocked = {
        each.coordinate
        for row in tab.iter_rows()
        for each in row
        if not each.protection.locked and not (each.row in merged and each.column > 4)
    }
    assert unlocked == cells_to_fill()
    assert tab.protection.sheet
    assert not tab.protection.password


def test_every_cell_to_fill_in_has_a_rule_with_vietnamese_words(book: openpyxl.Workbook) -> None:
    rules = sheet(book).data_validations.dataValidation
    ruled = {each for rule in rules for area in rule.sqref.ranges for row in area.rows for each in row}
    named = {f"{'ABCDEFG'[column - 1]}{row}" for row, column in ruled}
    assert named == cells_to_fill()
    assert {rule.errorTitle for rule in rules} == {"Xem lại ô này"}


def test_words_of_rules_are_as_short_as_excel_takes_them(book: openpyxl.Workbook) -> None:
    for rule in sheet(book).data_validations.dataValidation:
        assert len(rule.error) <= 255 and len(rule.prompt) <= 255, rule.error
        assert len(rule.errorTitle) <= 32 and len(rule.promptTitle) <= 32, rule.errorTitle


def test_the_list_of_units_is_whole(book: openpyxl.Workbook) -> None:
    listed = [row[0].value for row in book[LISTS_TAB].iter_rows(min_row=2, max_col=1)]
    assert [name for name in listed if name] == [unit.full_name for unit in units()]
    rule = next(each for each in sheet(book).data_validations.dataValidation if cell("A1") in each.sqref)
    assert rule.formula1 == f"'{LISTS_TAB}'!$A$2:$A${len(units()) + 1}"


def test_the_form_has_no_hidden_sheet_and_no_formula(book: openpyxl.Workbook) -> None:
    assert [(tab.title, tab.sheet_state) for tab in book] == [
        ("Báo cáo", "visible"),
        (GUIDE_TAB, "visible"),
        (LISTS_TAB, "visible"),
    ]
    assert not [each for tab in book for row in tab.iter_rows() for each in row if each.data_type == "f"]


def test_the_heads_name_every_language(book: openpyxl.Workbook) -> None:
    assert heads(reporting())[4:] == ("Tiếng Việt", "Tiếng Tày", "Tày–Nùng")
    assert tuple(each.value for each in sheet(book)[4])[: len(heads(reporting()))] == heads(reporting())


def test_form_and_outline_have_the_same_bytes_each_time() -> None:
    first, second = form_files(ROOT), form_files(ROOT)
    assert set(first) == {REPORT_FORM, REPORT_OUTLINE}
    assert first == second


def test_the_form_is_printed_on_one_page_of_a4(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(blank()))
    for tab in book.worksheets[1:]:
        tab.sheet_state = "hidden"
    book.save(tmp_path / "form.xlsx")
    pages = pypdf.PdfReader(converted(tmp_path / "form.xlsx")).pages
    size = tuple(round(float(side) * 25.4 / 72) for side in pages[0].mediabox[2:])
    assert (len(pages), size) == (1, (210, 297))
    assert "Thủ trưởng đơn vị" in pages[0].extract_text()
