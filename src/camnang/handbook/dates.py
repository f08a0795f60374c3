"""The one place that says which dates can be, how readers write them, and how programs want them."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator

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


# Nothing that the handbook tells is older than the internet in Vietnam's homes, nothing is planned for after 2100.
EARLIEST, LATEST = datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)
AHEAD: Final = datetime.timedelta(days=31)  # a day further ahead than this is a year mistyped
ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def as_day(value: object) -> object:
    """Return a date as it was read; raise `ValueError` for text of another form, of which a library would guess."""
    if isinstance(value, datetime.date) or (isinstance(value, str) and ISO_DAY.fullmatch(value)):
        return value
    raise ValueError("ngày có thật, dạng năm-tháng-ngày: 2026-11-24")


def possible(day: datetime.date) -> datetime.date:
    """Return a day that can be; raise `ValueError` for one that nobody can have meant."""
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"ngày từ {EARLIEST} đến {LATEST}")
    return day


# A day in data and front matter.
Day = Annotated[datetime.date, BeforeValidator(as_day), AfterValidator(possible)]


def is_too_far_ahead(day: datetime.date, today: datetime.date) -> bool:
    """Tell whether what is said to have happened lies so far ahead that its year is mistyped."""
    return day > today + AHEAD
