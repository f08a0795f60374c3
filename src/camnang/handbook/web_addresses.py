"""The one place that says what an address is: of the site itself, of the web, of a number, or of something unsafe."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

# RFC 3986, 3.1; browsers leave out control characters and spaces before and inside a scheme.
SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]")
NUMBER_SCHEMES: Final = frozenset({"tel", "sms"})
WEB_SCHEMES: Final = frozenset({"http", "https"})
# What a telephone makes a link of in a text: a scheme, «www.», or a name of hosts that ends as sites of today end.
ENDINGS: Final = (
    "vn|com|net|org|info|biz|ly|gl|cc|io|ai|app|asia|bid|cf|click|club|cn|eu|fun|ga|gd|gq|group|help|icu|ink|ist"
    "|life|link|live|mobi|ml|online|page|pro|pw|ru|shop|site|space|store|sv|support|tech|tel|tk|top|tv|uk|us"
    "|vip|website|win|work|world|ws|xin|xyz|zone"
)
# Endings that are words too, without accents: «chuyen tien.To mat» leads nowhere, «t.me/ten» does.
ENDINGS_BEFORE_A_PATH: Final = "co|is|me|name|one|to"
IN_TEXT: Final = re.compile(
    rf"[a-z][a-z0-9+.-]*://|\bwww\.|(?<![\w.-])(?:[a-z0-9-]+\.)+(?:(?:{ENDINGS})(?![\w-])|(?:{ENDINGS_BEFORE_A_PATH})/)"
    r"|\b(?:\d{1,3}\.){3}\d{1,3}(?=[/:])|\bh(?:tt|xx)ps?:",
    re.IGNORECASE,
)


class Kind(Enum):
    """Where an address leads."""

    OWN = "a place of the site, by a path or an anchor"
    WEB = "a site of the web"
    NUMBER = "a telephone"
    OTHER = "anything else: a script, data, a file, a mailbox"


def kind_of(address: str) -> Kind:
    """Return where an address leads, as a browser reads it."""
    plain = UNSEEN.sub("", address)
    if plain.replace("\\", "/").startswith("//"):
        return Kind.WEB
    scheme = SCHEME.match(plain)
    if scheme is None:
        return Kind.OWN
    name = scheme[1].lower()
    if name in WEB_SCHEMES:
        return Kind.WEB
    return Kind.NUMBER if name in NUMBER_SCHEMES else Kind.OTHER


def number_in(address: str) -> str:
    """Return the digits of a telephone's address: «tel:113» has '113'."""
    return re.sub(r"\D", "", address.partition(":")[2].partition("?")[0])


def has_address(text: str) -> bool:
    """Tell whether a text holds an address that a telephone would make a link of."""
    return IN_TEXT.search(text) is not None
