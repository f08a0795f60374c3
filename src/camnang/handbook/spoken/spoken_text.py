"""A page's sentences as they are said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from camnang.handbook.pages.numbers import NUMBER
from camnang.handbook.pages.rendering import SOURCE_MARK
from camnang.handbook.spoken.numerals import LARGEST, cardinal, digit_by_digit
from camnang.handbook.telephone_numbers import phone_numbers, telephone_numbers

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][»”\")])\s+")
DATE = re.compile(r"(?<![\d/])(ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])", re.IGNORECASE)
MONTH = re.compile(r"(?<![\d/])(tháng\s+)?(\d{1,2})/(\d{4})(?![\d/])", re.IGNORECASE)
RANGE = re.compile(r"(?<=\d)\s*–\s*(?=\d)")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
# Blanks to fill in, brackets, addresses and numbers of laws cannot be read aloud as they stand.
UNSPEAKABLE = re.compile(r"…|\.\.\.|[()<>@_=|]|https?:|\w[./]\w")
WORD = re.compile(r"\w")
BLANKS = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return text with single spaces, none before a mark or inside quotation marks."""
    text = BLANKS.sub(" ", text).strip()
    return re.sub(r"([«(])\s+", r"\1", re.sub(r"\s+([.,;:!?»)])", r"\1", text))


def without_sources(text: str) -> str:
    """Return text without marks such as [C09]."""
    return tidy(SOURCE_MARK.sub(" ", text))


def balanced(text: str) -> bool:
    """Tell whether every opened quotation mark is closed."""
    return text.count("«") == text.count("»")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; what stands in quotation marks is not torn apart."""
    held = ""
    for part in SENTENCE_END.split(without_sources(text)):
        held = f"{held} {part}".strip()
        if held and balanced(held):
            yield held
            held = ""
    if held:
        yield held


def closed(sentence: str) -> str:
    """Return a sentence with a full stop where it ends without any mark."""
    return sentence if sentence.rstrip('»”") ')[-1:] in {".", "!", "?"} else f"{sentence.rstrip(',;:')}."


def number_words(number: str) -> str:
    """Return a number as it is written on a page («1.500», «1,5», «08») in words; that of a law stays."""
    if "/" in number:
        return number
    if THOUSANDS.fullmatch(number):
        return cardinal(int(number.replace(".", "")))
    whole, _, decimals = number.partition(",")
    if decimals.isdigit() and whole.isdigit():
        return f"{number_words(whole)} phẩy {digit_by_digit(decimals)}"
    if number.isdigit() and (number == "0" or number[0] != "0") and int(number) <= LARGEST:
        return cardinal(int(number))
    return " ".join(digit_by_digit(part) for part in re.findall(r"\d+", number))


def month_words(found: re.Match[str]) -> str:
    """Return «8/2025» as month and year."""
    return f"{found[1] or 'tháng '}{cardinal(int(found[2]))} năm {cardinal(int(found[3]))}"


def date_words(found: re.Match[str]) -> str:
    """Return «15/9/2025» as day, month and year."""
    day, month, year = (cardinal(int(part)) for part in found.groups()[1:])
    return f"{found[1] or 'ngày '}{day} tháng {month} năm {year}"


def dialled(sentence: str, hotlines: Iterable[str]) -> set[str]:
    """Return the numbers said digit by digit; hotlines as long as a year are known without «gọi» before them."""
    return phone_numbers(sentence) | {number for number in hotlines if len(number) > 3}


def vietnamese_for_the_ear(sentence: str, hotlines: Iterable[str]) -> str:
    """Return a Vietnamese sentence with its figures in words; telephone numbers digit by digit."""
    for number in telephone_numbers(sentence):
        sentence = sentence.replace(number.written, number.digits)
    telephones = dialled(sentence, hotlines)
    text = MONTH.sub(month_words, DATE.sub(date_words, sentence))
    text = RANGE.sub(" đến ", text).replace("%", " phần trăm")

    def words(found: re.Match[str]) -> str:
        """Say one number."""
        return f" {digit_by_digit(found[0]) if found[0] in telephones else number_words(found[0])} "

    said = tidy(NUMBER.sub(words, text))
    return said[:1].upper() + said[1:] if sentence[:1].isdigit() else said


def can_be_spoken(sentence: str) -> bool:
    """Tell whether a sentence for the ear holds words only."""
    return WORD.search(sentence) is not None and UNSPEAKABLE.search(sentence) is None and balanced(sentence)


def has_digits(sentence: str) -> bool:
    """Tell whether figures stand in a sentence for the ear: the speaker must be told how to say them."""
    return any(letter.isdigit() for letter in sentence)


def syllables(sentence: str) -> int:
    """Return how many syllables are said: one for each word between spaces, one for each figure."""
    parts = sentence.split()
    figures = sum(letter.isdigit() for letter in sentence)
    return figures + sum(1 for part in parts if any(letter.isalpha() for letter in part))
