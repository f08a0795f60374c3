"""The form as rows, before any program draws it: what stands where, and which cells are to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.reporting import Question, Reporting

CODE, TEXT, UNIT, ANSWER = "Mã", "Nội dung", "Đơn vị tính", "Tổng số"
HEAD_ROW: Final = 4
VERSION_LABEL: Final = "Mẫu số: "
UNIT_CODE, PERIOD_CODE, YEAR_CODE, DATE_CODE = "A1", "A2", "A3", "A4"
IDENTITY_TITLE: Final = "Đơn vị và kỳ"
IDENTITY: Final = {
    UNIT_CODE: "Đơn vị (chọn trong danh sách)",
    PERIOD_CODE: "Kỳ báo cáo (chọn)",
    YEAR_CODE: "Năm (chọn)",
    DATE_CODE: "Ngày gửi, dạng ngày/tháng/năm",
}


@dataclass(frozen=True)
class FormRow:
    """A row of the form; `question` is None for the unit, the period, the year and the day of sending."""

    kind: Literal["group", "answer"]
    place: int
    code: str
    text: str
    question: Question | None = None

    @property
    def divided(self) -> bool:
        """Whether the row has a cell for each language."""
        return self.question is not None and self.question.by_language

    @property
    def wide(self) -> bool:
        """Whether the answer takes the columns of the languages too."""
        return self.question is None or self.question.kind != "so"


def language_heads(languages: tuple[Language, ...]) -> tuple[str, ...]:
    """Return the heads of the languages' columns."""
    return tuple(language.description[:1].upper() + language.description[1:] for language in languages)


def heads(reporting: Reporting) -> tuple[str, ...]:
    """Return the heads of all columns."""
    return (CODE, TEXT, UNIT, ANSWER, *language_heads(reporting.languages))


def answer_key(question: Question, language: Language | None = None) -> str:
    """Return the name of an answer: «ap_phich», or «ap_phich.tyz» for one language."""
    return f"{question.id}.{language.code}" if language else question.id


def contents(reporting: Reporting) -> Iterator[tuple[str, str, Question | None]]:
    """Yield code, text and question of each row; a group has no code."""
    yield "", IDENTITY_TITLE, None
    for code, text in IDENTITY.items():
        yield code, text, None
    for group in reporting.groups:
        yield "", group.title, None
        for question in group.questions:
            yield question.code, question.text, question


def form_rows(reporting: Reporting) -> tuple[FormRow, ...]:
    """Return the rows below the heads, with their places on the sheet (from 1)."""
    return tuple(
        FormRow("answer" if code else "group", place, code, text, question)
        for place, (code, text, question) in enumerate(contents(reporting), start=HEAD_ROW + 1)
    )
