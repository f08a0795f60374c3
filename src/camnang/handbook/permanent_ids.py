"""Ids that programs keep: of feeds' entries and of calendar events."""

from __future__ import annotations

import uuid

ID_PREFIX = "cam-nang-chong-lua-dao"


def permanent_id(name: str) -> str:
    """Return an id that stays when the site moves (RFC 4122, version 5; RFC 4287 wants an IRI)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{ID_PREFIX}/{name}").urn
