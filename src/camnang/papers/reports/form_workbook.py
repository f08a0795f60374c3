"""The form as an Excel file: one page to fill in, a guide, and the lists that cells choose from."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from camnang.handbook.facts.reporting import Reporting
from camnang.papers.office.properties import titled_workbook
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.reports import cell_styles as styles
from camnang.papers.reports.cell_styles import look, put_text
from camnang.papers.reports.form_guide import fill_guide_tab
from camnang.papers.reports.form_lists import LISTS_TAB, fill_lists_tab
from camnang.papers.reports.form_validation import restrict
from camnang.papers.reports.layout import HEAD_ROW, VERSION_LABEL, FormRow, form_rows, heads
from camnang.papers.reports.units import Unit

FORM_TAB, GUIDE_TAB = "Báo cáo", "Hướng dẫn"
FIRST_ANSWER: Final = 4  # the column «Tổng số»
WIDTHS: Final = (6, 38, 10, 12)  # characters of the default font; then one for each language
LANGUAGE_WIDTH: Final = 10.5
ROW_POINTS, GROUP_POINTS, TEXT_POINTS = 30, 23, 96  # heights
HOW: Final = "Chỉ điền ô vàng. Không có thì ghi 0. Số viết liền: 1200. Ô đỏ là cộng chưa khớp."
SIGNATURES: Final = ("Người lập", "Thủ trưởng đơn vị")


def last_column(reporting: Reporting) -> int:
    """Return the number of the form's last column."""
    return len(heads(reporting))


def across(tab: Worksheet, row: int, first: int, last: int) -> None:
    """Join the cells of a row, where there is more than one."""
    if last > first:
        tab.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def write_top(tab: Worksheet, reporting: Reporting, notice: str) -> None:
    """Write title, notice, version, how to fill in, and the heads of the columns."""
    last = last_column(reporting)
    lines = (
        (1, 1, last, reporting.form.title, {"points": 17, "bold": True, "ink": styles.WHITE, "fill": styles.INDIGO}),
        (2, 1, 2, VERSION_LABEL + reporting.form.version, {"bold": True, "fill": styles.GOLD}),
        (2, 3, last, notice, {"across": "right", "fill": styles.GOLD}),
        (3, 1, last, HOW, {"bold": True, "ink": styles.INDIGO, "fill": styles.CREAM}),
    )
    for row, first, final, text, style in lines:
        for column in range(first, final + 1):
            look(styles.real(tab.cell(row, column)), framed=False, indent=1, **style)
        put_text(tab.cell(row, first), text)
        across(tab, row, first, final)
    for column, head in enumerate(heads(reporting), start=1):
        cell = put_text(tab.cell(HEAD_ROW, column), head)
        named = column == 2
        look(cell, bold=True, points=9.5, fill=styles.PALE, across="left" if named else "center", indent=int(named))
    for row, points in {1: 38, 2: 22, 3: 26, HEAD_ROW: 32}.items():
        tab.row_dimensions[row].height = points


def write_group(tab: Worksheet, row: FormRow, last: int) -> None:
    """Write the heading of a group over all columns."""
    for column in range(1, last + 1):
        look(styles.real(tab.cell(row.place, column)), bold=True, ink=styles.WHITE, fill=styles.INDIGO, indent=1)
    put_text(tab.cell(row.place, 1), row.text)
    across(tab, row.place, 1, last)
    tab.row_dimensions[row.place].height = GROUP_POINTS


def write_answer_row(tab: Worksheet, row: FormRow, last: int) -> None:
    """Write code, text and unit of a line, and its cells to fill in; the rest is grey."""
    question = row.question
    part = row.text.startswith("– ")
    look(put_text(tab.cell(row.place, 1), row.code), points=9, ink=styles.INDIGO, across="center")
    look(put_text(tab.cell(row.place, 2), row.text), indent=3 if part else 1, bold=not part)
    look(put_text(tab.cell(row.place, 3), question.unit if question else ""), points=9, across="center")
    final = last if row.divided or row.wide else FIRST_ANSWER
    kind = "right" if question and question.kind == "so" else "left"
    for column in range(FIRST_ANSWER, last + 1):
        open_cell = column <= final
        fill = styles.WRITE if open_cell else styles.GREY
        look(
            styles.real(tab.cell(row.place, column)),
            fill=fill,
            across=kind,
            locked=not open_cell,
            points=12,
            indent=1,
        )
    if row.wide:
        across(tab, row.place, FIRST_ANSWER, last)
    long = question is not None and question.kind == "chu"
    tab.row_dimensions[row.place].height = TEXT_POINTS if long else ROW_POINTS


def mark_unequal(tab: Worksheet, row: FormRow, last: int) -> None:
    """Redden the cells of a row while its languages do not add up to its total."""
    first, total, end = (get_column_letter(number) for number in (FIRST_ANSWER + 1, FIRST_ANSWER, last))
    formula = f"SUM(${first}{row.place}:${end}{row.place})<>${total}{row.place}"
    red = PatternFill("solid", bgColor="FFF7C6CC")
    tab.conditional_formatting.add(f"{total}{row.place}:{end}{row.place}", FormulaRule([formula], fill=red))  # type: ignore[no-untyped-call]


def write_foot(tab: Worksheet, after: int, last: int) -> None:
    """Leave room to sign on paper; names are not asked for in the file."""
    for text, first, final in zip(SIGNATURES, (1, 3), (2, last), strict=True):
        cell = look(put_text(tab.cell(after + 2, first), text), bold=True, framed=False, across="center")
        across(tab, cell.row, first, final)
    tab.row_dimensions[after + 2].height = ROW_POINTS


def set_up(tab: Worksheet, area: str = "") -> None:
    """Print on one A4 page, lock what is not to be filled in; there is no password."""
    tab.page_setup.orientation, tab.page_setup.paperSize = "portrait", 9  # 9 is A4 (ECMA-376, ST_PaperSize)
    tab.page_setup.fitToWidth = tab.page_setup.fitToHeight = 1
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    tab.print_options.horizontalCentered = True
    tab.page_margins.left = tab.page_margins.right = 0.45  # inches, as the next line
    tab.page_margins.top = tab.page_margins.bottom = 0.45
    tab.sheet_view.showGridLines = False
    tab.protection.sheet = True
    tab.protection.formatColumns = tab.protection.formatRows = False  # Excel's «forbidden»: both may be changed
    if area:
        tab.print_area = area


def fill_form_tab(tab: Worksheet, reporting: Reporting, units: tuple[Unit, ...], notice: str) -> None:
    """Write the page to fill in."""
    last, rows = last_column(reporting), form_rows(reporting)
    widths = (*WIDTHS, *(LANGUAGE_WIDTH for _ in reporting.languages))
    for number, width in enumerate(widths, start=1):
        tab.column_dimensions[get_column_letter(number)].width = width
    write_top(tab, reporting, notice)
    for row in rows:
        if row.kind == "group":
            write_group(tab, row, last)
            continue
        write_answer_row(tab, row, last)
        if row.divided:
            mark_unequal(tab, row, last)
    restrict(tab, reporting, rows, len(units))
    write_foot(tab, rows[-1].place, last)
    tab.freeze_panes = f"A{HEAD_ROW + 1}"
    set_up(tab, f"A1:{get_column_letter(last)}{rows[-1].place + 5}")


def form_bytes(reporting: Reporting, units: tuple[Unit, ...], notice: str) -> bytes:
    """Return the form as XLSX; `notice` says who approved it. The same data give the same bytes."""
    book = titled_workbook(reporting.form.title)
    book.properties.subject = VERSION_LABEL + reporting.form.version
    first = book.active
    assert isinstance(first, Worksheet)  # noqa: S101 (a new workbook has one sheet)
    first.title = FORM_TAB
    fill_form_tab(first, reporting, units, notice)
    fill_guide_tab(book.create_sheet(GUIDE_TAB), reporting)
    fill_lists_tab(book.create_sheet(LISTS_TAB), reporting, units)
    for tab in book.worksheets[1:]:
        set_up(tab)
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())
