"""The year as an iCalendar file (RFC 5545): days without hours, no alarms, the same bytes for the same data."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event

from camnang.handbook.dates import NOON
from camnang.handbook.permanent_ids import permanent_id
from camnang.handbook.project import Settings
from camnang.papers.posting_calendar.entries import Entry

MAKER = "-//Cao Bang//Lich tuyen truyen//VI"
ONE_DAY = datetime.timedelta(days=1)


def description(entry: Entry, settings: Settings, notice: str) -> str:
    """Return why, by which sources, where the words are, and who approved it."""
    why = " ".join((entry.why, *(f"[{source}]" for source in entry.sources)))
    address = settings.address(entry.path) if entry.path else ""
    return "\n".join(part for part in (why, address, f"{notice}.") if part)


def event(entry: Entry, stamp: datetime.date, settings: Settings, notice: str) -> Event:
    """Return an entry as an event of a whole day, which leaves the day free for other things."""
    made = Event()
    made.add("uid", permanent_id(f"lich/{entry.id}"))
    made.add("dtstamp", datetime.datetime.combine(stamp, NOON).astimezone(datetime.UTC))
    made.add("dtstart", entry.date)
    made.add("dtend", entry.date + ONE_DAY)
    made.add("summary", entry.title, parameters={"LANGUAGE": "vi"})
    made.add("description", description(entry, settings, notice), parameters={"LANGUAGE": "vi"})
    made.add("transp", "TRANSPARENT")
    return made


def ics_bytes(
    listed: Iterable[Entry], title: str, stamp: datetime.date, settings: Settings, notice: str = ""
) -> bytes:
    """Return entries as a calendar with the name `title`; `stamp` is when its words were last changed."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)  # RFC 7986
    calendar.add("x-wr-calname", title)  # what Google, Apple and Outlook read
    for entry in listed:
        calendar.add_component(event(entry, stamp, settings, notice))
    made: bytes = calendar.to_ical()
    return made
