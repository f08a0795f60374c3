"""The one place that says which letters a text in Vietnamese, Tày or Nùng may hold, and what each other one is.

Others come from old encodings (TCVN3, VNI, VPS), from other alphabets that look alike, or are not seen at all.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

VOWELS: Final = "aăâeêioôơuưy"
TONES: Final = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SPACES: Final = "\n\t\u00a0"
# Printable ASCII, and the signs that people and Word write; the fonts of `design/` have all but the boxes.
SIGNS: Final = frozenset(string.digits + string.punctuation + " «»“”‘’–—−…•·×÷±°²³½¼¾€₫§©®™≤≥☐☑")
# Characters without width that programs leave behind; the soft hyphen is none, in TCVN3 it is the letter ư.
UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
# What looks like a letter of ours and is another: Icelandic eth, African d, Cyrillic and Greek capitals and smalls.
LOOK_ALIKES: Final[Mapping[int, str]] = {
    ord(other): own
    for others, owns in (
        ("ðÐɖƉ", "đĐđĐ"),
        ("аеорсухіјѕԁһԛԝ", "aeopcyxijsdhqw"),
        ("АВЕЅІЈКМНОРСТУХҮԌ", "ABESIJKMHOPCTYXYG"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν", "ABEZHIKMNOPTYXoav"),
    )
    for other, own in zip(others, owns, strict=True)
}
# TCVN3 writes ô as «, â as ©, đ as ®, Đ as §: a sign inside a word, or one with which a word begins.
OLD_SIGN: Final = re.compile("[«»®©§]")
# VNI writes tones and hats as letters after a plain vowel, in pairs that Vietnamese does not have.
VNI_PAIR: Final = re.compile("[aeiouyAEIOUY][âÂõÕùÙ]")
NO_PAIRS: Final = frozenset({"aâ", "eâ", "oâ", *(vowel + tone for vowel in "aeiouy" for tone in "õù")})
# What Git leaves between two versions of a line that it could not join.
CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)

Kind = Literal["control", "unseen", "look-alike", "legacy", "lost", "private", "symbol", "letter"]

NAMES: Final[Mapping[str, str]] = {
    "\x00": "ký tự NUL",
    "\t": "dấu Tab",
    "\u00ad": "dấu nối ẩn",
    "\u00a0": "dấu cách không ngắt",
    "\u200b": "dấu cách rộng bằng không",
    "\u200c": "dấu ngắt nối ẩn",
    "\u200d": "dấu nối ẩn giữa hai chữ",
    **dict.fromkeys("\u2002\u2003\u2009\u200a\u202f\u3000", "dấu cách khác cỡ"),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c", "dấu ẩn đổi hướng viết"),
    "\u200e": "dấu ẩn «viết từ trái sang phải»",
    "\u200f": "dấu ẩn «viết từ phải sang trái»",
    "\u2028": "dấu xuống dòng ẩn",
    "\u2029": "dấu sang đoạn ẩn",
    "\u2060": "dấu cấm ngắt dòng ẩn",
    "\ufeff": "dấu đầu tệp (BOM) nằm giữa chữ",
    "\ufffd": "dấu thế chỗ chữ đã hỏng",
    "ð": "chữ ð của tiếng Iceland, trông như đ",
    "Ð": "chữ Ð của tiếng Iceland, trông như Đ",
}
ADVICE: Final[Mapping[Kind, str]] = {
    "control": "xoá cả từ có ký tự ấy rồi gõ lại; chép từ Word hay PDF thì dán dạng «chỉ giữ chữ» (Keep Text Only)",
    "unseen": "mắt không thấy ký tự này: xoá cả từ ấy rồi gõ lại",
    "look-alike": "xoá chữ ấy, gõ lại bằng bộ gõ tiếng Việt",
    "legacy": "chữ gõ bằng phông .VnTime hay VNI thì đổi sang Unicode: chép đoạn ấy (Ctrl+C), bấm Ctrl+Shift+F9 của"
    " UniKey, rồi dán lại; tên nước ngoài thì viết không dấu",
    "lost": "chữ gốc đã mất khi lưu sai mã: mở bản gốc, chép lại đoạn ấy, lưu với mã UTF-8",
    "private": "chữ này chỉ có trong một phông riêng: xoá, gõ lại bằng bộ gõ Unicode",
    "symbol": "bỏ dấu ấy, hoặc viết bằng chữ",
    "letter": "gõ lại bằng chữ cái tiếng Việt, Tày hoặc Nùng",
}


@dataclass(frozen=True)
class StrangeLetter:
    """A letter or piece of a text that does not belong there; `start` counts characters from 0."""

    text: str
    start: int
    kind: Kind

    @property
    def said(self) -> str:
        """What an editor is told it is: «dấu nối ẩn U+00AD»."""
        if len(self.text) > 1 or self.kind == "legacy":
            return f"«{self.text}» (kiểu chữ TCVN3 hoặc VNI)"
        return name_of(self.text)

    @property
    def advice(self) -> str:
        """What an editor can do about it."""
        return ADVICE[self.kind]


def vietnamese_letters() -> frozenset[str]:
    """Return every letter of Vietnamese spelling in both cases, which Tày and Nùng use too."""
    toned = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    lower = "".join(toned) + string.ascii_lowercase + "đ"
    return frozenset(lower + lower.upper())


LETTERS: Final = vietnamese_letters()
ACCEPTED: Final = LETTERS | SIGNS | frozenset(SPACES)


def letters_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the characters of texts in both cases, for a language that has letters of its own."""
    joined = "".join(texts)
    return frozenset(joined + joined.upper())


def cleaned(text: str) -> str:
    """Return what a person meant to write: composed letters, single spaces, nothing unseen."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def as_meant(text: str) -> str:
    """Return a cleaned text with letters of ours in the place of those that only look alike, for names typed."""
    return cleaned(text.replace("\u00ad", "").translate(LOOK_ALIKES))


def kind_of(letter: str) -> Kind:
    """Return why a letter that is not accepted is none."""
    category = unicodedata.category(letter)
    if letter == "\ufffd":
        return "lost"
    if ord(letter) in LOOK_ALIKES:
        return "look-alike"
    by_category: Mapping[str, Kind] = {"Cc": "control", "Cf": "unseen", "Zl": "control", "Zp": "control"}
    by_category = {**by_category, "Co": "private", "Cn": "private", "Cs": "control", "Zs": "unseen"}
    if category in by_category:
        return by_category[category]
    if "\x80" <= letter <= "\u02ff" or letter in "‰Œœ†‡ƒ‹›„‚ˆ˜":
        return "legacy" if letter.isalpha() or letter in "¨´¸¹µ¶ª¬¯º¼½¾¡¢£¤¥¦‰†‡‹›„‚" else "symbol"
    return "letter" if category[0] in "LM" else "symbol"


@cache
def name_of(letter: str) -> str:
    """Return a letter's name for an editor, its code and, where it can be seen, the letter."""
    otherwise = "ký tự của một phông riêng" if unicodedata.category(letter) in {"Co", "Cn"} else "ký tự điều khiển"
    name = NAMES.get(letter) or unicodedata.name(letter, "") or otherwise
    code = f"U+{ord(letter):04X}"
    shown = f"«{letter}» " if letter.isprintable() and letter not in NAMES else ""
    return f"{shown}({name}, {code})" if shown else f"{name} {code}"


@cache
def not_accepted(known: frozenset[str]) -> re.Pattern[str]:
    """Return what finds the letters that are neither accepted nor `known`."""
    return re.compile("[^" + "".join(re.escape(letter) for letter in sorted(ACCEPTED | known)) + "]")


def is_in_a_word(text: str, place: int) -> bool:
    """Tell whether the sign at a place of a text is a letter of an old font: quotes stand at a word's edge."""
    before = text[place - 1 : place].isalpha()
    after = text[place + 1 : place + 2].isalpha()
    return before and after if text[place] in "«»" else before or after


def legacy_parts(text: str) -> Iterator[StrangeLetter]:
    """Yield what only old encodings write: each sign inside a word with its neighbours, and VNI's pairs."""
    for match in OLD_SIGN.finditer(text):
        place = match.start()
        if is_in_a_word(text, place):
            start = max(place - 1, 0)
            yield StrangeLetter(text[start : place + 2].strip(), start, "legacy")
    for match in VNI_PAIR.finditer(text):
        if match[0].lower() in NO_PAIRS:
            yield StrangeLetter(match[0], match.start(), "legacy")


def strange_letters(text: str, known: frozenset[str] = frozenset()) -> Iterator[StrangeLetter]:
    """Yield what does not belong in a text, in its order; `known` are letters that its language has besides."""
    odd = not_accepted(known).finditer(text)
    found = [StrangeLetter(match[0], match.start(), kind_of(match[0])) for match in odd]
    yield from sorted((*found, *legacy_parts(text)), key=lambda each: each.start)


def strange_parts(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return the letters and pieces of a cleaned text that the language does not have, each once."""
    return tuple(dict.fromkeys(each.text for each in strange_letters(text, known)))
