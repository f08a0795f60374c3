"""An address as seen from a page."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit


def parts(path: str) -> list[str]:
    """Return the folders of a path; '..' never climbs above the root."""
    return [part for part in posixpath.normpath(f"/{path}")[1:].split("/") if part]


def relative_address(path: str, page: str) -> str:
    """Return `path` as seen from the page at `page`, both from the site's root; other sites' addresses as they are.

    The root itself is '.' or '../..', without a slash at its end, as MkDocs' filter `url` writes it.
    """
    address = urlsplit(path)
    if address.scheme or address.netloc or path.startswith(("/", "#")):
        return path
    own, other = parts(page), parts(path)
    common = len(posixpath.commonprefix([own, other]))
    found = "/".join([".."] * (len(own) - common) + other[common:]) or "."
    return f"{found}/" if path.endswith("/") else found
