"""The campaign's year as dated entries, whatever the format of the file that holds them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from camnang.handbook.facts.campaign_calendar import WEEKS, CampaignDay, Reason, Span, Week
from camnang.handbook.facts.words import Words
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.page_files import kit_folder

MONDAY = 0  # of `datetime.date.weekday`
DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Entry:
    """What is done on a day; `id` stays when words change, `scam` and `path` (of its kit) may be ''.

    `why` is the reason of a week's post, or what to do on a day to remember.
    """

    id: str
    date: datetime.date
    act: str
    scam: str
    path: str
    why: str
    sources: tuple[str, ...]

    @property
    def title(self) -> str:
        """What a calendar prints on the day."""
        return f"{self.act}: {self.scam}" if self.scam else self.act


def kth_monday(year: int, month: int, k: int) -> datetime.date:
    """Return a month's first (1) to fourth (4) Monday; every month has four."""
    first = datetime.date(year, month, 1)
    ahead = (MONDAY - first.weekday()) % DAYS_OF_WEEK
    return first + datetime.timedelta(days=ahead + DAYS_OF_WEEK * (k - 1))


def months_in(span: Span) -> Iterator[tuple[int, int]]:
    """Yield year and month of every month that the span touches."""
    year, month = span.first.year, span.first.month
    while (year, month) <= (span.last.year, span.last.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def dates_of(day: CampaignDay, span: Span) -> Iterator[datetime.date]:
    """Yield the dates of a day to remember in the months of the span."""
    for year, month in months_in(span):
        if day.every_year and day.every_year.month == month:
            yield datetime.date(year, month, day.every_year.day)
        if month in day.months:
            yield datetime.date(year, month, 1)
    yield from day.dates


def week_entry(date: datetime.date, turn: int, week: Week, reason: Reason, handbook: Handbook) -> Entry:
    """Return what is posted in the week that begins on `date`; `turn` counts its posts from 0."""
    original = handbook.facts.original.code
    page = handbook.pages[scam_page(week.scam), original]
    act = handbook.facts.words[original][f"do_{week.material}"]
    name = f"tuan/{date.isoformat()}" + (f"/{turn + 1}" if turn else "")
    return Entry(name, date, act, page.title, f"{kit_folder(page.folder)}/", reason.why, reason.sources)


def week_entries(handbook: Handbook) -> Iterator[Entry]:
    """Yield the posts of every month of the span."""
    calendar = handbook.facts.calendar
    for year, month in months_in(calendar.span):
        theme = calendar.theme(month)
        reasons = {reason.scam: reason for reason in theme.scams}
        for number, week in enumerate(theme.weeks):
            turn, before = divmod(number, WEEKS)
            monday = kth_monday(year, month, before + 1)
            yield week_entry(monday, turn, week, reasons[week.scam], handbook)


def day_entries(handbook: Handbook) -> Iterator[Entry]:
    """Yield the days to remember."""
    calendar = handbook.facts.calendar
    for day in calendar.days:
        for date in dates_of(day, calendar.span):
            yield Entry(f"ngay/{day.id}/{date.isoformat()}", date, day.title, "", "", day.do, day.sources)


def entries(handbook: Handbook) -> tuple[Entry, ...]:
    """Return all entries of the span by date."""
    span = handbook.facts.calendar.span
    found = (*day_entries(handbook), *week_entries(handbook))
    return tuple(sorted((e for e in found if span.first <= e.date <= span.last), key=lambda e: (e.date, e.id)))


def weekday(date: datetime.date, words: Words) -> str:
    """Return the name of a date's day of the week."""
    return words["weekdays"].split(", ")[date.weekday()]
