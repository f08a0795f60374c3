from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.files.faults import FaultsError
from camnang.files.folding import fold
from camnang.papers.reports.unit_names import Likeness, match
from camnang.papers.reports.units import FILE, read_units
from tests.papers.reports.returned_forms import units

COMMUNES = tuple(unit for unit in units() if unit.kind == "xa")
WARDS = tuple(unit for unit in units() if unit.kind == "phuong")


def names(text: str) -> set[str]:
    return {unit.full_name for unit in match(text, units()).units}


def test_the_province_has_53_communes_and_3_wards() -> None:
    assert (len(COMMUNES), len(WARDS)) == (53, 3)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("phuong thuc phan", "Phường Thục Phán"),
        ("XÃ BẢO LÂM", "Xã Bảo Lâm"),
        ("UBND xã Bảo Lâm", "Xã Bảo Lâm"),
        ("Hoà An", "Xã Hòa An"),
        ("  Tân   Giang ", "Phường Tân Giang"),
        ("phường Sông Hiến", "Phường Thục Phán"),
        ("Chu Trinh", "Phường Tân Giang"),
        ("Sở Giao thông Vận tải", "Sở Xây dựng"),
        ("Sở TT&TT", "Sở Khoa học và Công nghệ"),
        ("Xã Hưng Đạo", "Xã Hưng Đạo"),
    ],
)
def test_a_name_is_understood_however_it_is_written(written: str, meant: str) -> None:
    assert names(written) == {meant}


@pytest.mark.parametrize("written", ["Hưng Đạo", "hung dao", "xa hung dao", "HƯNG ĐẠO"])
def test_a_name_of_today_that_was_also_another_place_is_never_guessed(written: str) -> None:
    assert names(written) == {"Xã Hưng Đạo", "Phường Thục Phán"}
    assert match(written, units()).unit is None


@pytest.mark.parametrize("written", ["", "huyện Hòa An", "Công an xã Bảo Lâm", "Bảo Lâm 2", "tỉnh"])
def test_what_is_no_unit_is_none(written: str) -> None:
    assert names(written) == set()


@given(st.sampled_from(units()), st.randoms(use_true_random=False))
def test_case_accents_and_spaces_never_lead_to_another_unit(unit: object, chance: random.Random) -> None:
    assert unit in units()
    full = next(each for each in units() if each == unit).full_name
    written = "".join(chance.choice((letter.upper(), letter.lower(), fold(letter))) for letter in full)
    found = match(written.replace(" ", " " * chance.randint(1, 3)), units())
    assert full in {each.full_name for each in found.units}, f"{written!r} lost {full!r}"
    assert found.unit is None or found.unit.full_name == full, f"{written!r} became {found.unit!r}"


@given(st.text(max_size=40))
def test_any_text_gives_units_of_the_list_or_none(written: str) -> None:
    found = match(written, units())
    assert set(found.units) <= set(units())
    assert (found.likeness is not Likeness.EXACT) or len(found.units) == 1


def test_two_names_that_differ_by_accents_only_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    two = "- {id: a, kind: xa, name: Quang Trung}\n- {id: b, kind: xa, name: Quảng Trung}\n"
    (tmp_path / FILE).write_text(two, encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_units(tmp_path)
    assert [fault.found for fault in raised.value.faults] == ["tên «xa quang trung» có 2 lần"]
