from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.spoken.numerals import LARGEST, cardinal, digit_by_digit

SAID = {
    0: "không",
    5: "năm",
    10: "mười",
    15: "mười lăm",
    21: "hai mươi mốt",
    24: "hai mươi bốn",
    105: "một trăm lẻ năm",
    111: "một trăm mười một",
    146: "một trăm bốn mươi sáu",
    1000: "một nghìn",
    1005: "một nghìn không trăm lẻ năm",
    2025: "hai nghìn không trăm hai mươi lăm",
    1_000_001: "một triệu không trăm lẻ một",
    160_000_000_000: "một trăm sáu mươi tỷ",
}
VALUES = {
    **dict(zip(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"), range(10), strict=True)),
    "mốt": 1,
    "lăm": 5,
}


def understood(words: str) -> int:
    """Return the number that a listener hears, worked out another way than the words were made."""
    total = group = 0
    for word in words.replace("mười", "một mươi").split():
        if word in {"nghìn", "triệu", "tỷ"}:
            total += group * {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}[word]
            group = 0
        elif word in {"trăm", "mươi"}:
            last = group % 10
            group += last * ({"trăm": 100, "mươi": 10}[word] - 1)
        elif word != "lẻ":
            group += VALUES[word]
    return total + group


@pytest.mark.parametrize(("number", "words"), SAID.items())
def test_numbers_are_said_as_people_say_them(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.integers(0, LARGEST))
def test_every_number_is_understood_again(number: int) -> None:
    assert understood(cardinal(number)) == number, cardinal(number)


@given(st.text("0123456789", min_size=1, max_size=12))
def test_a_telephone_number_has_a_word_for_each_digit(digits: str) -> None:
    said = digit_by_digit(digits).split()
    assert [VALUES[word] for word in said] == [int(digit) for digit in digits]


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_what_cannot_be_said_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=re.escape(str(number))):
        cardinal(number)
