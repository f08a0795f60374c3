"""What children's sheets say: «Thật hay lừa?» to tick, the picture to colour, bookmarks."""

from __future__ import annotations

from camnang.handbook.facts.quiz import Level, Question
from camnang.handbook.facts.words import Words
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.project import Settings
from camnang.pictures.sheets.handouts import frame
from camnang.pictures.sheets.values import Sheet

CHILDREN: Level = "tre-em"
# Two columns of four leave room for print that a child of eight reads.
MAX_QUESTIONS = 8
VIA_ART = {
    "goi-dien": "phone-call",
    "tin-nhan": "message",
    "zalo": "message",
    "trang-web": "laptop",
    "gap-mat": "teacher",
    "app": "game",
}


def question(asked: Question, own: dict[str, str], code: str, original: str, words: Words) -> Sheet:
    """Return a question in the language `code`, in Vietnamese (`original`) where `own` lacks its words."""
    translated = "text" in own and "why" in own
    answer = words["quiz_true" if asked.answer == "that" else "quiz_scam"]
    return {
        "via": words[f"via_{asked.via.replace('-', '_')}"],
        "art": VIA_ART[asked.via],
        "text": own["text"] if translated else asked.text,
        "why": own["why"] if translated else asked.why,
        "answer": answer,
        "is_true": asked.answer == "that",
        "language": code if translated else original,
    }


def questions(handbook: Handbook, code: str) -> list[Sheet]:
    """Return the children's questions in their order."""
    facts = handbook.facts
    data = facts.translated_data.get((code, "quiz"))
    entries = data.entries if data else {}
    asked = [each for each in facts.quiz if each.level == CHILDREN][:MAX_QUESTIONS]
    return [question(each, entries.get(each.id, {}), code, facts.original.code, facts.words[code]) for each in asked]


def quiz_sheet(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what the quiz to tick says, questions first, answers on the second page."""
    words = handbook.facts.words[page.language.code]
    return {
        **frame(page, handbook, settings, page.title),
        "heading": page.title,
        "task": words["quiz_tick"],
        "boxes": [words["quiz_true"], words["quiz_scam"]],
        "fields": [words["pupil_name"], words["pupil_class"]],
        "answers": words["quiz_key"],
        "answers_for": words["quiz_answers_for"],
        "questions": questions(handbook, page.language.code),
    }


def colouring_sheet(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what the picture to colour says; the drawing itself has no words."""
    words = handbook.facts.words[page.language.code]
    return {
        **frame(page, handbook, settings, words["colouring"]),
        "heading": words["colouring"],
        "scene": words["colouring_scene"],
        "fields": [words["pupil_name"], words["pupil_class"]],
    }


def bookmark_sheet(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what the bookmarks say: whether it is true or a trick, the three acts, whom a child calls."""
    return {**frame(page, handbook, settings, page.title), "heading": page.title}
