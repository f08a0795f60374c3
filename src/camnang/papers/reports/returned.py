"""One returned file: who sent it, when, what it says, and everything that is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from camnang.files.letters import name_of
from camnang.handbook.facts.reporting import Period, Question, Reporting
from camnang.papers.office.file_kinds import SENT_AGAIN, OfficeFileError
from camnang.papers.office.workbook import GridCell, Reach, SheetGrid, sheet_grids
from camnang.papers.reports.agreement import disagreements
from camnang.papers.reports.answers import Understood, checked, choice, day, text, whole_number
from camnang.papers.reports.container import EXPECTED, refused, safe_package
from camnang.papers.reports.findings import Finding, Level, Problem, UnreadableError, about_file, in_order, quoted
from camnang.papers.reports.form_shape import (
    COPY_AGAIN,
    far_findings,
    hidden_findings,
    laid_findings,
    no_columns,
    row_findings,
    sheet_finding,
    span_findings,
    stray_findings,
    tab_findings,
    version_finding,
)
from camnang.papers.reports.form_sheet import FormSheet, form_sheet
from camnang.papers.reports.form_workbook import FORM_TAB
from camnang.papers.reports.layout import (
    ANSWER,
    DATE_CODE,
    PERIOD_CODE,
    UNIT_CODE,
    YEAR_CODE,
    FormRow,
    answer_key,
)
from camnang.papers.reports.unit_names import Likeness, match
from camnang.papers.reports.units import Unit, folded, spelled
from camnang.pictures.drawing.glyphs import missing_letters

MOST_NAMED: Final = 5  # letters in one message
CHOOSE: Final = "chọn tên trong danh sách của ô"
REACH: Final = Reach(rows=200, columns=30)  # the form has 40 rows and 7 columns
RENAME: Final = f"bấm đúp vào tên tờ có số liệu, gõ lại «{FORM_TAB}»; không còn tờ ấy thì {COPY_AGAIN}"


@dataclass(frozen=True)
class Asked:
    """What is being merged: the rules of the form, who owes a report, for which period of which year.

    `letters` are those that the summary's font has; none when nobody asks.
    """

    reporting: Reporting
    units: tuple[Unit, ...]
    period: Period
    year: int
    letters: frozenset[str] = frozenset()

    @property
    def deadline(self) -> datetime.date:
        """The first day that is late."""
        return self.period.deadline(self.year)


@dataclass(frozen=True)
class Returned:
    """A file as it was understood; `unit` is None where nobody knows whose it is."""

    file: str
    unit: Unit | None = None
    sent: datetime.date | None = None
    answers: Mapping[str, int | str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether its figures count."""
        return not any(finding.level is Level.REJECTED for finding in self.findings)


def unit_of(cell: GridCell, units: tuple[Unit, ...]) -> tuple[Unit | None, Finding | None]:
    """Return the unit that a cell names, and what to say of the way it is written."""
    found = match(str(cell.value or ""), units)
    written, place = quoted(cell.value or ""), cell.place
    if found.unit is None and found.units:
        names = " hay ".join(unit.full_name for unit in found.units)
        return None, sheet_finding(
            place,
            Problem(
                rule="bao-cao-sai-don-vi", found=f"{written} có thể là {names}", expected="một đơn vị", repair=CHOOSE
            ),
        )
    if found.unit is None:
        return None, sheet_finding(
            place,
            Problem(
                rule="bao-cao-sai-don-vi",
                found=f"không có đơn vị {written}",
                expected="tên trong tờ «Danh mục»",
                repair=CHOOSE,
            ),
        )
    if found.likeness is Likeness.EXACT:
        return found.unit, None
    text_of = f"{written}: {found.likeness.value}"
    return found.unit, sheet_finding(
        place,
        Problem(rule="bao-cao-sai-don-vi", found=text_of, expected=found.unit.full_name, repair=CHOOSE),
        Level.NOTED,
    )


def period_finding(cell: GridCell, asked: Asked) -> Finding | None:
    """The period is the one that is being merged."""
    if folded(str(cell.value or "")) == folded(asked.period.name):
        return None
    repair = "chọn đúng kỳ; nếu là báo cáo kỳ khác thì để sang thư mục khác"
    return sheet_finding(
        cell.place,
        Problem(
            rule="bao-cao-sai-ky", found=f"kỳ {quoted(cell.value or '')}", expected=asked.period.name, repair=repair
        ),
    )


def year_finding(cell: GridCell, asked: Asked) -> Finding | None:
    """The year is the one that is being merged."""
    year = whole_number(cell, asked.reporting.years.last) if cell.value is not None else None
    if year == asked.year:
        return None
    repair = "chọn đúng năm; nếu là báo cáo năm khác thì để sang thư mục khác"
    return sheet_finding(
        cell.place,
        Problem(
            rule="bao-cao-sai-ky", found=f"năm {quoted(cell.value or '')}", expected=str(asked.year), repair=repair
        ),
    )


def day_of(cell: GridCell, asked: Asked) -> tuple[datetime.date | None, Finding | None]:
    """Return the day of sending; a day in another year than the report's or the next one is a slip."""
    sent = checked(cell, day)
    if isinstance(sent, Problem):
        return None, sheet_finding(cell.place, sent)
    assert isinstance(sent, datetime.date)  # noqa: S101 (`day` gives nothing else)
    if asked.year <= sent.year <= asked.year + 1:
        return sent, None
    found = f"ngày {sent:%d/%m/%Y}"
    return None, sheet_finding(
        cell.place,
        Problem(
            rule="bao-cao-sai-ngay",
            found=found,
            expected=f"ngày trong năm {asked.year} hoặc {asked.year + 1}",
            repair="gõ lại ngày gửi",
        ),
    )


def late_finding(cell: GridCell, sent: datetime.date, asked: Asked) -> Finding | None:
    """Tell that a report came on the deadline or after it."""
    if sent < asked.deadline:
        return None
    found, expected = f"nộp ngày {sent:%d/%m/%Y}", f"trước ngày {asked.deadline:%d/%m/%Y}"
    return sheet_finding(
        cell.place,
        Problem(
            rule="bao-cao-nop-muon",
            found=found,
            expected=expected,
            repair="nộp muộn không bị loại; kỳ sau gửi sớm hơn",
        ),
        Level.NOTED,
    )


def answer(cell: GridCell, question: Question, required: bool) -> Understood | Problem:
    """Return what a cell says; an empty one is 0 in a language's column and no answer in a total's."""
    understand: dict[str, Callable[[GridCell], Understood | Problem]] = {
        "chon": partial(choice, choices=question.choices),
        "chu": partial(text, most=question.most),
    }
    if cell.struck:
        found = f"chữ gạch ngang {quoted(cell.struck)}"
        return Problem(
            rule="bao-cao-sai-chu",
            found=found,
            expected="chữ và số không gạch",
            repair="xoá phần bị gạch, gõ lại; hoặc bấm Ctrl+5 để bỏ gạch",
        )
    if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
        expected = " hoặc ".join(question.choices) or f"số tròn từ 0 đến {question.most}"
        empty: int | str = 0 if question.kind == "so" else ""
        return (
            Problem(
                rule="bao-cao-o-trong",
                found="ô trống",
                expected=expected,
                repair="điền vào; không có thì ghi 0 hoặc «Không»",
            )
            if required
            else empty
        )
    if question.kind == "so":
        return whole_number(cell, question.most)
    return checked(cell, understand[question.kind])


def row_answers(
    sheet: FormSheet, row: FormRow, question: Question, reporting: Reporting
) -> Iterator[tuple[str, GridCell, Understood | Problem]]:
    """Yield the key, the cell and the value of each answer of a row."""
    languages = (None, *reporting.languages)
    for head, language in zip(sheet.answer_heads(row), languages, strict=False):
        cell = sheet.cell(row.code, head)
        required = language is None and question.kind != "chu"
        yield answer_key(question, language), cell, answer(cell, question, required)


def letter_finding(cell: GridCell, value: object, letters: frozenset[str]) -> Finding | None:
    """Tell of letters that the summary cannot print; it puts others in their place or leaves them out."""
    strange = tuple(missing_letters(value, letters)) if isinstance(value, str) and letters else ()
    if not strange:
        return None
    named = ", ".join(map(name_of, strange[:MOST_NAMED]))
    repair = "không phải gửi lại; bản tóm tắt PDF thay hoặc bỏ dấu ấy"
    return sheet_finding(
        cell.place,
        Problem(
            rule="bao-cao-sai-chu",
            found=f"dấu không in được: {named}",
            expected="chữ và dấu câu thường",
            repair=repair,
        ),
        Level.NOTED,
    )


def read_answers(sheet: FormSheet, asked: Asked) -> tuple[dict[str, int | str], list[Finding]]:
    """Return the answers that are understood, and what is wrong with the others or between them."""
    answers: dict[str, int | str] = {}
    places: dict[str, GridCell] = {}
    findings: list[Finding] = []
    joined = sheet.wrong_spans  # told as such; what they swallowed is not told again
    for row in sheet.form:
        if row.question is None or row.code not in sheet.rows:
            continue
        for key, cell, value in row_answers(sheet, row, row.question, asked.reporting):
            places[key] = cell
            if any(span.holds(cell.row, cell.column) for span in joined):
                continue
            if isinstance(value, Problem):
                findings.append(sheet_finding(cell.place, value))
            elif isinstance(value, int | str):
                answers[key] = value
                findings += filter(None, [letter_finding(cell, value, asked.letters)])
    for each in disagreements(answers, asked.reporting):
        findings.append(
            sheet_finding(
                places[each.key].place,
                Problem(rule="bao-cao-khong-khop", found=each.found, expected=each.expected, repair=each.repair),
            )
        )
    return answers, findings


def identity(sheet: FormSheet, asked: Asked) -> tuple[Unit | None, datetime.date | None, list[Finding]]:
    """Return who sent the form and when, and what is wrong with unit, period, year and day."""
    findings: list[Finding | None] = []
    unit, sent = None, None
    cells = {code: sheet.cell(code, ANSWER) for code in sheet.rows}
    if UNIT_CODE in cells:
        unit, finding = unit_of(cells[UNIT_CODE], asked.units)
        findings.append(finding)
    if PERIOD_CODE in cells:
        findings.append(period_finding(cells[PERIOD_CODE], asked))
    if YEAR_CODE in cells:
        findings.append(year_finding(cells[YEAR_CODE], asked))
    if DATE_CODE in cells:
        sent, finding = day_of(cells[DATE_CODE], asked)
        findings.append(finding or (late_finding(cells[DATE_CODE], sent, asked) if sent else None))
    return unit, sent, [finding for finding in findings if finding]


def is_form(title: str) -> bool:
    """Tell whether a sheet's name is the form's, as people see it: spaces, case and accents do not count."""
    return folded(title) == folded(FORM_TAB)


def form_grid(file: str, grids: tuple[SheetGrid, ...]) -> SheetGrid:
    """Return the form's sheet, the one named exactly before others; raise `UnreadableError` when there is none."""
    found = sorted((grid for grid in grids if is_form(grid.title)), key=lambda grid: spelled(grid.title) != FORM_TAB)
    if found:
        return found[0]
    titles = ", ".join(grid.title for grid in grids) or "tờ biểu đồ, không tờ số nào"
    raise UnreadableError(
        about_file(
            file,
            Problem(
                rule="bao-cao-mau-khac",
                found=f"không có tờ «{FORM_TAB}», chỉ có {titles}",
                expected=f"tờ «{FORM_TAB}»",
                repair=RENAME,
            ),
        )
    )


def opened(file: Path, name: str) -> tuple[SheetGrid, ...]:
    """Return the sheets of a file; raise `UnreadableError` when it is no safe and whole Excel file."""
    package = safe_package(file, name)
    try:
        return sheet_grids(package, REACH, is_form)
    except OfficeFileError as error:
        raise refused(name, rule="bao-cao-khong-mo-duoc", found=error.found, repair=error.repair) from error
    except Exception as error:  # the XML of a broken part makes any step stumble
        raise UnreadableError(
            about_file(
                name,
                Problem(
                    rule="bao-cao-khong-mo-duoc",
                    found="tệp hỏng, không mở được",
                    expected=EXPECTED,
                    repair=SENT_AGAIN,
                ),
            )
        ) from error


def shape_findings(grids: tuple[SheetGrid, ...], sheet: FormSheet) -> Iterator[Finding]:
    """Yield what is wrong with the form itself, or lies where nothing is read."""
    yield from tab_findings(grids, sheet.grid)
    for check in (row_findings, span_findings, stray_findings, far_findings, hidden_findings, laid_findings):
        yield from check(sheet)


def read_form(file: Path, name: str, asked: Asked) -> Returned:
    """Read one file, told as `name`; raise `UnreadableError` when nothing in it can be understood."""
    grids = opened(file, name)
    grid = form_grid(name, grids)
    sheet = form_sheet(grid, asked.reporting)
    if sheet is None:
        raise UnreadableError(no_columns(name, asked.reporting))
    unit, sent, found = identity(sheet, asked)
    wrong_version = version_finding(grid, asked.reporting)
    if wrong_version:  # its lines may mean something else: nothing more is said of them
        return Returned(name, unit, sent, {}, (wrong_version.of(name),))
    answers, problems = read_answers(sheet, asked)
    findings = [*shape_findings(grids, sheet), *found, *problems]
    return Returned(name, unit, sent, answers, in_order(finding.of(name) for finding in findings))


def read_file(file: Path, asked: Asked, name: str = "") -> Returned:
    """Read one file, whatever it is; it is told as `name`, or by its own name."""
    try:
        return read_form(file, name or file.name, asked)
    except UnreadableError as error:
        return Returned(name or file.name, findings=error.findings)
