"""The one place that says what a telephone number is, in all the ways in which people write one.

Vietnamese subscribers' numbers have 0 and 9 or 10 more digits (mobile 03, 05, 07, 08, 09; fixed 02), with +84 or 0084
in the place of the 0; services are 1800 and 1900 numbers (Circular 22/2014/TT-BTTTT and its changes). Short numbers
stand alone. A page may print only the numbers of `data/hotlines.yml`. What readers type on the page for opinions is
judged by `overrides/components/opinion/feedback.js`, which blanks any long number; a test holds it to the spellings
known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

FEWEST, MOST = 9, 11  # digits of a number that begins with 0
# What may stand between the digits of one number: spaces, dashes, dots, brackets, Markdown's marks, nothing seen.
# One line end at most: a new paragraph is a new text.
BETWEEN: Final = (
    r"[^\S\n\r]|[-‐-―−_.·•/*~`()\[\]\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\u20e3\ufeff]"
)
CLUSTER: Final = re.compile(rf"(?:\+[ (]*)?\d(?:(?:,|(?:{BETWEEN}){{0,6}}\n?(?:{BETWEEN}){{0,6}})\d)+")
# Digits of other scripts, raised, in circles; letters that are typed for 0 and 1 beside digits.
ODD_DIGIT: Final = re.compile(r"(?![0-9])[\d⁰¹²³⁴-⁹₀-₉①-⑨⓪]")
TYPED_DIGITS: Final = re.compile(r"\b[oO]?\d[\doOlI]*\b")
FOR_DIGITS: Final = str.maketrans("oOlI", "0011")
DATE: Final = re.compile(
    r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?P<sign>[-./ ])(?:0?[1-9]|1[0-2])(?P=sign)(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?P<iso>[-./])(?:0?[1-9]|1[0-2])(?P=iso)(?:0?[1-9]|[12]\d|3[01])(?!\d)"
)
AMOUNT: Final = re.compile(r"[1-9]\d{0,2}(?:([., \u00a0])\d{3})(?:\1\d{3})*")
ROUND: Final = re.compile(r"[1-9]\d*0{5,}")
MONEY: Final = re.compile(r"\s?(?:đ|₫|đồng|vnd|vnđ|nghìn|ngàn|triệu|tr|tỷ|tỉ|usd)(?!\w)", re.IGNORECASE)
MOBILE_OR_FIXED: Final = re.compile(r"0[35789]\d{8}|02\d{9}")
SERVICE: Final = re.compile(r"1[89]00\d{4,6}")
PREFIXED: Final = re.compile(r"(?:00)?840?[2-9]\d{7,9}")
YEAR: Final = re.compile(r"(?:19|20)\d\d")

# Short codes stand alone: what follows them is no unit, what precedes them no «số hiệu» sign, no letter of a source.
SHORT: Final = re.compile(r"(?<![\d.,/+A-Z-])(1\d{2}|\d{4})(?![\d/%]|[.,]\d|-[A-ZĐ])")
DIALLED: Final = re.compile(r"(?:gọi|bấm|tổng đài|nhắn|roọng|slổ|sổ)\s+(?:\S+\s+){0,1}$", re.IGNORECASE)
NAMED: Final = re.compile(r"(?:số|gửi|tới)\s+(?:\S+\s+){0,1}$", re.IGNORECASE)
EMERGENCY: Final = frozenset({"112", "113", "114", "115"})
# Articles of a law, «điều 155, 156», and page numbers are no numbers to dial.
NUMBERED: Final = re.compile(
    r"(?<!\w)(?:điều|khoản|mục|trang|tờ|phòng|nhà số)\s+\d+(?:\s*(?:,|và|–|-)\s*\d+)*", re.IGNORECASE
)
# What is counted, measured or paid, also after «gọi» and «gửi».
UNIT: Final = re.compile(
    r"\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|đ\b|người|vụ|bị can|nạn nhân|km|mm|cm|m\b|g\b|kg|lít|phút|giây|giờ|ngày|tháng"
    r"|năm|tuổi|xã|phường|xóm|thôn|bản|tổ|trường|lớp|hộ|nhà|em|cháu|bà con|học sinh|giáo viên|cán bộ|đoàn viên"
    r"|hội viên|suất|phần|thùng|hộp|gói|bộ|cái|chiếc|con|cuốn|quyển|tờ|tấm|bức|băng|lượt|lần|cuộc|buổi|tin|tiếng|chữ"
    r"|câu|từ|trang|dòng|mục|điểm|thẻ|sim|máy|xe|khách|đơn|hồ sơ|tài khoản|đầu số|số điện thoại|%|×|x\s*\d)(?!\w)",
    re.IGNORECASE,
)
# What may follow a number that is dialled and never follows one that counts.
AFTER_A_CODE: Final = re.compile(
    r"\s*(?:$|[^\w\s]|(?:ngay|là|và|hoặc|hay|để|khi|nếu|miễn phí|không|có|của|cho|thì|được|tại|ở|trước|sau|rồi|nhé"
    r"|ạ|bất)(?!\w))",
    re.IGNORECASE,
)
# Digits read out, as loudspeakers need them, with accents or without.
DIGIT_WORDS: Final = {
    **{"không": "0", "khong": "0", "một": "1", "mốt": "1", "mot": "1", "hai": "2", "ba": "3"},
    **{"bốn": "4", "bon": "4", "tư": "4", "năm": "5", "lăm": "5", "nam": "5", "sáu": "6", "sau": "6"},
    **{"bảy": "7", "bẩy": "7", "bay": "7", "tám": "8", "tam": "8", "chín": "9", "chin": "9"},
}
DIGIT_WORD: Final = "|".join(DIGIT_WORDS)
SPELT: Final = re.compile(rf"(?<!\w)(?:{DIGIT_WORD})(?:[\s,.–—-]{{1,3}}(?:{DIGIT_WORD})){{7,}}(?!\w)", re.IGNORECASE)
DIGIT: Final = re.compile(f"[0-9]|{ODD_DIGIT.pattern}")
RANGE: Final = re.compile(r"\s*[-‐-―]\s*\d")


class PlainDigits(dict[int, str]):
    """Digits of other scripts and shapes as ASCII, asked for one by one."""

    def __missing__(self, code: int) -> str:
        digit = unicodedata.digit(chr(code), None)
        self[code] = chr(code) if digit is None else str(digit)
        return self[code]


PLAIN_DIGITS: Final = PlainDigits()


@dataclass(frozen=True)
class TelephoneNumber:
    """A number as digits alone; `line` counts the text's lines from 0, `written` is what stands there."""

    digits: str
    line: int
    written: str


def readable(text: str) -> str:
    """Return a text of as many lines with plain digits, also where letters were typed for them."""
    plain = unescape(text) if "&" in text else text
    if ODD_DIGIT.search(plain):
        plain = plain.translate(PLAIN_DIGITS)
    return TYPED_DIGITS.sub(lambda match: match[0].translate(FOR_DIGITS), plain)


def without(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with a bar in the place of each character that a pattern finds: nothing goes on across it."""
    return pattern.sub(lambda match: "|" * len(match[0]), text)


def is_amount(cluster: str, after: str) -> bool:
    """Tell whether digits are money or another amount: grouped by thousands, round, or before a unit of money."""
    plain = cluster.strip()
    if plain.startswith(("0", "+", "(")):
        return False
    grouped = AMOUNT.fullmatch(plain)
    return bool(ROUND.fullmatch(plain) or MONEY.match(after) or (grouped and grouped[1] in ".,"))


def is_range_of_years(groups: list[str]) -> bool:
    """Tell whether digits are two years, «1900 – 1945»."""
    return len(groups) == 2 and all(map(YEAR.fullmatch, groups))


def is_strict(digits: str) -> bool:
    """Tell whether digits can be nothing else than a subscriber's or a service's number."""
    return any(pattern.fullmatch(digits) for pattern in (MOBILE_OR_FIXED, SERVICE))


def one_number(cluster: str, groups: list[str]) -> bool:
    """Tell whether all digits of a cluster are one number."""
    digits = "".join(groups)
    if cluster.startswith("+"):
        return 8 <= len(digits) <= 15
    if "/" in cluster or "," in cluster:  # signs of lists, laws and amounts too
        return is_strict(digits) and min(map(len, groups)) >= 3
    starts_alone = groups[0] == "0" and re.match(r"0\s*[-‐-―−]\s", cluster)
    return not starts_alone and bool(
        (digits.startswith("0") and FEWEST <= len(digits) <= MOST)
        or PREFIXED.fullmatch(digits)
        or (SERVICE.fullmatch(digits) and not is_range_of_years(groups))
    )


def several_numbers(groups: list[str]) -> Iterator[str]:
    """Yield the numbers that stand one after the other in a longer row of digits, each of whole groups."""
    first = 0
    while first < len(groups):
        for last in range(first + 1, min(first + 6, len(groups)) + 1):
            digits = "".join(groups[first:last])
            if is_strict(digits) and not is_range_of_years(groups[first:last]):
                yield digits
                first = last - 1
                break
        first += 1


def long_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the digits of each long number of a readable text, its start and its end."""
    for match in CLUSTER.finditer(without(DATE, text)):
        groups = re.findall(r"\d+", match[0])
        if sum(map(len, groups)) < 8 or is_amount(match[0], text[match.end() : match.end() + 10]):
            continue
        if one_number(match[0], groups):
            yield "".join(groups), match.start(), match.end()
        else:
            yield from ((digits, match.start(), match.end()) for digits in several_numbers(groups))


def is_code(number: str, before: str, after: str) -> bool:
    """Tell whether a number of three or four digits is one to dial, by the words around it."""
    if UNIT.match(after) or RANGE.match(after):
        return False
    if DIALLED.search(before):
        return True
    is_year = YEAR.fullmatch(number) is not None
    if NAMED.search(before):
        return AFTER_A_CODE.match(after) is not None or number in EMERGENCY
    return len(number) == 3 and not is_year and (number in EMERGENCY or AFTER_A_CODE.match(after) is not None)


def short_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each number of three or four digits that a reader would take for something to dial."""
    for match in SHORT.finditer(text):
        if is_code(match[1], text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]):
            yield match[1], match.start(), match.end()


def spelt_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the digits of each number of eight or more that is written in words, its start and its end."""
    for match in SPELT.finditer(text):
        words = re.findall(r"\w+", match[0].lower())
        yield "".join(DIGIT_WORDS[word] for word in words), match.start(), match.end()


def numbers_of_paragraph(text: str) -> Iterator[TelephoneNumber]:
    """Yield the telephone numbers of a paragraph, lines counted from 0."""
    plain = readable(text)
    long = list(long_numbers(plain))
    rest = list(without(NUMBERED, plain))
    for _, start, end in long:
        rest[start:end] = "|" * (end - start)
    found = (*long, *short_numbers("".join(rest)), *spelt_numbers(plain))
    for digits, start, end in sorted(found, key=lambda each: each[1]):
        yield TelephoneNumber(digits, plain.count("\n", 0, start), plain[start:end])


def telephone_numbers(text: str) -> tuple[TelephoneNumber, ...]:
    """Return every telephone number of a text with its line, in their order."""
    found: list[TelephoneNumber] = []
    line = 0
    for paragraph in text.split("\n\n"):
        if DIGIT.search(paragraph) or SPELT.search(paragraph):
            found += (replace(each, line=line + each.line) for each in numbers_of_paragraph(paragraph))
        line += paragraph.count("\n") + 2
    return tuple(found)


def phone_numbers(text: str) -> set[str]:
    """Return every telephone number in `text`, as digits only."""
    return {number.digits for number in telephone_numbers(text)}


def numbers_of_persons(text: str) -> tuple[str, ...]:
    """Return what is written as somebody's number: telephone, account, identity card; amounts and dates are none."""
    plain = readable(text)
    found = [plain[start:end] for _, start, end in long_numbers(plain)]
    for match in CLUSTER.finditer(without(DATE, plain)):
        digits = re.sub(r"\D", "", match[0])
        is_grouped = AMOUNT.fullmatch(match[0]) is not None and not digits.startswith("84")
        if len(digits) >= FEWEST and not is_grouped and not is_amount(match[0], plain[match.end() :]):
            found.append(match[0])
    return tuple(dict.fromkeys(found))
