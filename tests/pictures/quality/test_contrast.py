from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.pictures.quality.contrast import contrast, contrast_faults, contrasts
from tests.pictures.quality.conftest import Draw

colours = st.tuples(*(st.integers(0, 255),) * 3)


@given(colours, colours)
def test_contrast_is_the_same_from_both_sides(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    first, second = np.array(one), np.array(other)
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21.001


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((0x76,) * 3, (255,) * 3, 4.54),
        ((0xF6, 0xB9, 0x3B), (0xC0, 0x13, 0x2B), 3.5),
    ],
)
def test_contrast_of_known_pairs(one: tuple[int, int, int], other: tuple[int, int, int], expected: float) -> None:
    assert contrast(np.array(one), np.array(other)) == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Chữ đen", 21.0),
        ('#text(fill: rgb("#767676"))[Chữ]', 4.54),
        ('#text(fill: rgb("#aaaaaa"))[Chữ]', 2.32),
        ('#box(fill: rgb("#C0132B"), inset: 5mm, text(fill: rgb("#F6B93B"))[Chữ])', 3.5),
    ],
)
def test_contrast_is_measured_as_it_is_seen(sheet: Draw, body: str, expected: float) -> None:
    found = [value for _, value in contrasts(sheet(body))]
    assert found == pytest.approx([expected] * len(found), rel=0.03), found
    assert found


def test_pale_text_is_told(sheet: Draw) -> None:
    told = [fault.found for fault in contrast_faults(sheet('Rõ #text(fill: rgb("#aaaaaa"))[mờ]'))]
    assert told == ["chữ «mờ» tương phản 2.3 với nền"], told


def test_a_word_half_on_a_pale_ground_is_told(sheet: Draw) -> None:
    ground = "#place(top + left, dx: 12mm, dy: -3mm, rect(width: 60mm, height: 15mm, fill: black))"
    told = [fault.found for fault in contrast_faults(sheet(f"{ground}#text(size: 30pt)[Chuyểntiền]", distance=3))]
    assert told == ["chữ «Chuyểntiền» tương phản 1.0 với nền"], told


def test_large_text_may_have_less(sheet: Draw) -> None:
    body = '#text(size: 60pt, fill: rgb("#888888"))[Lớn]'
    assert list(contrast_faults(sheet(body))) == []
    assert len(list(contrast_faults(sheet(body, distance=3)))) == 1, "not large from three metres"


def test_cmyk_is_measured_too(sheet: Draw) -> None:
    found = [value for _, value in contrasts(sheet("#text(fill: cmyk(0%, 0%, 0%, 100%))[Đen]"))]
    assert len(found) == 1
    assert found[0] > 12, found
