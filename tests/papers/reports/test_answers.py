from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.papers.office.workbook import GridCell
from camnang.papers.reports.answers import choice, day, formula_problem, text, whole_number
from camnang.papers.reports.findings import Problem

MOST = 3000
ANY_VALUE = st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.times(), st.none())


def cell(value: object, formula: bool = False) -> GridCell:
    return GridCell(value, 12, 4, formula)


def problem(value: object) -> str:
    """Return what is found wrong with a number."""
    found = whole_number(cell(value), MOST)
    assert isinstance(found, Problem), f"{value!r} was taken as {found!r}"
    return found.found


@given(st.integers(0, MOST), st.sampled_from((int, float, str, "  {} ".format)))
def test_a_whole_number_in_range_is_taken_as_number_or_as_digits(value: int, typed: type) -> None:
    assert whole_number(cell(typed(value)), MOST) == value


@given(ANY_VALUE)
def test_whatever_a_number_cell_holds_is_a_number_in_range_or_a_problem(value: object) -> None:
    found = whole_number(cell(value), MOST)
    assert isinstance(found, Problem) or (type(found) is int and 0 <= found <= MOST), f"{value!r}: {found!r}"


@given(st.text(min_size=1).filter(lambda text: not (text.strip().isascii() and text.strip().isdigit())))
def test_text_other_than_plain_digits_is_never_a_number(value: str) -> None:
    assert problem(value)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("12 buổi", "chữ «12 buổi» trong ô số"),
        ("1.200", "chữ «1.200» trong ô số"),
        ("1,200", "chữ «1,200» trong ô số"),
        ("１２", "chữ «１２» trong ô số"),
        ("mười", "chữ «mười» trong ô số"),
        (-3, "số âm -3"),
        ("-3", "số âm -3"),
        (3001, "số quá lớn 3001"),
        (1.2, "số lẻ 1.2"),
        (float("inf"), "số không đọc được «inf»"),
        (True, "«True» trong ô số"),
        (datetime.datetime(2026, 5, 12), "ngày «2026-05-12 00:00:00» trong ô số"),
        ("+12", "chữ bắt đầu bằng dấu +: «+12»"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(value: object, found: str) -> None:
    assert problem(value) == found


def test_a_number_with_a_word_suggests_the_number() -> None:
    found = whole_number(cell("12 buổi"), MOST)
    assert isinstance(found, Problem)
    assert found.repair == "ghi 12, viết liền, không kèm chữ"


def test_full_width_digits_suggest_plain_ones() -> None:
    found = whole_number(cell("１２"), MOST)
    assert isinstance(found, Problem)
    assert found.repair.startswith("ghi 12,")


@given(st.sampled_from("=+-@\t\r"), st.text())
def test_text_that_begins_as_formulas_do_is_told(mark: str, rest: str) -> None:
    given_text = mark + rest
    expected = given_text.lstrip().startswith(tuple("=+-@"))
    assert bool(formula_problem(cell(given_text))) == expected, repr(given_text)


def test_what_excel_counts_is_told_whatever_it_looks_like() -> None:
    assert formula_problem(cell("#REF!", formula=True))


@pytest.mark.parametrize("written", ["Có", "co", "CÓ", " có "])
def test_a_choice_is_understood_without_accents(written: str) -> None:
    assert choice(cell(written), ("Có", "Không")) == "Có"


def test_another_choice_is_a_problem() -> None:
    assert choice(cell("chưa rõ"), ("Có", "Không")) == Problem(
        rule="bao-cao-sai-chu", found="«chưa rõ»", expected="Có hoặc Không", repair="chọn trong danh sách của ô"
    )


@given(st.text())
def test_a_text_is_as_long_as_allowed_or_a_problem(value: str) -> None:
    found = text(cell(value), 20)
    assert isinstance(found, Problem) or (isinstance(found, str) and len(found) <= 20)


@pytest.mark.parametrize("value", [datetime.datetime(2026, 12, 4), "4/12/2026", "04-12-2026", " 4.12.2026 "])
def test_a_day_is_understood_as_vietnamese_write_it(value: object) -> None:
    assert day(cell(value)) == datetime.date(2026, 12, 4)


@pytest.mark.parametrize("value", ["31/2/2026", "tháng 12", "2026", 46000, None, "12/2026"])
def test_what_is_no_day_is_a_problem(value: object) -> None:
    assert isinstance(day(cell(value)), Problem), f"{value!r} was taken as a day"


@pytest.mark.parametrize(
    "value", ["Giữ được 250.000.000 đồng.", "Ngày 6/8/2026, 120 người, 3 xóm.", "Năm học 2025-2026."]
)
def test_amounts_days_and_years_may_stand_in_a_text(value: str) -> None:
    assert text(cell(value), 600) == value
