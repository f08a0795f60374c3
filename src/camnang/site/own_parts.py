"""What only pages of one kind show, made from the handbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from camnang.handbook.facts.hotlines import Hotlines
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.freshness import told_until
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.site.cards import page_card, warning_card
from camnang.site.context import SiteContext
from camnang.site.following import embed_boxes
from camnang.site.glossary_view import loan_views, term_views
from camnang.site.kit_view import kit_cards, kit_parts, kit_path, message_views, scam_card
from camnang.site.months_view import calendar_months, office_months
from camnang.site.office_files_view import office_groups
from camnang.site.office_view import office_of, office_view, room_cards
from camnang.site.plan_view import plan_sections, report_view
from camnang.site.quiz_view import quiz_levels
from camnang.site.views import parts
from camnang.site.views.cards import PageCard


def warned_scam(page: Page, language: Language, handbook: Handbook) -> PageCard | None:
    """Return the scam page that a warning belongs to."""
    if not page.details.scam:
        return None
    return page_card(handbook.served(scam_page(page.details.scam), language.code), language)


def warning_part(page: Page, language: Language, context: SiteContext) -> parts.WarningPart:
    """Return what only a warning shows."""
    return parts.WarningPart(warning_card(page, language), warned_scam(page, language, context.handbook))


def glossary_part(_: Page, language: Language, context: SiteContext) -> parts.GlossaryPart:
    """Return what only the page of hard words shows."""
    facts = context.handbook.facts
    return parts.GlossaryPart(term_views(facts, language), loan_views(facts, language))


def kit_page(page: Page, language: Language, context: SiteContext) -> parts.KitPage:
    """Return what only a communicator's kit shows."""
    return parts.KitPage(kit_parts(page), scam_card(page, language, context.handbook))


def outreach_part(page: Page, language: Language, context: SiteContext) -> parts.OutreachPart:
    """Return what only the door of the communicators' room shows."""
    offices, tools = room_cards(page, language, context.handbook)
    kits = kit_cards(context.handbook, language)
    return parts.OutreachPart(offices, tools, kits, report_view(language, context.handbook))


def office_part(page: Page, language: Language, context: SiteContext) -> parts.OfficePart:
    """Return what only an office's page shows."""
    handbook, office = context.handbook, office_of(page, context.handbook)
    return parts.OfficePart(
        office_view(office, language, handbook, context.offer),
        office_months(office, handbook, language, context.offer),
        report_view(language, handbook),
    )


def call_view(name: str, numbers: Hotlines) -> parts.CallView:
    """Return the number with a role, else the place with that label."""
    hotline = next((each for each in numbers.numbers if each.role == name), None)
    return parts.CallView(hotline.label if hotline else name, hotline)


def situation_part(page: Page, _: Language, context: SiteContext) -> parts.SituationPart | None:
    """Return what only an emergency page shows."""
    numbers, threat = context.handbook.facts.hotlines, page.details.threat
    if threat is None:
        return None
    return parts.SituationPart(threat, tuple(call_view(name, numbers) for name in numbers.calls[threat]))


def calendar_part(_: Page, language: Language, context: SiteContext) -> parts.CalendarPart:
    """Return what only the year of posts shows."""
    months = calendar_months(context.handbook, language, context.offer)
    return parts.CalendarPart(months, report_view(language, context.handbook))


def plan_part(_: Page, language: Language, context: SiteContext) -> parts.PlanPart:
    """Return what only the page of the province's plan shows."""
    return parts.PlanPart(plan_sections(language, context.handbook), report_view(language, context.handbook))


def this_month_part(_: Page, language: Language, context: SiteContext) -> parts.ThisMonthPart:
    """Return the twelve months, that of the newest day of which the handbook tells first."""
    months = calendar_months(context.handbook, language, context.offer)
    begin = told_until(context.handbook).month - 1
    return parts.ThisMonthPart(months[begin:] + months[:begin])


OWN: Final[Mapping[Kind, Callable[[Page, Language, SiteContext], parts.OwnPart | None]]] = {
    Kind.SITUATION: situation_part,
    Kind.WARNING: warning_part,
    Kind.GLOSSARY: glossary_part,
    Kind.KIT: kit_page,
    Kind.SCAM: lambda page, language, context: parts.ScamPart(kit_path(page, language, context.handbook)),
    Kind.TRANSLATIONS: lambda page, language, context: parts.TranslationsPart(context.translation_tables),
    Kind.QUIZ: lambda page, language, context: parts.QuizPart(quiz_levels(context.handbook, language)),
    Kind.SMS_BANK: lambda page, language, context: parts.MessagesPart(message_views(context.handbook, language)),
    Kind.OUTREACH: outreach_part,
    Kind.OFFICE: office_part,
    Kind.CALENDAR: calendar_part,
    Kind.PLAN: plan_part,
    Kind.THIS_MONTH: this_month_part,
    Kind.OFFICE_FILES: lambda page, language, context: parts.OfficeFilesPart(
        office_groups(language.code, context.offer.office)
    ),
    Kind.EMBEDDING: lambda page, language, context: parts.EmbeddingPart(
        embed_boxes(context.handbook, context.settings)
    ),
}


def own_part(page: Page, language: Language, context: SiteContext) -> parts.OwnPart | None:
    """Return what only pages of the page's kind show, None where that is nothing."""
    return OWN[page.kind](page, language, context) if page.kind in OWN else None
