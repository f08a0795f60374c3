"""What is spoken of in which month, and on which days (`data/campaign_calendar.yml`)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import read_yaml
from camnang.handbook.dates import EARLIEST, LATEST, Day
from camnang.handbook.facts.part import Part, Slug, Words
from camnang.handbook.facts.sources import SourceId

FILE = "data/campaign_calendar.yml"

MonthNumber = Annotated[int, Field(ge=1, le=12)]
PostedMaterial = Literal["poster", "loudspeaker", "sms", "post"]
MONTHS = tuple(range(1, 13))
WEEKS = 4  # Mondays that every month has
COMMON_YEAR = 2027  # any year without 29 February


class Reason(Part):
    """A scam of a month and, in one sentence, why it is spoken of then."""

    scam: Slug
    why: Words
    sources: tuple[SourceId, ...] = ()


class Week(Part):
    """What is posted in a week: a scam, and in which form."""

    scam: Slug
    material: PostedMaterial


class Theme(Part):
    """A month's scams and what its weeks post: the fifth post falls into the first week again, and so on."""

    month: MonthNumber
    scams: Annotated[tuple[Reason, ...], Field(min_length=1)]
    weeks: Annotated[tuple[Week, ...], Field(min_length=WEEKS)]


class YearlyDay(Part):
    """A day that is the same every year; 29 February is none."""

    month: MonthNumber
    day: Annotated[int, Field(ge=1, le=31)]

    @model_validator(mode="after")
    def exists(self) -> Self:
        """Refuse a day that some year does not have."""
        if self.day > monthrange(COMMON_YEAR, self.month)[1]:
            raise ValueError("một ngày năm nào cũng có, ví dụ {month: 8, day: 6}")
        return self


class CampaignDay(Part):
    """A day to remember: every year, on given `dates`, or from the first of given `months` on."""

    id: Slug
    title: Words
    do: Words
    every_year: YearlyDay | None = None
    dates: tuple[Day, ...] = ()
    months: tuple[MonthNumber, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def says_when_once(self) -> Self:
        """Refuse a day that tells its time not at all or in two ways."""
        if [bool(self.every_year), bool(self.dates), bool(self.months)].count(True) != 1:
            raise ValueError("đúng một trong every_year, dates, months")
        return self


class Span(Part):
    """The first and the last day that calendar files hold."""

    first: Day
    last: Day


class CampaignCalendar(Part):
    """The whole calendar; `stamp` is the day on which it was last changed (iCalendar's DTSTAMP)."""

    span: Span
    stamp: Day
    themes: tuple[Theme, ...] = ()
    days: tuple[CampaignDay, ...] = ()

    @property
    def reason_sources(self) -> tuple[str, ...]:
        """The sources of all reasons, sorted."""
        return tuple(sorted({source for theme in self.themes for reason in theme.scams for source in reason.sources}))

    @property
    def sources(self) -> frozenset[str]:
        """The sources of all reasons and days."""
        return frozenset(self.reason_sources) | {source for day in self.days for source in day.sources}

    def theme(self, month: int) -> Theme:
        """Return a month's theme; raise `KeyError` when there is none."""
        return {theme.month: theme for theme in self.themes}[month]

    def days_in(self, month: int) -> tuple[CampaignDay, ...]:
        """Return the days to remember that fall into a month, in whatever year, in the data's order."""
        return self.days_by_month.get(month, ())

    @cached_property
    def days_by_month(self) -> Mapping[int, tuple[CampaignDay, ...]]:
        """The days to remember that fall into each month; every office's page asks for twelve."""
        months = [(day, months_of(day)) for day in self.days]
        return {month: tuple(day for day, own in months if month in own) for month in MONTHS}


NO_CALENDAR = CampaignCalendar(span=Span(first=LATEST, last=EARLIEST), stamp=EARLIEST)


def months_of(day: CampaignDay) -> frozenset[int]:
    """Return the months in which a day falls."""
    yearly = {day.every_year.month} if day.every_year else set()
    return frozenset({*yearly, *(date.month for date in day.dates), *day.months})


def calendar_faults(calendar: CampaignCalendar) -> Iterator[Fault]:
    """Twelve months in their order; ids stand once; a span that ends after it begins; weeks of the month's scams."""
    months = tuple(theme.month for theme in calendar.themes)
    if months != MONTHS:
        found = f"các tháng: {', '.join(map(str, months))}"
        yield Fault(
            path=FILE,
            rule="lich-chien-dich-sai",
            found=found,
            expected="mười hai tháng, từ 1 đến 12",
            repair="thêm tháng còn thiếu, xếp lại",
        )
    if calendar.span.last < calendar.span.first:
        yield Fault(
            path=FILE,
            rule="lich-chien-dich-sai",
            found=f"span: {calendar.span.last} trước {calendar.span.first}",
            expected="first trước last",
            repair="đổi lại",
        )
    ids = [day.id for day in calendar.days]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield Fault(
            path=FILE,
            rule="trung-muc",
            found=f"ngày «{name}» có hai lần",
            expected="mỗi ngày một mã",
            repair="đổi một mã",
        )
    for theme in calendar.themes:
        yield from week_faults(theme)


def week_faults(theme: Theme) -> Iterator[Fault]:
    """A month's weeks post all scams of the month and no other."""
    named, posted = {reason.scam for reason in theme.scams}, {week.scam for week in theme.weeks}
    for name in sorted(named ^ posted):
        found = f"tháng {theme.month}: «{name}» chỉ có ở {'scams' if name in named else 'weeks'}"
        yield Fault(
            path=FILE,
            rule="lich-chien-dich-sai",
            found=found,
            expected="các tuần nói đủ các thủ đoạn của tháng",
            repair="sửa «scams» hoặc «weeks»",
        )


def read_campaign_calendar(root: Path) -> CampaignCalendar:
    """Read the calendar, an empty one when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return NO_CALENDAR
    calendar: CampaignCalendar = read_yaml(root / FILE, CampaignCalendar, root)
    raise_if_any(calendar_faults(calendar))
    return calendar
