"""The province's workbook: a row a unit with totals, what to repair, who is missing, late or sent twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from camnang.papers.office.properties import titled_workbook
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.reports import cell_styles as styles
from camnang.papers.reports.cell_styles import look, put
from camnang.papers.reports.findings import Level
from camnang.papers.reports.gathering import Gathered
from camnang.papers.reports.totals import columns, stories, totals

ALL_TAB, REPAIR_TAB, MISSING_TAB, LATE_TAB, TWICE_TAB, STORIES_TAB = (
    "Tổng hợp",
    "Cần sửa",
    "Chưa nộp",
    "Nộp muộn",
    "Nộp hai lần",
    "Cách làm hay",
)
A3, A4 = 8, 9  # ECMA-376, ST_PaperSize
Value = str | int | None
Row = Sequence[Value]
RECEIVED, LATE, TO_REPAIR, MISSING = "Đã nhận", "Đã nhận, nộp muộn", "Phải sửa", "Chưa nộp"
RED_GROUND: Final = "FFF7C6CC"
FILLS: Final = {
    Level.REJECTED.value: RED_GROUND,
    Level.NOTED.value: styles.WRITE,
    Level.SKIPPED.value: styles.GREY,
    TO_REPAIR: RED_GROUND,
    LATE: styles.WRITE,
    MISSING: styles.GREY,
}


def state(gathered: Gathered, unit: str) -> str:
    """Return what is known of a unit's report."""
    accepted = gathered.accepted.get(unit)
    if accepted:
        return RECEIVED if gathered.in_time(accepted) else LATE
    return TO_REPAIR if unit in {each.id for each in gathered.to_repair} else MISSING


def unit_rows(gathered: Gathered) -> Iterable[Row]:
    """Yield the totals, then a row for every unit; a unit that does not count yet has no figures."""
    figures, sums, accepted = columns(gathered.asked.reporting), totals(gathered), gathered.accepted
    yield ("Cộng", f"{len(accepted)}/{len(gathered.asked.units)} đơn vị", *(sums[column.key] for column in figures))
    for unit in gathered.asked.units:
        answers = accepted[unit.id].answers if unit.id in accepted else {}
        yield (unit.full_name, state(gathered, unit.id), *(answers.get(column.key) for column in figures))


def repair_rows(gathered: Gathered) -> Iterable[Row]:
    """Yield every finding."""
    for each in gathered.findings:
        yield (
            each.file,
            each.sheet,
            each.cell,
            each.level.value,
            each.found,
            each.problem.expected,
            each.problem.repair,
        )


def late_rows(gathered: Gathered) -> Iterable[Row]:
    """Yield the late units and by how many days; the deadline itself is one day late."""
    for each in gathered.late:
        if each.unit and each.sent:
            late = (each.sent - gathered.asked.deadline).days + 1
            yield each.unit.full_name, f"{each.sent:%d/%m/%Y}", late, each.file


def write_head(tab: Worksheet, heads: Sequence[str], widths: Sequence[int], height: float) -> None:
    """Write the names of the columns, which stay in sight and are printed on every page."""
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), start=1):
        cell = put(tab.cell(1, column), head)
        look(cell, bold=True, points=9.5, ink=styles.WHITE, fill=styles.INDIGO, across="center")
        tab.column_dimensions[get_column_letter(column)].width = width
    tab.row_dimensions[1].height = height
    tab.print_title_rows = "1:1"


def write_rows(tab: Worksheet, rows: Iterable[Row], bold_first: bool = False) -> None:
    """Write rows of words and numbers."""
    for place, row in enumerate(rows, start=2):
        total = bold_first and place == 2
        for column, value in enumerate(row, start=1):
            fill = styles.GOLD if total else FILLS.get(str(value), "")
            number = isinstance(value, int)
            cell = put(tab.cell(place, column), value)
            look(cell, bold=total, points=10, fill=fill, across="right" if number else "left")
            if number:
                cell.number_format = "#,##0"


def print_wide(tab: Worksheet, paper: int = A4) -> None:
    """Print landscape, as wide as the paper."""
    tab.page_setup.orientation, tab.page_setup.paperSize = "landscape", paper
    tab.page_setup.fitToWidth, tab.page_setup.fitToHeight = 1, 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    tab.sheet_view.showGridLines = False
    if tab.max_row > 1:
        tab.auto_filter.ref = tab.dimensions


def add_tab(book: Workbook, title: str, heads: Sequence[str], widths: Sequence[int], rows: Iterable[Row]) -> None:
    """Add a list under its heads."""
    tab = book.create_sheet(title)
    write_head(tab, heads, widths, 26)
    write_rows(tab, rows)
    tab.freeze_panes = "A2"
    print_wide(tab)


def add_units(book: Workbook, gathered: Gathered) -> None:
    """Add the sheet with a row a unit."""
    figures = columns(gathered.asked.reporting)
    heads = [f"{each.question.code} {each.language or each.question.name}" for each in figures]
    tab = book.create_sheet(ALL_TAB)
    write_head(tab, ("Đơn vị", "Tình trạng", *heads), (34, 17, *(9 for _ in heads)), 88)
    write_rows(tab, unit_rows(gathered), bold_first=True)
    tab.freeze_panes = "C3"
    print_wide(tab, A3)


def add_lists(book: Workbook, gathered: Gathered) -> None:
    """Add the lists of faults and of units."""
    heads = ("Tệp", "Tờ", "Ô", "Mức", "Thấy", "Cần", "Cách sửa")
    add_tab(book, REPAIR_TAB, heads, (30, 14, 9, 18, 52, 38, 44), repair_rows(gathered))
    add_tab(book, MISSING_TAB, ("Đơn vị",), (48,), ((unit.full_name,) for unit in gathered.missing))
    late = ("Đơn vị", "Ngày nộp", "Muộn (ngày)", "Tệp")
    add_tab(book, LATE_TAB, late, (40, 14, 14, 36), late_rows(gathered))
    twice = ((each.unit.full_name, "\n".join(each.files), each.outcome) for each in gathered.doubled)
    add_tab(book, TWICE_TAB, ("Đơn vị", "Các tệp", "Kết quả"), (40, 44, 44), twice)
    told = ((story.unit, story.text) for story in stories(gathered))
    add_tab(book, STORIES_TAB, ("Đơn vị", "Cách làm"), (40, 110), told)


def workbook_bytes(gathered: Gathered, title: str) -> bytes:
    """Return the workbook; the same returns give the same bytes."""
    book = titled_workbook(title)
    blank = book.active
    assert blank is not None  # noqa: S101 (a new workbook has one sheet)
    book.remove(blank)
    add_units(book, gathered)
    add_lists(book, gathered)
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())
