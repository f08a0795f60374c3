"""What communicators get: kits, messages, offices, the year."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from camnang.site.views.cards import PageCard
from camnang.site.views.downloads import PackView
from camnang.site.views.files import OfficeFileView, UseGroup


@dataclass(frozen=True)
class Saying:
    """A text to copy, with a note of how long it is."""

    text: str
    note: str


@dataclass(frozen=True)
class KitPart:
    """A section of a kit: texts to copy, or a play as HTML with its running time."""

    id: str
    title: str
    sayings: tuple[Saying, ...]
    html: Markup
    running_time: str


@dataclass(frozen=True)
class KitCard:
    """A scam's kit in a list; `language` of the title."""

    title: str
    path: str
    pictogram: str
    language: str


@dataclass(frozen=True)
class MessageView:
    """A text message of the bank; `units` in septets or 16-bit units."""

    id: str
    scam: str
    path: str
    encoding: str
    units: int
    parts: int
    text: str
    date: str


@dataclass(frozen=True)
class ThingView:
    """One thing to do about a scam; `path` leads to what it takes, `key` names the interface word of that link.

    `week` is that of the month, from 1, or 0 where the month has no weeks.
    """

    act: str
    scam: PageCard
    key: str
    path: str
    week: int = 0


@dataclass(frozen=True)
class ReasonView:
    """A scam of a month and why then; `why` is HTML with its sources linked."""

    scam: PageCard
    why: Markup


@dataclass(frozen=True)
class DayView:
    """A day to remember; `date` as readers write it, '' for a whole month."""

    date: str
    title: str
    act: str


@dataclass(frozen=True)
class MonthView:
    """A month of the campaign; `things` are an office's three, or the posts of the four weeks."""

    number: int
    scams: tuple[str, ...]
    things: tuple[ThingView, ...]
    days: tuple[DayView, ...]
    reasons: tuple[ReasonView, ...] = ()


@dataclass(frozen=True)
class OfficeNameView:
    """A name in the plan and today's; `hedge` says how far to trust it, `sources` is HTML."""

    in_plan: str
    today: str
    hedge: str
    sources: Markup


@dataclass(frozen=True)
class TaskView:
    """A task of the province's plan with the pages that help with it."""

    section: str
    task: str
    pages: tuple[PageCard, ...]


@dataclass(frozen=True)
class PlanSectionView:
    """A section of the plan with its tasks."""

    section: str
    title: str
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True)
class DeadlineView:
    """When a report is due; `before` is month and day («12-05»), `said` the same in words."""

    name: str
    before: str
    said: str


@dataclass(frozen=True)
class ReportView:
    """Where reports go and when, and the page that has the form."""

    sent_to: str
    deadlines: tuple[DeadlineView, ...]
    page: PageCard


@dataclass(frozen=True)
class OfficeView:
    """What an office's page shows from the data: its tasks, its names, its packs and slides, the year's files."""

    tasks: tuple[TaskView, ...]
    names: tuple[OfficeNameView, ...]
    packs: tuple[PackView, ...]
    decks: tuple[UseGroup, ...]
    calendar: tuple[OfficeFileView, ...] = ()
