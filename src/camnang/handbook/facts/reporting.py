"""What is reported and when (`data/reporting.yml`): periods, questions, and how answers must agree."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.languages import Language, read_all_languages
from camnang.handbook.facts.part import Part, Words

FILE: Final = "data/reporting.yml"


class FormMark(Part):
    """The form's title and version; a returned form of another version is not taken."""

    title: Words
    version: Words


class Years(Part):
    """The years that the form offers, both included."""

    first: int
    last: int


class Period(Part):
    """A reporting period; `before` is month and day: a report must come before that day [P01]."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+$")]
    name: Words
    before: Annotated[str, Field(pattern=r"^[0-9]{2}-[0-9]{2}$")]

    def deadline(self, year: int) -> datetime.date:
        """Return the first day that is late."""
        return datetime.date.fromisoformat(f"{year}-{self.before}")

    @property
    def said(self) -> str:
        """When a report is due, as people say it: «trước ngày 5/12»."""
        month, day = (int(part) for part in self.before.split("-"))
        return f"trước ngày {day}/{month}"


class Question(Part):
    """A line of the form; `most` is the largest number or the longest text, `short` its name in a chart."""

    id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    code: Annotated[str, Field(pattern=r"^[B-Z][0-9]+$")]
    text: Words
    short: str = ""
    unit: str = ""
    kind: Literal["so", "chon", "chu"] = "so"
    most: int = 0
    choices: tuple[str, ...] = ()
    by_language: bool = False

    @property
    def name(self) -> str:
        """The name by which a chart or a fault calls it."""
        return self.short or self.text.strip("– ")


class Group(Part):
    """Questions under one heading."""

    title: Words
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class SumRule(Part):
    """Parts that add up to a total."""

    total: str
    parts: tuple[str, ...]
    why: Words


class PartRule(Part):
    """A number that is not larger than another; with `share` the summary also says how much of it that is."""

    part: str
    whole: str
    why: Words
    share: bool = False


class NeedsRule(Part):
    """An answer that asks for another."""

    when: str
    needs: str
    why: Words


Rule = SumRule | PartRule | NeedsRule


class Charts(Part):
    """Which questions the summary draws: parts of one total, and material by language."""

    places: tuple[str, ...]
    languages: tuple[str, ...]


class ReportingFile(Part):
    """The file as it is written; `sent_to` is the office to which every report goes [P01]."""

    form: FormMark
    sent_to: Words
    years: Years
    periods: Annotated[tuple[Period, ...], Field(min_length=1)]
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    rules: tuple[Rule, ...]
    charts: Charts


class Reporting(ReportingFile):
    """The file with the languages of the handbook."""

    languages: tuple[Language, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question in the form's order."""
        return tuple(question for group in self.groups for question in group.questions)

    def question(self, name: str) -> Question:
        """Return the question with an id."""
        return next(question for question in self.questions if question.id == name)

    def period(self, name: str) -> Period | None:
        """Return the period with an id."""
        return next((period for period in self.periods if period.id == name), None)

    @property
    def wholes(self) -> Mapping[str, str]:
        """The questions of which a share is told, by the ids of their parts."""
        return {rule.part: rule.whole for rule in self.rules if isinstance(rule, PartRule) and rule.share}


def names_of(rule: Rule) -> tuple[str, ...]:
    """Return the ids of the questions that a rule is about."""
    if isinstance(rule, SumRule):
        return (rule.total, *rule.parts)
    return (rule.part, rule.whole) if isinstance(rule, PartRule) else (rule.when, rule.needs)


def reporting_faults(read: ReportingFile) -> Iterator[Fault]:
    """Ids and codes stand once, and what rules and charts name exists."""
    questions = [question for group in read.groups for question in group.questions]
    known = {question.id for question in questions}
    for names in ([question.id for question in questions], [question.code for question in questions]):
        for name, times in Counter(names).items():
            if times > 1:
                yield Fault(
                    path=FILE,
                    rule="trung-muc",
                    found=f"«{name}» có {times} lần",
                    expected="mỗi mã một dòng",
                    repair="đổi mã của một dòng",
                )
    named = {name for rule in read.rules for name in names_of(rule)}
    for name in sorted((named | {*read.charts.places, *read.charts.languages}) - known):
        yield Fault(
            path=FILE,
            rule="khong-co-ten-nay",
            found=f"«{name}» không phải mã của dòng nào",
            expected="một id ở «groups»",
            repair="sửa mã, hoặc bỏ dòng ấy",
        )
    for question in questions:
        if question.kind == "so" and question.most < 1:
            yield Fault(
                path=FILE,
                rule="thieu-truong",
                found=f"{question.code}: thiếu «most»",
                expected="số lớn nhất còn tin được",
                repair="thêm «most: …»",
            )


def checked_file(root: Path) -> ReportingFile:
    """Read the file alone; raise `FaultsError` when it is not there or something in it is wrong."""
    read: ReportingFile = read_yaml(root / FILE, ReportingFile, root)
    raise_if_any(reporting_faults(read))
    return read


def read_reporting_file(root: Path) -> ReportingFile | None:
    """Read the file alone, None when there is none; raise `FaultsError` when something in it is wrong."""
    return checked_file(root) if (root / FILE).is_file() else None


def read_reporting(root: Path) -> Reporting:
    """Read the file with the published languages; raise `FaultsError` when something in it is wrong."""
    read = checked_file(root)
    published = tuple(language for language in read_all_languages(root) if language.published)
    return Reporting(**dict(read), languages=published)
