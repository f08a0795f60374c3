from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from camnang.papers.review_sheets.reading import opened_bytes
from camnang.papers.review_sheets.xlsx_cells import text_of


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (datetime.datetime(2026, 12, 1), "2026-12-01"), (113.0, "113"), (1.5, "1.5"), ("chữ", "chữ")],
)
def test_values_are_read_as_a_person_typed_them(value: object, text: str) -> None:
    assert text_of(value) == text


def grid_of(book: openpyxl.Workbook) -> tuple[tuple[str, bool], ...]:
    out = io.BytesIO()
    book.save(out)
    (grid,) = opened_bytes(out.getvalue()).grids
    return tuple((cell.text, cell.formula) for row in grid for cell in row if cell.text)


def test_formulas_and_their_errors_are_told_from_words() -> None:
    book = openpyxl.Workbook()
    for row in ("chữ", "=1+1", "#REF!"):
        book.active.append([row])
    assert grid_of(book) == (("chữ", False), ("=1+1", True), ("#REF!", True))


def test_formulas_of_several_cells_are_told_too() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = ArrayFormula("A1:A2", "=SUM(B1:B2)")
    book.active["A3"] = DataTableFormula("A3:A4", r1="B1")
    out = io.BytesIO()
    book.save(out)
    (grid,) = opened_bytes(out.getvalue()).grids
    assert [(row[0].text, row[0].formula) for row in grid] == [("=SUM(B1:B2)", True), ("", False), ("=…", True)]


def test_a_coloured_cell_far_below_does_not_make_the_sheet_endless() -> None:
    book = openpyxl.Workbook()
    book.active.append(["chữ"])
    book.active.cell(1_048_576, 16_384).number_format = "@"
    assert grid_of(book) == (("chữ", False),)
