from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.telephone_numbers import numbers_of_persons, phone_numbers, telephone_numbers

PHONES = {
    "Gọi 113 ngay.": {"113"},
    "Trẻ em gọi 111, không mất tiền.": {"111"},
    "Nhắn LD (số máy) (nội dung) gửi 5656.": {"5656"},
    "gọi tới 5656": {"5656"},
    "Báo 156.": {"156"},
    "Theo điều 174, gọi 113": {"113"},
    "Roọng 113": {"113"},
    "Gọi 114 cứu hoả": {"114"},
    "Gọi 0912.345.678 hay +84 912 345 678": {"0912345678", "84912345678"},
    "Tổng đài 1900 9068": {"19009068"},
    "Tổng đài 18001090": {"18001090"},
    "0912 345 678 0987 654 321": {"0912345678", "0987654321"},
    "18001090 / 0912345678": {"18001090", "0912345678"},
    "+86 138 0013 8000": {"8613800138000"},
    "(+84) 912.345.678": {"84912345678"},
    "0084 912345678": {"0084912345678"},
    "84912345678": {"84912345678"},
    "(0206) 3000000": {"02063000000"},
    "(0206)3.000.000": {"02063000000"},
    "(024) 3825 1234": {"02438251234"},
}
# One number in the ways of people and of the programs that they copy from.
SPELLINGS = [
    "0912345678",
    "0912.345.678",
    "0912-345-678",
    "0912 – 345 – 678",
    "0912\u2010345\u2011678",
    "0912_345_678",
    "0912/345/678",
    "0912,345,678",
    "0912·345·678",
    "09 12 34 56 78",
    "0 9 1 2 3 4 5 6 7 8",
    "0912\u00a0345\u2009678",
    "0912&nbsp;345&nbsp;678",
    "0912\n345 678",
    "**0912** 345 678",
    "0912 **345** `678`",
    "0\u200b912\u00ad345\u2060678",
    "０９１２３４５６７８",
    "⁰⁹¹²³⁴⁵⁶⁷⁸",
    "0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "O912 345 678",
    "09I2 345 678",
    "tel:0912345678",
    "Zalo 0912345678.",
]
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
    "100 suất cơm",
    "gửi 100 suất cơm",
    "phát 150 thùng mì, 120 gói quà",
    "120 học sinh, 100 lượt người, 115 hộ",
    "gọi 100 người",
    "từ 100 đến 150 hộ",
    "100 – 120 suất",
    "1.500.000 đồng",
    "nhắc kiểu này ngày 28/9/2026. [S103]",
    "gọi ngân hàng trước [S110] rồi báo",
    "84.912.345.678 đồng",
    "1900000000 đồng",
    "từ 0 - 200 000 000 đồng",
    "30/11/2026",
    "05/11/2026 – 07/11/2026",
    "01.12.2026 08 giờ 30",
    "2026-11-24 10:30",
    "1900 – 1945",
    "2025 – 2026",
    "đầu số 03, 05, 07, 08, 09",
    "Quyết định 06/2012/QĐ-TTg",
    "tài khoản 19034567890123",
    "0071 0012 3456 7",
    "trang 112, phòng 101",
    "gửi 1500 tờ rơi",
]


@pytest.mark.parametrize(("text", "wanted"), PHONES.items())
def test_telephone_numbers_are_found(text: str, wanted: set[str]) -> None:
    assert phone_numbers(text) == wanted


@pytest.mark.parametrize("text", SPELLINGS)
def test_one_number_is_found_in_every_spelling(text: str) -> None:
    assert phone_numbers(f"Hỏi chị Én, {text} nhé") == {"0912345678"}


@pytest.mark.parametrize("text", NO_PHONES)
def test_amounts_dates_counts_and_plans_are_no_telephone_numbers(text: str) -> None:
    assert phone_numbers(text) == set()


def test_a_number_is_told_with_the_line_on_which_it_begins() -> None:
    text = "một\n\nhai\nba 0912\n345 678\n\n(0206) 3000000\n"
    assert [(number.line, number.digits) for number in telephone_numbers(text)] == [
        (3, "0912345678"),
        (6, "02063000000"),
    ]


@pytest.mark.parametrize("text", ["19034567890123", "CCCD 004085001234", "0071 0012 3456 7", "(0206) 3000000"])
def test_numbers_of_persons_are_more_than_telephones(text: str) -> None:
    assert len(numbers_of_persons(f"chị Én {text}")) == 1


@pytest.mark.parametrize(
    "text", ["2025-2026", "1.500.000.000 đồng", "1 200 000 000", "từ 1/12/2026 đến 31/12/2026", "100 suất"]
)
def test_numbers_of_work_are_no_persons(text: str) -> None:
    assert numbers_of_persons(text) == ()


@given(st.integers(min_value=10**8, max_value=10**9 - 1))
def test_every_subscriber_number_is_found(digits: int) -> None:
    assert phone_numbers(f"Gọi 0{digits} nhé") == {f"0{digits}"}


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(number.isdigit() for number in phone_numbers(text))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Gọi không chín một hai ba bốn năm sáu bảy tám nhé.", {"0912345678"}),
        ("Gọi khong chin mot hai ba bon nam sau bay tam nhe.", {"0912345678"}),
        ("Không chín, một hai ba, bốn năm sáu, bảy tám.", {"0912345678"}),
        ("không hai không sáu\nba tám năm hai", {"02063852"}),
    ],
)
def test_a_number_in_words_is_one(text: str, digits: set[str]) -> None:
    assert phone_numbers(text) == digits


@pytest.mark.parametrize(
    "text",
    ["Gọi một một ba.", "Nhắn năm sáu năm sáu.", "Một, hai, ba, bốn, năm, sáu, bảy.", "Không ai hai lòng, ba mẹ."],
)
def test_a_few_digits_in_words_are_no_number_of_a_person(text: str) -> None:
    assert phone_numbers(text) == set()


def test_a_number_in_words_knows_its_line() -> None:
    (found,) = telephone_numbers("Một.\n\nHai.\nGọi không chín một hai ba bốn năm sáu bảy tám.")
    assert (found.line, found.digits) == (3, "0912345678")
