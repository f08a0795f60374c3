from __future__ import annotations

from dataclasses import replace

from camnang.handbook.facts.translated_data import TranslatedData
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.sheets.quiz import MAX_QUESTIONS, colouring_sheet, quiz_sheet

QUIZ, HOME = ("thu-tai", "vi"), ("", "vi")


def in_tay(handbook: Handbook, entries: dict[str, dict[str, str]]) -> Handbook:
    data = TranslatedData(translation="draft", source="0" * 12, translator="", reviewer="", entries=entries)
    facts = replace(handbook.facts, translated_data={("tyz", "quiz"): data})
    tay = replace(handbook.pages[QUIZ], language=facts.language("tyz"))
    return Handbook(facts, {**handbook.pages, ("thu-tai", "tyz"): tay})


def test_only_childrens_questions_are_asked(handbook: Handbook, shared_project: Project) -> None:
    content = quiz_sheet(handbook.pages[QUIZ], handbook, read_settings(shared_project))
    asked = [(each.text, each.answer, each.is_true, each.via) for each in content.questions]
    assert asked == [("Cô giáo phát giấy mời họp.", "Thật", True, "Gặp mặt")]


def test_a_question_is_asked_in_the_language_that_has_it(handbook: Handbook, shared_project: Project) -> None:
    settings = read_settings(shared_project)
    with_words = in_tay(handbook, {"giay-hop": {"text": "Slấy slư hẩư chỉa.", "why": "Slấy slư hẩư tó nả."}})
    question = quiz_sheet(with_words.pages["thu-tai", "tyz"], with_words, settings).questions[0]
    assert (question.text, question.language) == ("Slấy slư hẩư chỉa.", "tyz")
    without = in_tay(handbook, {})
    question = quiz_sheet(without.pages["thu-tai", "tyz"], without, settings).questions[0]
    assert (question.text, question.language) == ("Cô giáo phát giấy mời họp.", "vi")


def test_a_sheet_holds_no_more_questions_than_it_has_room_for(handbook: Handbook, shared_project: Project) -> None:
    child = next(each for each in handbook.facts.quiz if each.level == "tre-em")
    many = tuple(child.model_copy(update={"id": f"cau-{n}"}) for n in range(MAX_QUESTIONS + 3))
    full = replace(handbook, facts=replace(handbook.facts, quiz=many))
    assert len(quiz_sheet(full.pages[QUIZ], full, read_settings(shared_project)).questions) == MAX_QUESTIONS


def test_the_picture_to_colour_describes_itself(handbook: Handbook, shared_project: Project) -> None:
    content = colouring_sheet(handbook.pages[HOME], handbook, read_settings(shared_project))
    assert "cúp máy" in content.scene
    assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in content.notices
