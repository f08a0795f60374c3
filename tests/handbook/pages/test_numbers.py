from __future__ import annotations

from camnang.handbook.pages.numbers import numbers


def test_numbers_are_kept_as_written() -> None:
    assert numbers("Tháng 8/2025: 146 triệu, 2.300 tỷ, 17,8 triệu") == {"8/2025", "146", "2.300", "17,8"}
