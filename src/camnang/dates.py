"""Dates as Vietnamese readers write them."""

from __future__ import annotations


def written(date: str) -> str:
    """Return an ISO date or month as «24/11/2026» or «11/2026»; other dates stay as the source gives them."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return date
    return "/".join(str(int(part)) for part in reversed(parts))
