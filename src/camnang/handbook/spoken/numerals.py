"""Vietnamese numerals in words, as they are said aloud in the north.

num2words 0.5 says «hai nghìn lẻ hai mươi lăm» for 2025 and «một phẩy năm mươi» for 1,5; nobody speaks so.
"""

from __future__ import annotations

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu", "tỷ")
LARGEST = 10**12 - 1


def digit_by_digit(digits: str) -> str:
    """Return «một một ba» for '113', the way a telephone number is said."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def units_words(tens: int, units: int) -> list[str]:
    """Return how the last digit is said after its tens; nothing for 0."""
    if not units:
        return []
    if units == 1 and tens > 1:
        return ["mốt"]
    return ["lăm"] if units == 5 and tens else [DIGITS[units]]


def tens_words(tens: int, hundreds_said: bool, units: int) -> list[str]:
    """Return how the tens are said: «lẻ», «mười» or «hai mươi»."""
    if tens > 1:
        return [DIGITS[tens], "mươi"]
    if tens:
        return ["mười"]
    return ["lẻ"] if hundreds_said and units else []


def below_thousand(number: int, led: bool) -> list[str]:
    """Return the words of three digits; after a greater group (`led`) the hundreds are said even when 0."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    said = bool(hundreds) or led
    words = [DIGITS[hundreds], "trăm"] if said else []
    return [*words, *tens_words(tens, said, units), *units_words(tens, units)]


def cardinal(number: int) -> str:
    """Return a number from 0 to 10¹² − 1 in words; raise `ValueError` outside."""
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    words: list[str] = []
    for place in range(len(GROUPS) - 1, -1, -1):
        group = number // 1000**place % 1000
        if group:
            words += [*below_thousand(group, bool(words)), GROUPS[place]]
    return " ".join(word for word in words if word) or DIGITS[0]
