"""The one place that says where an address leads: to the site itself, the web, a number, or something unsafe.

Addresses that stand in a message's words are found by `kits.message_links`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

# RFC 3986, 3.1; browsers leave out control characters and spaces before and inside a scheme.
SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]")
NUMBER_SCHEMES: Final = frozenset({"tel", "sms"})
WEB_SCHEMES: Final = frozenset({"http", "https"})


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
