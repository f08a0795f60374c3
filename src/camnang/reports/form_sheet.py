"""A returned form's sheet found again: version, columns by their heads, rows by their codes, wherever they moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from camnang.reports.findings import Finding, Level, about_file, quoted
from camnang.reports.form_lists import LISTS_TAB
from camnang.reports.form_workbook import FORM_TAB, GUIDE_TAB
from camnang.reports.grids import GridCell, SheetGrid, Span
from camnang.reports.layout import ANSWER, CODE, TEXT, UNIT, VERSION_LABEL, FormRow, form_rows, heads
from camnang.reports.reporting import Reporting
from camnang.reports.units import spelled

OWN_TABS: Final = frozenset({FORM_TAB, GUIDE_TAB, LISTS_TAB})
COPY_AGAIN: Final = "lấy mẫu mới trên trang, chép số sang, gửi lại"


@dataclass(frozen=True)
class FormSheet:
    """The form in a returned file: the column of each head, the row of each code (the first where two are)."""

    grid: SheetGrid
    columns: dict[str, int]
    rows: dict[str, int]

    def cell(self, code: str, head: str) -> GridCell:
        """Return the cell in the row of `code` under `head`."""
        return self.grid.at(self.rows[code], self.columns[head])


def sheet_finding(place: str, found: str, expected: str, repair: str, level: Level = Level.REJECTED) -> Finding:
    """Return a finding at a cell or range of the form's sheet; the file is filled in later."""
    return Finding("", FORM_TAB, place, level, found, expected, repair)


def tab_findings(grids: tuple[SheetGrid, ...]) -> Iterator[Finding]:
    """The form hides no sheet; sheets that were added are told, because they are not read."""
    for grid in grids:
        if grid.hidden:
            found, repair = f"tờ ẩn {quoted(grid.title)}", "bỏ tờ ấy, hoặc cho hiện ra rồi gửi lại"
            yield Finding("", grid.title, "", Level.REJECTED, found, "không có tờ nào ẩn", repair)
        elif grid.title not in OWN_TABS:
            found, repair = f"tờ thêm {quoted(grid.title)} không được đọc", "số liệu ở đó phải chép vào tờ «Báo cáo»"
            yield Finding("", grid.title, "", Level.NOTED, found, "chỉ các tờ của mẫu", repair)


def texts(grid: SheetGrid) -> dict[tuple[int, int], str]:
    """Return what is written in each cell, as one line."""
    return {place: spelled(str(cell.value)) for place, cell in grid.cells.items()}


def version_finding(grid: SheetGrid, reporting: Reporting) -> Finding | None:
    """Return what is wrong with the form's version."""
    marks = [(place, text) for place, text in texts(grid).items() if text.startswith(VERSION_LABEL.strip())]
    expected = VERSION_LABEL + reporting.form.version
    if not marks:
        return sheet_finding("", "không thấy dòng «Mẫu số»", expected, COPY_AGAIN)
    place, text = marks[0]
    if text != expected:
        return sheet_finding(grid.at(*place).place, f"mẫu cũ hoặc mẫu khác: {quoted(text)}", expected, COPY_AGAIN)
    return None


def found_columns(grid: SheetGrid, reporting: Reporting) -> dict[str, int]:
    """Return the column of each head, from the first row that has «Mã» and «Tổng số»; none without such a row."""
    wanted, written = heads(reporting), texts(grid)
    for row in sorted({row for (row, _), text in written.items() if text == CODE}):
        named = {text: column for (place, column), text in sorted(written.items(), reverse=True) if place == row}
        if ANSWER in named:
            return {head: named[head] for head in wanted if head in named}
    return {}


def codes(grid: SheetGrid, column: int, reporting: Reporting) -> list[tuple[str, int]]:
    """Return every code of the form that stands in the column of codes, with its row, from above."""
    known = {row.code for row in form_rows(reporting) if row.code}
    found = ((text, row) for (row, place), text in texts(grid).items() if place == column)
    return sorted(((text, row) for text, row in found if text in known), key=lambda pair: pair[1])


def form_sheet(grid: SheetGrid, reporting: Reporting) -> FormSheet | None:
    """Return the form, None when a column of it is missing."""
    columns = found_columns(grid, reporting)
    if len(columns) != len(heads(reporting)):
        return None
    listed = codes(grid, columns[CODE], reporting)
    return FormSheet(grid, columns, dict(reversed(listed)))


def no_columns(file: str, reporting: Reporting) -> Finding:
    """Say that the form's heads are not there."""
    return about_file(file, "không thấy hàng tên cột", ", ".join(heads(reporting)), COPY_AGAIN)


def row_findings(sheet: FormSheet, reporting: Reporting) -> Iterator[Finding]:
    """Every code stands once, beside its own words; rows that moved are told once."""
    listed = codes(sheet.grid, sheet.columns[CODE], reporting)
    times = Counter(code for code, _ in listed)
    rows = [row for row in form_rows(reporting) if row.code]
    for row in rows:
        if row.code not in sheet.rows:
            yield sheet_finding("", f"thiếu dòng {row.code}", f"dòng {row.code} «{row.text}»", COPY_AGAIN)
        elif times[row.code] > 1:
            place = sheet.cell(row.code, CODE).place
            yield sheet_finding(place, f"dòng {row.code} có {times[row.code]} lần", "mỗi mã một dòng", COPY_AGAIN)
        elif finding := text_finding(sheet, row):
            yield finding
    yield from moved_finding(sheet, rows)


def text_finding(sheet: FormSheet, row: FormRow) -> Finding | None:
    """Return what is wrong with the words of a row: under other words a number may mean something else."""
    cell = sheet.cell(row.code, TEXT)
    if spelled(str(cell.value)) == spelled(row.text):
        return None
    return sheet_finding(cell.place, f"lời của dòng {row.code} bị sửa: {quoted(cell.value)}", row.text, COPY_AGAIN)


def moved_finding(sheet: FormSheet, rows: list[FormRow]) -> Iterator[Finding]:
    """Tell the first row that is not where the form has it."""
    for row in rows:
        place = sheet.rows.get(row.code, row.place)
        if place != row.place:
            found = f"các dòng bị dời chỗ: {row.code} ở hàng {place}"
            cell = sheet.cell(row.code, CODE).place
            yield sheet_finding(
                cell, found, f"hàng {row.place}", "số vẫn được đọc theo mã; xem lại cho chắc", Level.NOTED
            )
            return


def answer_heads(row: FormRow, reporting: Reporting) -> tuple[str, ...]:
    """Return the heads under which a row is filled in."""
    return heads(reporting)[3:] if row.divided else (ANSWER,)


def touched_rows(sheet: FormSheet, span: Span, reporting: Reporting) -> list[FormRow]:
    """Return the rows of which a joined range covers a cell."""
    rows = [row for row in form_rows(reporting) if row.code in sheet.rows]
    columns = sheet.columns.values()
    return [row for row in rows if any(span.holds(sheet.rows[row.code], column) for column in columns)]


def is_own(sheet: FormSheet, span: Span, touched: list[FormRow]) -> bool:
    """Tell whether a joined range is one of the form's: a wide answer over all columns of numbers."""
    whole = (span.first_column, span.last_column) == (sheet.columns[ANSWER], max(sheet.columns.values()))
    return len(touched) == 1 and touched[0].wide and span.first_row == span.last_row and whole


def wrong_spans(sheet: FormSheet, reporting: Reporting) -> dict[Span, list[FormRow]]:
    """Return the joined ranges that cover cells of the form and are not its own, with their rows."""
    touched = {span: touched_rows(sheet, span, reporting) for span in sheet.grid.spans}
    return {span: rows for span, rows in touched.items() if rows and not is_own(sheet, span, rows)}


def span_findings(sheet: FormSheet, reporting: Reporting) -> Iterator[Finding]:
    """No joined range covers a cell to fill in but those of the form itself."""
    for span, rows in wrong_spans(sheet, reporting).items():
        codes_of = ", ".join(row.code for row in rows)
        yield sheet_finding(span.name, f"ô bị gộp ở dòng {codes_of}", "không gộp ô", "bỏ gộp, ghi số vào từng ô")


def stray_findings(sheet: FormSheet, reporting: Reporting) -> Iterator[Finding]:
    """Formulas beside the answers are refused; other words there are told, because they are not read."""
    rows = {sheet.rows[row.code]: row for row in form_rows(reporting) if row.code in sheet.rows}
    first, last = min(rows, default=0), max(rows, default=0)
    own_words = {row.text for row in form_rows(reporting) if row.kind == "group"}
    for (place, column), cell in sorted(sheet.grid.cells.items()):
        row = rows.get(place)
        own = (CODE, TEXT, UNIT, *answer_heads(row, reporting)) if row else ()
        if column in {sheet.columns[head] for head in own}:
            continue
        if cell.formula:
            found = f"công thức {quoted(cell.value)}"
            yield sheet_finding(cell.place, found, "mẫu không có công thức", "xoá ô ấy, gõ thẳng số vào ô vàng")
        elif first <= place <= last and spelled(str(cell.value)) not in own_words:
            found = f"chữ ngoài ô vàng {quoted(cell.value)}, không được đọc"
            yield sheet_finding(cell.place, found, "chỉ điền ô vàng", "cần thì chuyển vào ô vàng", Level.NOTED)
