"""What only pages of one kind show; `PageView.own` holds one of these, or None."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.handbook.facts.hotlines import Hotline, Threat
from camnang.site.views.cards import PageCard, WarningCard
from camnang.site.views.files import OfficeGroup
from camnang.site.views.following import EmbedBox
from camnang.site.views.learning import LoanView, QuizLevel, TermView
from camnang.site.views.outreach import (
    KitCard,
    KitPart,
    MessageView,
    MonthView,
    OfficeView,
    PlanSectionView,
    ReportView,
)
from camnang.site.views.translations import TranslationTable


@dataclass(frozen=True)
class CallView:
    """Whom to call: a number, or a place without one (`hotline` None), whose `label` is a key of interface words."""

    label: str
    hotline: Hotline | None


@dataclass(frozen=True)
class SituationPart:
    """An emergency page: whom to call, the first one first."""

    threat: Threat
    calls: tuple[CallView, ...]


@dataclass(frozen=True)
class ScamPart:
    """A scam's page: the address of its kit, '' when it has none."""

    kit_path: str


@dataclass(frozen=True)
class WarningPart:
    """A warning: when, where, and the scam that it belongs to."""

    card: WarningCard
    scam: PageCard | None


@dataclass(frozen=True)
class GlossaryPart:
    """The page of hard words: their meanings, and the loans of a language."""

    terms: tuple[TermView, ...]
    loans: tuple[LoanView, ...]


@dataclass(frozen=True)
class KitPage:
    """A communicator's kit: its texts, and the scam that it is about."""

    parts: tuple[KitPart, ...]
    scam: PageCard


@dataclass(frozen=True)
class OutreachPart:
    """The door of the communicators' room."""

    offices: tuple[PageCard, ...]
    tools: tuple[PageCard, ...]
    kits: tuple[KitCard, ...]
    report: ReportView | None


@dataclass(frozen=True)
class OfficePart:
    """An office's page: its tasks, what it takes, its twelve months, its reports."""

    office: OfficeView
    months: tuple[MonthView, ...]
    report: ReportView | None


@dataclass(frozen=True)
class PlanPart:
    """The page of the province's plan: who does what, and where reports go."""

    sections: tuple[PlanSectionView, ...]
    report: ReportView | None


@dataclass(frozen=True)
class CalendarPart:
    """The year of posts."""

    months: tuple[MonthView, ...]
    report: ReportView | None


@dataclass(frozen=True)
class ThisMonthPart:
    """The scams of the month: twelve months, the one that is on first."""

    months: tuple[MonthView, ...]


@dataclass(frozen=True)
class MessagesPart:
    """The bank of messages."""

    messages: tuple[MessageView, ...]


@dataclass(frozen=True)
class OfficeFilesPart:
    """The list of office files."""

    groups: tuple[OfficeGroup, ...]


@dataclass(frozen=True)
class QuizPart:
    """The quiz, level by level."""

    levels: tuple[QuizLevel, ...]


@dataclass(frozen=True)
class TranslationsPart:
    """How far each language is."""

    tables: tuple[TranslationTable, ...]


@dataclass(frozen=True)
class EmbeddingPart:
    """The boxes for other sites."""

    boxes: tuple[EmbedBox, ...]


OwnPart = (
    SituationPart
    | ScamPart
    | WarningPart
    | GlossaryPart
    | KitPage
    | OutreachPart
    | OfficePart
    | CalendarPart
    | ThisMonthPart
    | PlanPart
    | MessagesPart
    | OfficeFilesPart
    | QuizPart
    | TranslationsPart
    | EmbeddingPart
)
