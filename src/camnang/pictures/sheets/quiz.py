"""What children's sheets say: «Thật hay lừa?» to tick, the picture to colour, bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from camnang.handbook.facts.quiz import Level, Question
from camnang.handbook.facts.words import Words
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.project import Settings
from camnang.pictures.sheets.handouts import Calls, Handout, calls, handout_words
from camnang.pictures.sheets.parts import Lead, Slogan
from camnang.pictures.sheets.sheet import lead, slogan

CHILDREN: Level = "tre-em"
PUPILS: Final = "hoc-sinh"  # in the audience of a page
BOOKMARKS: Final = 5  # on a sheet
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


@dataclass(frozen=True)
class TickQuestion:
    """A question to tick with its answer and the language of both; `art` names the drawing of how it comes."""

    via: str
    art: str
    text: str
    why: str
    answer: str
    is_true: bool
    language: str


@dataclass(frozen=True, kw_only=True)
class QuizSheet(Handout):
    """The quiz to tick: questions first, answers on the second page."""

    campaign: str
    slogan: Slogan
    task: str
    boxes: tuple[str, ...]
    fields: tuple[str, ...]
    answers: str
    answers_for: str
    questions: tuple[TickQuestion, ...]


@dataclass(frozen=True, kw_only=True)
class ColouringSheet(Handout):
    """The picture to colour; `scene` tells it to those who do not see it."""

    campaign: str
    slogan: Slogan
    scene: str
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bookmark(Handout):
    """Whether it is true or a trick, the three acts, whom a child calls; a scene for each strip."""

    slogan: Slogan
    calls: Calls
    leads: tuple[Lead, ...]


def question(asked: Question, own: Mapping[str, str], code: str, original: str, words: Words) -> TickQuestion:
    """Return a question in the language `code`, in Vietnamese (`original`) where `own` lacks its words."""
    translated = "text" in own and "why" in own
    return TickQuestion(
        via=words[f"via_{asked.via.replace('-', '_')}"],
        art=VIA_ART[asked.via],
        text=own["text"] if translated else asked.text,
        why=own["why"] if translated else asked.why,
        answer=words["quiz_true" if asked.answer == "that" else "quiz_scam"],
        is_true=asked.answer == "that",
        language=code if translated else original,
    )


def questions(handbook: Handbook, code: str) -> tuple[TickQuestion, ...]:
    """Return the children's questions in their order."""
    facts = handbook.facts
    data = facts.translated_data.get((code, "quiz"))
    entries = data.entries if data else {}
    original, words = facts.original.code, facts.words[code]
    asked = [each for each in facts.quiz if each.level == CHILDREN][:MAX_QUESTIONS]
    return tuple(question(each, entries.get(each.id, {}), code, original, words) for each in asked)


def quiz_sheet(page: Page, handbook: Handbook, settings: Settings) -> QuizSheet:
    """Return what the quiz to tick says, questions first, answers on the second page."""
    words = handbook.facts.words[page.language.code]
    return QuizSheet(
        **handout_words(page, handbook, settings, page.title),
        heading=page.title,
        campaign=words["campaign"],
        slogan=slogan(words),
        task=words["quiz_tick"],
        boxes=(words["quiz_true"], words["quiz_scam"]),
        fields=(words["pupil_name"], words["pupil_class"]),
        answers=words["quiz_key"],
        answers_for=words["quiz_answers_for"],
        questions=questions(handbook, page.language.code),
    )


def colouring_sheet(page: Page, handbook: Handbook, settings: Settings) -> ColouringSheet:
    """Return what the picture to colour says; the drawing itself has no words."""
    words = handbook.facts.words[page.language.code]
    return ColouringSheet(
        **handout_words(page, handbook, settings, words["colouring"]),
        heading=words["colouring"],
        campaign=words["campaign"],
        slogan=slogan(words),
        scene=words["colouring_scene"],
        fields=(words["pupil_name"], words["pupil_class"]),
    )


def scams_for(audience: str, handbook: Handbook) -> list[Page]:
    """Return the Vietnamese pages of all scams, those that an audience meets first."""
    scams = handbook.of_kind(Kind.SCAM, handbook.facts.original.code)
    return sorted(scams, key=lambda page: audience not in page.details.audience)


def bookmark_sheet(page: Page, handbook: Handbook, settings: Settings) -> Bookmark:
    """Return what the bookmarks say."""
    words = handbook.facts.words[page.language.code]
    return Bookmark(
        **handout_words(page, handbook, settings, page.title),
        heading=page.title,
        slogan=slogan(words),
        calls=calls(handbook, words),
        leads=tuple(lead(scam, handbook) for scam in scams_for(PUPILS, handbook)[:BOOKMARKS]),
    )
