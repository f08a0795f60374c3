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


# A day or a month, also the last of a span: «2025-11-13», «2025-11-13–14», «2025-09..10».
DATE: Final = re.compile(r"(?<![\d-])(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:(?:–|\.\.)(\d{1,2}))?(?![\d-])")
DIVIDED: Final = re.compile(r"\s+/\s+")  # between dates: beside «6/1/2026» it would be read as a part


def as_readers_write(match: re.Match[str]) -> str:
    """Return one date that `DATE` found with the smallest part first; the last of a span stands beside the first."""
    year, month, day, last = match.groups()
    parts = [part for part in (day, month) if part]
    until = f"–{int(last)}" if last else ""
    return "/".join((f"{int(parts[0])}{until}", *(str(int(part)) for part in parts[1:]), year))


@lru_cache(maxsize=1000)
def written(date: str) -> str:
    """Return dates as readers write them: «24/11/2026», «11/2026»; several with semicolons, words as they are."""
    return DATE.sub(as_readers_write, DIVIDED.sub("; ", date))


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
