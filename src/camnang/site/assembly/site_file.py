"""One file of the site, and one that may not have to be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SiteFile:
    """`path` from the site's root; `content` is the bytes, or the file that has them."""

    path: str
    content: bytes | Path


@dataclass(frozen=True)
class Outlook:
    """How to tell without a key, which takes time to work out, that a file stands on what it stood on last time.

    `ground` returns a hash over all that decides the key, given the names of what was read for it last time; `key`
    works the key out and returns it, with the names of what it read for that.
    """

    ground: Callable[[Iterable[str]], str]
    key: Callable[[], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Step:
    """A file that `make` makes; the same `key` gives the same bytes, without a key it is made each time.

    Where there is an `outlook`, the key is asked of that.
    """

    path: str
    make: Callable[[], bytes]
    key: str = ""
    outlook: Outlook | None = None


# Sees to a step and returns the mark of the file's bytes, as the service worker knows it.
Settle = Callable[[Step], str]


def key_of(*inputs: object) -> str:
    """Return a hash over all that shapes a file, by what the inputs say of themselves."""
    found = hashlib.sha256()
    for each in inputs:
        found.update(repr(each).encode() + b"\0")
    return found.hexdigest()[:32]
