"""The year as an iCalendar file (RFC 5545): days without hours, no alarms, the same bytes for the same data."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Final

from icalendar import Calendar, Event, vText

from camnang.handbook.dates import NOON
from camnang.handbook.permanent_ids import permanent_id
from camnang.handbook.project import Settings
from camnang.papers.posting_calendar.entries import Entry

MAKER = "-//Cao Bang//Lich tuyen truyen//VI"
ONE_DAY = datetime.timedelta(days=1)
LINE_BREAK: Final = re.compile(r"\r\n?|\n")
# RFC 5545, 3.1: a line may hold no control character but the tab; UTF-8 has no half of a pair of surrogates.
NOT_CARRIED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
BYTE_ORDER_MARK: Final = "\ufeff"
ESCAPED: Final = re.compile(r"[\\;,]")


def carried(text: str) -> str:
    """Return what a calendar can hold of `text`, which is all that a reader sees.

    A line break is LF, another control character a blank; a byte order mark, which readers drop at will, is left out.
    """
    return NOT_CARRIED.sub(" ", LINE_BREAK.sub("\n", text.replace(BYTE_ORDER_MARK, "")))


class Text(vText):
    """Words whose every character comes back by RFC 5545, 3.3.11; a `vText` makes of a typed `\\N` a line break."""

    def to_ical(self) -> bytes:
        """Return the words as they stand in a file, before its lines are folded."""
        return ESCAPED.sub(r"\\\g<0>", carried(self)).replace("\n", r"\n").encode()


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
    made.add("summary", Text(entry.title), parameters={"LANGUAGE": "vi"})
    made.add("description", Text(description(entry, settings, notice)), parameters={"LANGUAGE": "vi"})
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
    calendar.add("name", Text(title))  # RFC 7986
    calendar.add("x-wr-calname", Text(title))  # what Google, Apple and Outlook read
    for entry in listed:
        calendar.add_component(event(entry, stamp, settings, notice))
    made: bytes = calendar.to_ical()
    return made
