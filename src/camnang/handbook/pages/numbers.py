"""Telephone numbers and amounts in a page's text.

A page may print only the numbers of `data/hotlines.yml`, and every language of a page must say the same numbers.
"""

from __future__ import annotations

import re

# Vietnamese subscriber numbers: 0 and 9 or 10 more digits, +84, or 1800/1900 services (Circular 22/2014/TT-BTTTT).
LONG_PHONE = re.compile(r"(?<![\d/])(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)|(?<!\d)1[89]00(?:[ .-]?\d){4,6}(?!\d)")
# Short codes stand alone: what follows them is no unit, what precedes them no «số hiệu» sign.
SHORT_PHONE = re.compile(r"(?<![\d.,/+-])(1\d{2}|\d{4})(?![\d/%]|[.,]\d|-[A-ZĐ])")
CALLING = re.compile(r"(?:gọi|bấm|số|tổng đài|nhắn|gửi|tới|roọng|slổ|sổ)\s+(?:\S+\s+){0,1}$", re.IGNORECASE)
# Articles of a law, «điều 155, 156», are no numbers to dial.
ARTICLES = re.compile(r"(?<!\w)điều\s+\d+(?:\s*(?:,|và)\s*\d+)*", re.IGNORECASE)
UNIT = re.compile(
    r"\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|đ\b|người|vụ|bị can|nạn nhân|km|mm|cm|phút|giây|giờ|tuổi|xã|phường|trường|%)",
    re.IGNORECASE,
)
YEAR = range(1900, 2100)
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def short_numbers(text: str) -> set[str]:
    """Return three- and four-digit numbers that a reader would take for something to dial."""
    found = set()
    for match in SHORT_PHONE.finditer(text):
        called = CALLING.search(text[: match.start()]) is not None
        is_amount = UNIT.match(text, match.end()) is not None
        is_year = int(match[1]) in YEAR
        if not is_amount and (called or (len(match[1]) == 3 and not is_year)):
            found.add(match[1])
    return found


def phone_numbers(text: str) -> set[str]:
    """Return every telephone number in `text`, as digits only."""
    if not DIGIT.search(text):
        return set()
    long = {re.sub(r"\D", "", match[0]) for match in LONG_PHONE.finditer(text)}
    return long | short_numbers(ARTICLES.sub(" ", LONG_PHONE.sub(" ", text)))


def numbers(text: str) -> set[str]:
    """Return every number in `text` as it is written: amounts, dates, telephone numbers."""
    return set(NUMBER.findall(text))
