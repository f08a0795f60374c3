"""What the accepted returns say together."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.handbook.facts.reporting import Question, Reporting
from camnang.papers.reports.agreement import number
from camnang.papers.reports.gathering import Gathered
from camnang.papers.reports.layout import answer_key


@dataclass(frozen=True)
class Column:
    """A figure of every unit; `language` is its name where the figure is of one language."""

    key: str
    question: Question
    language: str = ""


@dataclass(frozen=True)
class Story:
    """A way of working that a unit wants to tell."""

    unit: str
    text: str


def columns(reporting: Reporting) -> tuple[Column, ...]:
    """Return all figures in the form's order, each total before its languages."""
    found = []
    for question in reporting.questions:
        if question.kind == "so":
            found.append(Column(question.id, question))
            if question.by_language:
                found += [
                    Column(answer_key(question, language), question, language.short_name)
                    for language in reporting.languages
                ]
    return tuple(found)


def totals(gathered: Gathered) -> dict[str, int]:
    """Return the sum of each figure over the returns that count."""
    counted = gathered.accepted.values()
    return {
        column.key: sum(number(each.answers, column.key) for each in counted)
        for column in columns(gathered.asked.reporting)
    }


def stories(gathered: Gathered) -> tuple[Story, ...]:
    """Return what units tell, in the order of the units."""
    texts = [question.id for question in gathered.asked.reporting.questions if question.kind == "chu"]
    accepted = gathered.accepted
    told = ((unit, accepted[unit.id].answers) for unit in gathered.asked.units if unit.id in accepted)
    return tuple(
        Story(unit.full_name, str(answers[key])) for unit, answers in told for key in texts if answers.get(key)
    )
