"""The quiz, level by level."""

from __future__ import annotations

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.quiz import Level, Question
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook
from camnang.site.cards import page_card
from camnang.site.views.learning import QuestionView, QuizLevel

LEVELS: tuple[Level, ...] = ("nguoi-cao-tuoi", "nguoi-lon", "tre-em")


def question_view(question: Question, number: int, handbook: Handbook, language: Language) -> QuestionView:
    """Return a question with the card of the page that tells more."""
    page = handbook.served(scam_page(question.scam), language.code) if question.scam else None
    data = handbook.facts.translated_data.get((language.code, "quiz"))
    own = data.entries.get(question.id) if data else None
    words = own or {"text": question.text, "why": question.why}
    return QuestionView(
        id=question.id,
        number=number,
        via=f"via_{question.via.replace('-', '_')}",
        text=words["text"],
        is_scam=question.answer == "lua",
        why=words["why"],
        scam=page_card(page, language) if page else None,
        language=language.code if own else handbook.facts.original.code,
    )


def own_first(handbook: Handbook, language: Language) -> tuple[Level, ...]:
    """Return the levels, those that are translated into the reader's language first."""
    scope = handbook.facts.translation_scope
    translated = set(scope.quiz_levels) if (language.code, "quiz") in handbook.facts.translated_data else set()
    return tuple(sorted(LEVELS, key=lambda level: level not in translated))


def quiz_levels(handbook: Handbook, language: Language) -> tuple[QuizLevel, ...]:
    """Return the levels that have questions, numbered through."""
    found, number = [], 0
    for level in own_first(handbook, language):
        questions = [question for question in handbook.facts.quiz if question.level == level]
        views = tuple(
            question_view(each, number + place, handbook, language) for place, each in enumerate(questions, 1)
        )
        number += len(questions)
        found.append(QuizLevel(f"level_{level.replace('-', '_')}", views))
    return tuple(level for level in found if level.questions)
