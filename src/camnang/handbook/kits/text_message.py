"""How large a text message is: GSM 7-bit septets or UCS-2 units, and the parts that an operator charges.

3GPP TS 23.038 (alphabets) and TS 23.040 (parts: a header of 6 bytes is left out of each part of several).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import gsm0338

Encoding = Literal["GSM-7", "UCS-2"]

CODEC = gsm0338.Codec()
ONE_PART = {"GSM-7": 160, "UCS-2": 70}
EACH_OF_SEVERAL = {"GSM-7": 153, "UCS-2": 67}
# What the campaign sends: an operator charges each part of each message.
MOST_PARTS: Mapping[Encoding, int] = {"GSM-7": 1, "UCS-2": 2}


@dataclass(frozen=True)
class MessageSize:
    """A message's alphabet, its length in septets or in 16-bit units, and its parts."""

    encoding: Encoding
    units: int
    parts: int


@cache
def septets(text: str) -> int | None:
    """Return the septets of a text in the basic and extension tables, None when a letter is in neither."""
    try:
        return len(CODEC.encode(text)[0])
    except UnicodeEncodeError:
        return None


def ucs2_units(text: str) -> int:
    """Return the 16-bit units of a text; a letter outside the basic plane takes two."""
    return len(text.encode("utf-16-be")) // 2


def foreign_letters(text: str) -> str:
    """Return the letters that keep a text from being sent as GSM 7-bit, each once."""
    return "".join(letter for letter in dict.fromkeys(text) if septets(letter) is None)


def letter_units(text: str, encoding: Encoding) -> Iterator[int]:
    """Yield how many units each letter takes; a letter's units never lie in two parts."""
    return (len(CODEC.encode(letter)[0]) if encoding == "GSM-7" else ucs2_units(letter) for letter in text)


def parts_of(units: Iterator[int], most: int) -> int:
    """Return how many parts of `most` units letters fill: one that does not fit whole begins the next part."""
    parts, filled = 1, 0
    for count in units:
        parts, filled = (parts, filled + count) if filled + count <= most else (parts + 1, count)
    return parts


def size_of(text: str) -> MessageSize:
    """Return the size of a message as a telephone would send it, with every sign, seen or not."""
    found = septets(text)
    encoding: Encoding = "UCS-2" if found is None else "GSM-7"
    units = ucs2_units(text) if found is None else found
    several = units > ONE_PART[encoding]
    return MessageSize(
        encoding, units, parts_of(letter_units(text, encoding), EACH_OF_SEVERAL[encoding]) if several else 1
    )
