from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.pages.numbers import numbers, phone_numbers

PHONES = {
    "Gọi 113 ngay.": {"113"},
    "Trẻ em gọi 111, không mất tiền.": {"111"},
    "Nhắn LD (số máy) (nội dung) gửi 5656.": {"5656"},
    "gọi tới 5656": {"5656"},
    "Báo 156.": {"156"},
    "Theo điều 174, gọi 113": {"113"},
    "Roọng 113": {"113"},
    "Gọi 0912.345.678 hay +84 912 345 678": {"0912345678", "84912345678"},
    "Tổng đài 1900 9068": {"19009068"},
    "Tổng đài 18001090": {"18001090"},
}
NO_PHONES = [
    "một bà rút 146 triệu đồng",
    "hơn 160 tỷ đồng",
    "Ngày 15/9/2025, 39 bị can",
    "Kế hoạch 940/KH-UBND",
    "năm 2025",
    "114 phút",
    "300 nghìn",
    "Bộ luật Hình sự, điều 155, 156 và 174",
    "khổ giấy 297 × 420 mm",
]


@pytest.mark.parametrize(("text", "wanted"), PHONES.items())
def test_telephone_numbers_are_found(text: str, wanted: set[str]) -> None:
    assert phone_numbers(text) == wanted


@pytest.mark.parametrize("text", NO_PHONES)
def test_amounts_dates_and_plans_are_no_telephone_numbers(text: str) -> None:
    assert phone_numbers(text) == set()


def test_numbers_are_kept_as_written() -> None:
    assert numbers("Tháng 8/2025: 146 triệu, 2.300 tỷ, 17,8 triệu") == {"8/2025", "146", "2.300", "17,8"}


@given(st.integers(min_value=10**8, max_value=10**9 - 1))
def test_every_subscriber_number_is_found(digits: int) -> None:
    assert phone_numbers(f"Gọi 0{digits} nhé") == {f"0{digits}"}


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(number.isdigit() for number in phone_numbers(text))
