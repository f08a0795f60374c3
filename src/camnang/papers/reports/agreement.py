"""Whether the answers of one form agree with each other (the rules of `data/reporting.yml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from camnang.handbook.facts.reporting import NeedsRule, PartRule, Question, Reporting, Rule, SumRule, names_of
from camnang.papers.reports.layout import answer_key

Answers = Mapping[str, int | str]


@dataclass(frozen=True)
class Disagreement:
    """Answers that contradict each other; `key` is the one to look at first."""

    key: str
    found: str
    expected: str
    repair: str


def number(answers: Answers, key: str) -> int:
    """Return a number; 0 for a text or nothing."""
    value = answers.get(key, 0)
    return value if isinstance(value, int) else 0


def said(answers: Answers, key: str) -> bool:
    """Tell whether something was reported: a number above 0, «Có», or words."""
    value = answers.get(key, "")
    return bool(value) and value != "Không"


def by_language(question: Question, answers: Answers, reporting: Reporting) -> Disagreement | None:
    """The languages of a line add up to its total."""
    total = number(answers, question.id)
    parts = [number(answers, answer_key(question, language)) for language in reporting.languages]
    if sum(parts) == total:
        return None
    added = " + ".join(map(str, parts))
    return Disagreement(
        question.id,
        f"{question.code} ghi {total}, các tiếng cộng lại {added} = {sum(parts)}",
        "cộng các tiếng bằng ô tổng",
        "sửa ô tổng hoặc ô của tiếng",
    )


def sum_problem(rule: SumRule, answers: Answers, reporting: Reporting) -> Disagreement | None:
    """The parts add up to the total."""
    total, parts = number(answers, rule.total), [number(answers, part) for part in rule.parts]
    if sum(parts) == total:
        return None
    codes = " + ".join(reporting.question(part).code for part in rule.parts)
    found = f"{reporting.question(rule.total).code} ghi {total}, {codes} = {sum(parts)}"
    return Disagreement(rule.total, found, rule.why, f"sửa cho {codes} bằng {reporting.question(rule.total).code}")


def part_problem(rule: PartRule, answers: Answers, reporting: Reporting) -> Disagreement | None:
    """The part is not larger than the whole."""
    part, whole = number(answers, rule.part), number(answers, rule.whole)
    if part <= whole:
        return None
    small, large = reporting.question(rule.part).code, reporting.question(rule.whole).code
    found = f"{small} ghi {part}, lớn hơn {large} ghi {whole}"
    return Disagreement(rule.part, found, rule.why, f"xem lại {small} và {large}")


def needs_problem(rule: NeedsRule, answers: Answers, reporting: Reporting) -> Disagreement | None:
    """What was reported has what it needs."""
    if not said(answers, rule.when) or said(answers, rule.needs):
        return None
    first, second = reporting.question(rule.when).code, reporting.question(rule.needs).code
    found = f"đã ghi {first}, còn {second} trống hoặc bằng 0"
    return Disagreement(rule.needs, found, rule.why, f"điền {second}, hoặc xem lại {first}")


def problem(rule: Rule, answers: Answers, reporting: Reporting) -> Disagreement | None:
    """Return how answers break a rule."""
    if isinstance(rule, SumRule):
        return sum_problem(rule, answers, reporting)
    if isinstance(rule, PartRule):
        return part_problem(rule, answers, reporting)
    return needs_problem(rule, answers, reporting)


def language_keys(question: Question, reporting: Reporting) -> set[str]:
    """Return the keys of a line's total and languages."""
    return {question.id, *(answer_key(question, language) for language in reporting.languages)}


def disagreements(answers: Answers, reporting: Reporting) -> Iterator[Disagreement]:
    """Yield every contradiction between answers that are there; a rule that lacks one of its answers says nothing."""
    for question in reporting.questions:
        whole = question.by_language and language_keys(question, reporting) <= answers.keys()
        if whole and (found := by_language(question, answers, reporting)):
            yield found
    for rule in reporting.rules:
        if set(names_of(rule)) <= answers.keys() and (found := problem(rule, answers, reporting)):
            yield found
