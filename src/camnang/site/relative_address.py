"""An address as seen from a page."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit

MANY = 100_000  # addresses of a large site; every page links to the same ones again and again


@lru_cache(maxsize=MANY)
def parts(path: str) -> tuple[str, ...]:
    """Return the folders of a path; '..' never climbs above the root."""
    return tuple(part for part in posixpath.normpath(f"/{path}")[1:].split("/") if part)


@lru_cache(maxsize=MANY)
def is_elsewhere(path: str) -> bool:
    """Tell whether an address says itself where it leads, wherever it is seen from."""
    address = urlsplit(path)
    return bool(address.scheme or address.netloc) or path.startswith(("/", "#"))


def relative_address(path: str, page: str) -> str:
    """Return `path` as seen from the page at `page`, both from the site's root; other sites' addresses as they are.

    The root itself is '.' or '../..', without a slash at its end, as MkDocs' filter `url` writes it.
    """
    if is_elsewhere(path):
        return path
    own, other = parts(page), parts(path)
    common = len(posixpath.commonprefix([own, other]))
    found = "/".join((*[".."] * (len(own) - common), *other[common:])) or "."
    return f"{found}/" if path.endswith("/") else found
