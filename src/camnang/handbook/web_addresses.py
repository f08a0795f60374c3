"""The one place that says where an address leads: to the site itself, the web, a number, or something unsafe.

Addresses that stand in words are found by `written_addresses`.
"""

from __future__ import annotations

import ipaddress
import re
from enum import Enum
from typing import Final
from urllib.parse import SplitResult, urlsplit

# RFC 3986, 3.1; browsers leave out control characters and spaces before and inside a scheme.
SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]")
NUMBER_SCHEMES: Final = frozenset({"tel", "sms"})
WEB_SCHEMES: Final = frozenset({"http", "https"})
OF_A_PAGE: Final = re.compile(r"^https?://(?=[^/\\])", re.IGNORECASE)
HOST: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+")
# RFC 2606, 6761, 6762, 7686, 8375, 9476: names that no telephone outside finds; `.example` stays for trials.
NOWHERE: Final = (
    *(".localhost", ".localdomain", ".local", ".internal", ".lan", ".home", ".home.arpa", ".invalid", ".test"),
    *(".onion", ".alt", ".example.com", ".example.net", ".example.org"),
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


def parts_of(address: str) -> SplitResult | None:
    """Return an address in its parts, None when it has no scheme of the web, no host or no sound port."""
    if not OF_A_PAGE.match(address):
        return None
    try:
        found = urlsplit(address)
        return found if found.hostname and found.port != 0 else None
    except ValueError:
        return None


def host_in_ascii(name: str) -> str:
    """Return a host as machines write it, «bằng.vn» as «xn--bng-1kz.vn»; '' when it is no host."""
    try:
        return name.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def is_reached_from_outside(host: str) -> bool:
    """Tell whether a telephone outside the house finds a host."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return HOST.fullmatch(host) is not None and not f".{host}".endswith(NOWHERE) and not host[-1].isdigit()


def host_in(address: str) -> str:
    """Return the host of an address, with a scheme or without, or of a mailbox: small letters, or '' for none."""
    _, scheme, rest = address.partition("://")
    found = parts_of(f"https://{rest if scheme else address.removeprefix('mailto:')}")
    return (found.hostname or "") if found else ""
