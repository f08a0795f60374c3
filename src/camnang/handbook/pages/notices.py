"""What a page or picture must say about itself: approval, and the state of its translation."""

from __future__ import annotations

from typing import Final

from camnang.handbook.dates import written
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Page
from camnang.handbook.project import Settings

# What a machine reads of a draft (AI Law 134/2025, Article 11): in pages' heads, among the keywords of prints.
DRAFT_MARK: Final = "translation-status: draft-from-sources, not-checked-by-native-speaker"


def approval_notice(facts: Facts, settings: Settings) -> str:
    """Return who approved the handbook, or in Vietnamese that it is a draft."""
    return settings.approved_by or facts.words[facts.original.code]["draft_notice"]


def draft_notice(language: Language, facts: Facts) -> str:
    """Return in Vietnamese that what is written in a language is a draft."""
    said = facts.words[facts.original.code]["draft_translation"].lower()
    return f"{language.description[:1].upper()}{language.description[1:]}: {said}"


def translation_mark(page: Page) -> str:
    """Return what a machine reads of a draft translation, '' where the text is none."""
    return DRAFT_MARK if page.translation.state == "draft" else ""


def translation_notices(page: Page, facts: Facts) -> tuple[str, ...]:
    """Return what a draft translation says of itself: in its own language, then in Vietnamese."""
    if page.translation.state != "draft":
        return ()
    own, vietnamese = facts.words[page.language.code], draft_notice(page.language, facts)
    return (own["draft_translation"], vietnamese) if own.has("draft_translation") else (vietnamese,)


def notices(page: Page, facts: Facts, settings: Settings) -> tuple[str, ...]:
    """Return the small lines at a picture's foot."""
    checked = f"{facts.words[page.language.code]['checked']} {written(page.details.reviewed.isoformat())}"
    return (*translation_notices(page, facts), approval_notice(facts, settings), checked)
