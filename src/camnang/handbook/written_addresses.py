"""The addresses in a message: what a telephone turns into a link, and what a reader would type as one.

Readers learn never to follow an address from a message, so no message of ours holds one.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from publicsuffixlist import PublicSuffixList

SCHEME: Final = re.compile(r"\b(?:[a-z][a-z0-9+-]*://|h(?:tt|xx)ps?\s*[:/]|mailto:|www\s?\.)\S*", re.IGNORECASE)
# It begins where such letters begin, else a long line of them would be looked through from each of its letters.
MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
DOTTED: Final = re.compile(r"(?<![\w@.-])(?:\w[\w-]*\.)+\w[\w-]*(?:[/:?#]\S*)?")
# «caobang . gov . vn» hides a link from a telephone, not from a reader; after a sentence no space is before the dot.
SPACED: Final = re.compile(r"(?<![\w@.-])\w[\w-]*(?:\s+\.\s*\w[\w-]*)+")
# «caobang. gov. vn»: two endings of the list that stand together, such as gov.vn.
SPACED_AFTER: Final = re.compile(
    r"(?<![\w@.-])\w[\w-]*\s*\.\s*(?:com|edu|gov|net|org)\s*\.\s*[a-z]{2}(?![\w-])", re.IGNORECASE
)
SPELLED: Final = re.compile(
    r"\s*(?:[(\[{]\s*(?:\.|dot|chấm|cham)\s*[)\]}]|\bchấm(?=\s+(?:vn|com|net|org|gov)\b))\s*", re.IGNORECASE
)
V4: Final = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}(?![\w,]|\.\d)")
V6: Final = re.compile(r"(?<![\w:.])\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]?(?![\w:])", re.IGNORECASE)
WHOLE_NUMBER_ADDRESS: Final = re.compile(r"(?<![\w.,/])(?:\d{8,10}|0x[0-9a-f]{8})/[a-z]\S*", re.IGNORECASE)
MONEY: Final = re.compile(r"\s*(?:đ|d|₫|đồng|dong|vnd|vnđ)(?!\w)", re.IGNORECASE)
# «H.Ba Bể», «P.Tân Giang»: a place's or a person's title, with a name behind it.
TITLES: Final = frozenset(
    (
        "B",
        "BS",
        "Bs",
        "C",
        "CA",
        "DS",
        "GS",
        "H",
        "KP",
        "Mr",
        "Ms",
        "N",
        "P",
        "PGS",
        "Q",
        "T",
        "TP",
        "TS",
        "Tp",
        "Ts",
        "TT",
        "TX",
        "Th",
        "ThS",
        "X",
        "Đ",
        "ĐC",
        "Ô",
    )
)
# Dots of other scripts, which browsers take for dots (IDNA, UTS 46).
DOTS: Final = str.maketrans("。．｡․", "....")


@cache
def suffixes() -> PublicSuffixList:
    """Return the endings of all registries in the world, as the package carries them."""
    return PublicSuffixList(accept_unknown=False, only_icann=True)


def plain(text: str) -> str:
    """Return a text without letters that are not seen, with one kind of letters and of dots."""
    seen = "".join(letter for letter in text.translate(DOTS) if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", SPELLED.sub(".", seen))


def is_title_with_name(labels: list[str]) -> bool:
    """Tell whether two words with a dot are a title and the name behind it."""
    return len(labels) == 2 and labels[0] in TITLES and labels[1][:1].isupper() and not labels[1][1:].isupper()


def is_host(name: str) -> bool:
    """Tell whether words with dots between them end as the name of a host somewhere in the world does."""
    labels = name.split(".")
    if len(labels) < 2 or is_title_with_name(labels):
        return False
    return suffixes().publicsuffix(name.lower()) is not None


def host_of(found: str) -> str:
    """Return what stands before the path of an address, without spaces."""
    return re.split(r"[/:?#]", "".join(found.split()), maxsplit=1)[0].rstrip("-")


def names(text: str) -> Iterator[str]:
    """Yield what ends as the name of a host does."""
    for pattern in (DOTTED, SPACED, SPACED_AFTER):
        for match in pattern.finditer(text):
            if is_host(host_of(match[0])):
                yield match[0]


def is_number(text: str, kind: Callable[[str], object]) -> bool:
    """Tell whether a text is an address of a machine in figures."""
    try:
        kind(text.strip("[]"))
    except ValueError:
        return False
    return True


def figures(text: str) -> Iterator[str]:
    """Yield addresses in figures; an amount of money is none."""
    for match in V4.finditer(text):
        if is_number(match[0], ipaddress.IPv4Address) and not MONEY.match(text, match.end()):
            yield match[0]
    for match in V6.finditer(text):
        if is_number(match[0], ipaddress.IPv6Address) and len(match[0].strip("[]:")) > 1:
            yield match[0]
    yield from (match[0] for match in WHOLE_NUMBER_ADDRESS.finditer(text))


def links_in(text: str) -> tuple[str, ...]:
    """Return every address in a message, each once, without those that are a part of another."""
    seen = plain(text)
    whole = [match[0] for pattern in (SCHEME, MAIL) for match in pattern.finditer(seen)]
    found = dict.fromkeys(link.rstrip(".,;:!?)»”\"'") for link in (*whole, *names(seen), *figures(seen)))
    return tuple(link for link in found if not any(link != other and link in other for other in found))
