"""What Excel lets a clerk write into each cell of the form, and what it says when something else is written."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from camnang.handbook.facts.reporting import Question, Reporting
from camnang.papers.reports.form_lists import PERIODS_COLUMN, UNITS_COLUMN, YEARS_COLUMN, source, years
from camnang.papers.reports.layout import DATE_CODE, PERIOD_CODE, UNIT_CODE, YEAR_CODE, FormRow, heads

ANSWER_LETTER = "D"


def said(rule: DataValidation, problem: str, hint: str) -> DataValidation:
    """Return a rule with Vietnamese words; Excel takes 32 letters of title and 255 of text."""
    rule.showErrorMessage, rule.errorTitle, rule.error = True, "Xem lại ô này", problem
    rule.showInputMessage, rule.promptTitle, rule.prompt = True, "Cách điền", hint
    return rule


def listed(values: str) -> DataValidation:
    """Return a rule that offers a list."""
    rule = DataValidation(type="list", formula1=values, allow_blank=True)
    return said(rule, "Chọn một mục trong danh sách.", "Bấm mũi tên ở góc ô rồi chọn.")


def dated(reporting: Reporting) -> DataValidation:
    """Return a rule for the day of sending."""
    first, last = f"DATE({reporting.years.first},1,1)", f"DATE({reporting.years.last + 1},12,31)"
    rule = DataValidation(type="date", operator="between", formula1=first, formula2=last, allow_blank=True)
    return said(rule, "Ghi ngày dạng 4/12/2026.", "Ngày gửi báo cáo, ví dụ 4/12/2026.")


def counted(question: Question) -> DataValidation:
    """Return a rule for a whole number."""
    rule = DataValidation(
        type="whole", operator="between", formula1="0", formula2=str(question.most), allow_blank=True
    )
    return said(
        rule,
        f"Ghi số tròn từ 0 đến {question.most}, viết liền, không kèm chữ.",
        f"Số tròn, đơn vị: {question.unit}. Không có thì ghi 0.",
    )


def chosen(question: Question) -> DataValidation:
    """Return a rule that offers the choices of a question."""
    return listed('"' + ",".join(question.choices) + '"')


def told(question: Question) -> DataValidation:
    """Return a rule for the length of a text."""
    rule = DataValidation(
        type="textLength", operator="lessThanOrEqual", formula1=str(question.most), allow_blank=True
    )
    hint = f"Nhiều nhất {question.most} chữ cái. Không bắt đầu bằng dấu = + - @."
    return said(rule, f"Dài quá: nhiều nhất {question.most} chữ cái.", hint)


def identity_rules(reporting: Reporting, units: int) -> dict[str, DataValidation]:
    """Return the rules for unit, period, year and day."""
    return {
        UNIT_CODE: listed(source(UNITS_COLUMN, units)),
        PERIOD_CODE: listed(source(PERIODS_COLUMN, len(reporting.periods))),
        YEAR_CODE: listed(source(YEARS_COLUMN, len(years(reporting)))),
        DATE_CODE: dated(reporting),
    }


def restrict(tab: Worksheet, reporting: Reporting, rows: tuple[FormRow, ...], units: int) -> None:
    """Put a rule on every cell to fill in."""
    by_kind = {"so": counted, "chon": chosen, "chu": told}
    last = get_column_letter(len(heads(reporting)))
    identity = identity_rules(reporting, units)
    for row in rows:
        if row.kind == "group":
            continue
        rule = by_kind[row.question.kind](row.question) if row.question else identity[row.code]
        cells = f"{ANSWER_LETTER}{row.place}"
        rule.add(f"{cells}:{last}{row.place}" if row.divided else cells)
        tab.add_data_validation(rule)
        if row.code == DATE_CODE:
            tab[cells].number_format = "dd/mm/yyyy"
        elif row.question and row.question.kind == "so":
            for column in range(4, len(heads(reporting)) + 1):
                tab.cell(row.place, column).number_format = "#,##0"
