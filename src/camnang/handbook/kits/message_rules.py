"""What is wrong with a message whoever writes it, each letter counted and named as it is sent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from camnang.files.letters import name_of, strange_letters
from camnang.handbook.facts.data_numbers import confirmed
from camnang.handbook.kits.sms_traps import SmsTrap, is_plain, traps_in
from camnang.handbook.kits.text_message import ONE_PART, septets
from camnang.handbook.telephone_numbers import telephone_numbers
from camnang.handbook.written_addresses import links_in

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

MOST_SHOWN: Final = 12  # a message with accents that was meant without them
BLANK: Final = re.compile(r"[^\S ]")
# What Word writes for what is typed.
TYPED: Final = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("–—−", "-"),
    "…": "...",
    "•": "-",
}


@dataclass(frozen=True)
class Problem:
    """A rule that a message breaks; all but the place of the message."""

    rule: RuleId
    found: str
    expected: str
    repair: str


def place_of(text: str, place: int) -> str:
    """Return where a sign stands, as one finds it: at an end, or by its number from 1."""
    if not text[place + 1 :].strip():
        return "ở cuối tin"
    return "ở đầu tin" if not text[:place].strip() else f"ở ký tự thứ {place + 1}"


def blank_problems(text: str) -> Iterator[Problem]:
    """Blanks that are not the space bar's count, and nobody sees them."""
    named = [f"{name_of(match[0])} {place_of(text, match.start())}" for match in BLANK.finditer(text)]
    if named:
        yield Problem(
            rule="sms-dau-an",
            found=f"có {', '.join(dict.fromkeys(named))}",
            expected="chỉ dấu cách của phím cách",
            repair="xoá cả khoảng trống ở chỗ ấy, gõ lại bằng phím cách; ở đầu hay cuối tin thì xoá hẳn",
        )


def letter_problems(text: str) -> Iterator[Problem]:
    """Letters of old fonts, look-alikes, unseen ones, and marks written apart from their letters."""
    whole = unicodedata.normalize("NFC", text)
    if whole != text:
        yield Problem(
            rule="sms-dau-an",
            found=f"dấu viết rời khỏi chữ (Unicode tổ hợp), tốn thêm {len(text) - len(whole)} ký tự",
            expected="mỗi chữ có dấu là một ký tự (Unicode dựng sẵn)",
            repair="chép tin (Ctrl+C), bấm Ctrl+Shift+F6 của UniKey, đổi «Unicode tổ hợp» ra «Unicode», rồi dán lại",
        )
    strange = [each for each in strange_letters(whole) if not each.text.isspace()]
    for advice in dict.fromkeys(each.advice for each in strange):
        named = [f"{each.said} {place_of(whole, each.start)}" for each in strange if each.advice == advice]
        yield Problem(
            rule="chu-la",
            found=f"chữ lạ {', '.join(dict.fromkeys(named))}",
            expected="chữ Unicode, chỉ chữ cái và dấu câu của tiếng Việt, Tày, Nùng",
            repair=advice,
        )


def link_problems(text: str) -> Iterator[Problem]:
    """Readers learn never to follow an address from a message."""
    for link in links_in(text):
        yield Problem(
            rule="sms-co-duong-dan",
            found=f"có đường dẫn «{link}»",
            expected="tin không đường dẫn",
            repair="bỏ đường dẫn; nếu là hết câu thì thêm dấu cách sau dấu chấm",
        )


def trap_problems(text: str, traps: Iterable[SmsTrap]) -> Iterator[Problem]:
    """Words that mean something else once their accents are gone."""
    for trap in traps_in(text, traps):
        yield Problem(
            rule="sms-de-nham",
            found=f"«{trap.plain}» đọc ra {' / '.join(trap.meanings)}",
            expected="chữ không dấu chỉ một nghĩa",
            repair=f"viết «{trap.instead}»",
        )


def instead_of(letter: str) -> str:
    """Return what is written for a letter in a message without accents, '' when only leaving it out helps."""
    if letter in TYPED or letter.isspace():
        return TYPED.get(letter, " ")
    bare = unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))[0]
    return bare if bare.isascii() and bare.isprintable() else ""


def dear_letters(text: str) -> Iterator[str]:
    """Yield each sign that makes a message dear, with its place and what to write."""
    for place, letter in enumerate(text):
        if septets(letter) is None:
            other = instead_of(letter)
            name = f"«{letter}»" if letter.isprintable() and not unicodedata.combining(letter) else name_of(letter)
            yield f"{name} {place_of(text, place)} ({f'viết «{other}»' if other else 'xoá'})"


def alphabet_problems(text: str) -> Iterator[Problem]:
    """One sign outside GSM-7 makes a message without accents cost twice as much."""
    named = list(dear_letters(text))
    if named:
        more = f" và {len(named) - MOST_SHOWN} chỗ nữa" if len(named) > MOST_SHOWN else ""
        yield Problem(
            rule="sms-co-dau",
            found=f"tin không dấu tốn gấp đôi vì {', '.join(named[:MOST_SHOWN])}{more}",
            expected=f"chỉ chữ không dấu, {ONE_PART['GSM-7']} ký tự một tin, không phải {ONE_PART['UCS-2']}",
            repair="sửa từng chỗ như trên; hoặc viết cả tin có dấu",
        )


def content_problems(text: str, traps: Iterable[SmsTrap]) -> Iterator[Problem]:
    """Yield what no message may hold, whatever its alphabet."""
    yield from link_problems(text)
    yield from blank_problems(text)
    yield from trap_problems(text, traps)


def number_problems(text: str, allowed: Collection[str]) -> Iterator[Problem]:
    """A message gives no number but those that somebody has confirmed; a kit's are told with its page."""
    for digits in dict.fromkeys(number.digits for number in telephone_numbers(text)):
        if digits not in allowed:
            yield Problem(
                rule="so-dien-thoai-la",
                found=f"có số điện thoại {digits}",
                expected=confirmed(allowed),
                repair=f"bỏ số này, chỉ ghi {', '.join(sorted(allowed))}",
            )


def message_problems(text: str, traps: Iterable[SmsTrap], allowed: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with a message that no page was read for, but its length."""
    yield from content_problems(text, traps)
    yield from number_problems(text, allowed)
    yield from letter_problems(text)
    if is_plain(text):
        yield from alphabet_problems(text)
