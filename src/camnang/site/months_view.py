"""The campaign's twelve months: what an office does in each, and what everybody posts week by week."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup, escape

from camnang.handbook.dates import written
from camnang.handbook.facts.campaign_calendar import MONTHS, WEEKS, CampaignCalendar, CampaignDay, Theme
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.offices import Act, Material, Office
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.page_files import kit_folder
from camnang.handbook.pages.rendering import link_sources
from camnang.made.offer import Offer
from camnang.site.cards import page_card
from camnang.site.views.outreach import DayView, MonthView, ReasonView, ThingView

THINGS_A_MONTH = 3
NEEDED_MOST = 3  # scams at the head of an office's list
FILES = "#tai-ve"  # where a scam's page lists what was drawn
SLIDES = "#lay-ve"  # where an office's page lists its slides
# Where a scam's kit has the words for a material.
KIT_SECTIONS: dict[Material, str] = {
    "loudspeaker": "#loa-30",
    "sms": "#sms",
    "post": "#bai-dang",
    "questions": "#cau-hoi",
    "words": "",
}


def source_marks(sources: Iterable[str]) -> Markup:
    """Return marks of sources as HTML that leads to the list at the page's end."""
    return Markup(link_sources("".join(f" [{source}]" for source in sources)))  # noqa: S704 (HTML of our own)


def material_path(material: Material, page: Page, language: Language, handbook: Handbook, offer: Offer) -> str:
    """Return where the words or files for a material are; slides stand on the office's own page."""
    if material == "slides":
        return SLIDES
    if material == "poster":
        return page.path_in(language) + (FILES if page.details.id in offer.drawn_pages else "")
    return kit_address(material, page, language, handbook)


def kit_address(material: Material, page: Page, language: Language, handbook: Handbook) -> str:
    """Return where a scam's kit has a material: the Vietnamese kit where the reader's language leaves it out."""
    section = KIT_SECTIONS[material]
    folder = kit_folder(page.folder)
    kit = handbook.pages.get((folder, language.code))
    has_none = kit is not None and section and section.removeprefix("#") not in kit.sections
    prefix = handbook.facts.original.url_prefix if has_none else language.url_prefix
    return f"{prefix}{folder}/{section}"


def thing(act: Act, slug: str, handbook: Handbook, language: Language, offer: Offer) -> ThingView:
    """Return an act with the scam that it is about."""
    page = handbook.served(scam_page(slug), language.code)
    path = material_path(act.material, page, language, handbook, offer)
    return ThingView(act.do, page_card(page, language), f"take_{act.material}", path)


def scams_for(office: Office, theme: Theme) -> tuple[str, ...]:
    """Return the month's scams that suit an office, else one of the three that it needs most, by turns."""
    shared = tuple(reason.scam for reason in theme.scams if reason.scam in office.scams)
    return shared or (office.scams[(theme.month - 1) % min(NEEDED_MOST, len(office.scams))],)


def acts_for(office: Office, month: int) -> tuple[Act, ...]:
    """Return three of an office's acts, beginning with another one each month."""
    acts = office.acts_in(month)
    return tuple(acts[(month - 1 + step) % len(acts)] for step in range(THINGS_A_MONTH))


def date_in(day: CampaignDay, month: int, calendar: CampaignCalendar) -> str | None:
    """Return a day's date in a month as readers write it, '' for the whole month, None where it has none to show."""
    if day.every_year:
        return f"{day.every_year.day}/{day.every_year.month}"
    if day.months:
        return "" if day.months != MONTHS else None
    shown = (date for date in day.dates if date.month == month and calendar.span.first <= date <= calendar.span.last)
    return next(map(written, map(datetime.date.isoformat, shown)), None)


def days_of(calendar: CampaignCalendar, month: int) -> tuple[DayView, ...]:
    """Return the days to remember in a month; what comes every month is said on the calendar's page."""
    dated = ((date_in(day, month, calendar), day) for day in calendar.days_in(month))
    return tuple(DayView(date, day.title, day.do) for date, day in dated if date is not None)


def office_months(office: Office, handbook: Handbook, language: Language, offer: Offer) -> tuple[MonthView, ...]:
    """Return an office's three things in each month."""
    calendar, found = handbook.facts.calendar, []
    for theme in calendar.themes:
        scams, acts = scams_for(office, theme), acts_for(office, theme.month)
        things = tuple(
            thing(act, scams[index % len(scams)], handbook, language, offer) for index, act in enumerate(acts)
        )
        titles = tuple(dict.fromkeys(each.scam.title for each in things))
        found.append(MonthView(theme.month, titles, things, days_of(calendar, theme.month)))
    return tuple(found)


def calendar_month(theme: Theme, handbook: Handbook, language: Language, offer: Offer) -> MonthView:
    """Return a month with its reasons and the posts of its four weeks."""
    words = handbook.facts.words[handbook.facts.original.code]
    acts = (Act(do=words[f"do_{week.material}"], material=week.material) for week in theme.weeks)
    things = (thing(act, week.scam, handbook, language, offer) for act, week in zip(acts, theme.weeks, strict=True))
    weekly = tuple(replace(each, week=number % WEEKS + 1) for number, each in enumerate(things))
    pages = {reason.scam: handbook.served(scam_page(reason.scam), language.code) for reason in theme.scams}
    reasons = tuple(
        ReasonView(page_card(pages[reason.scam], language), escape(reason.why) + source_marks(reason.sources))
        for reason in theme.scams
    )
    titles = tuple(reason.scam.title for reason in reasons)
    return MonthView(theme.month, titles, weekly, days_of(handbook.facts.calendar, theme.month), reasons)


def calendar_months(handbook: Handbook, language: Language, offer: Offer) -> tuple[MonthView, ...]:
    """Return the whole year week by week."""
    return tuple(calendar_month(theme, handbook, language, offer) for theme in handbook.facts.calendar.themes)
