from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.pictures.quality.glyph_boxes import Box
from camnang.pictures.quality.placement import placement_faults, shared_area
from tests.pictures.quality.conftest import Draw


def test_text_in_its_place_has_no_faults(sheet: Draw) -> None:
    body = "= Ẫm Ự gọi điện\nMột dòng chữ khá dài để xuống dòng " * 3
    found = list(placement_faults(sheet(body)))
    assert found == [], found


@pytest.mark.parametrize("move", ["dx: 175mm", "dx: -13mm", "dy: -13mm", "dy: 88mm"])
def test_a_word_over_the_edge_is_told(sheet: Draw, move: str) -> None:
    found = list(placement_faults(sheet(f"#place(top + left, {move})[Chuyển]")))
    assert [fault.found for fault in found] == ["chữ «Chuyển» ra ngoài mép giấy"], found


def test_a_word_on_another_is_told(sheet: Draw) -> None:
    found = list(placement_faults(sheet("#place(top + left)[Chuyển]\n#place(top + left, dx: 2mm, dy: 1mm)[Tiền]")))
    assert [fault.found for fault in found] == ["chữ «Tiền» đè lên «Chuyển»"], found


def test_words_turned_upside_down_are_measured_where_they_stand(sheet: Draw) -> None:
    assert list(placement_faults(sheet("#rotate(180deg)[Chuyển tiền]"))) == []


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    *(st.floats(-100, 100) for _ in range(2)),
    *(st.floats(0, 100) for _ in range(2)),
)


@given(boxes, boxes)
def test_the_shared_area_is_the_same_from_both_sides_and_no_larger_than_either(one: Box, other: Box) -> None:
    shared = shared_area(one, other)
    assert shared == shared_area(other, one)
    assert 0 <= shared <= min(shared_area(one, one), shared_area(other, other)) + 1e-6
