"""The quiz and the hard words."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.site.views.cards import PageCard


@dataclass(frozen=True)
class QuestionView:
    """A question of the quiz; keys of interface words, the page that tells more, the language of its words."""

    id: str
    number: int
    via: str
    text: str
    is_scam: bool
    why: str
    scam: PageCard | None
    language: str


@dataclass(frozen=True)
class QuizLevel:
    """The questions for one kind of reader; `key` names the interface word."""

    key: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class TermView:
    """A hard word and its meaning; `language` is that of the meaning."""

    id: str
    term: str
    also: tuple[str, ...]
    meaning: str
    language: str


@dataclass(frozen=True)
class LoanView:
    """A Vietnamese word that a translation keeps, explained in Vietnamese."""

    word: str
    meaning: str
