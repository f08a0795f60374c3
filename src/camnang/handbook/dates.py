"""Dates as Vietnamese readers write them, and as programs want them."""

from __future__ import annotations

import datetime
from functools import lru_cache

# What has a day and no hour: noon in Vietnam is the same day everywhere that people read and listen.
NOON = datetime.time(12, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))


def at_noon(day: datetime.date) -> datetime.datetime:
    """Return noon of a day in Vietnam."""
    return datetime.datetime.combine(day, NOON)


@lru_cache(maxsize=1000)
def written(date: str) -> str:
    """Return an ISO date or month as «24/11/2026» or «11/2026»; other dates stay as the source gives them."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return date
    return "/".join(str(int(part)) for part in reversed(parts))
