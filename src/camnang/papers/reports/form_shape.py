"""Whether a returned form still has the shape of the form: its sheets, version, rows, joined cells, stray words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from camnang.papers.reports.findings import Finding, Level, Problem, about_file, quoted
from camnang.papers.reports.form_lists import LISTS_TAB
from camnang.papers.reports.form_sheet import FormSheet, texts
from camnang.papers.reports.form_workbook import FORM_TAB, GUIDE_TAB
from camnang.papers.reports.grids import SheetGrid
from camnang.papers.reports.layout import CODE, TEXT, UNIT, VERSION_LABEL, FormRow, heads
from camnang.papers.reports.reporting import Reporting
from camnang.papers.reports.units import spelled

OWN_TABS: Final = frozenset({FORM_TAB, GUIDE_TAB, LISTS_TAB})
COPY_AGAIN: Final = "lấy mẫu mới trên trang, chép số sang, gửi lại"


def sheet_finding(place: str, problem: Problem, level: Level = Level.REJECTED) -> Finding:
    """Return a finding at a cell or range of the form's sheet; the file is filled in later."""
    return Finding(sheet=FORM_TAB, cell=place, level=level, problem=problem)


def tab_findings(grids: tuple[SheetGrid, ...]) -> Iterator[Finding]:
    """The form hides no sheet; sheets that were added are told, because they are not read."""
    for grid in grids:
        if grid.hidden:
            problem = Problem(
                rule="bao-cao-chu-ngoai-o",
                found=f"tờ ẩn {quoted(grid.title)}",
                expected="không có tờ nào ẩn",
                repair="bỏ tờ ấy, hoặc cho hiện ra rồi gửi lại",
            )
            yield Finding(sheet=grid.title, level=Level.REJECTED, problem=problem)
        elif grid.title not in OWN_TABS:
            problem = Problem(
                rule="bao-cao-chu-ngoai-o",
                found=f"tờ thêm {quoted(grid.title)} không được đọc",
                expected="chỉ các tờ của mẫu",
                repair="số liệu ở đó phải chép vào tờ «Báo cáo»",
            )
            yield Finding(sheet=grid.title, level=Level.NOTED, problem=problem)


def version_finding(grid: SheetGrid, reporting: Reporting) -> Finding | None:
    """Return what is wrong with the form's version."""
    marks = [(place, text) for place, text in texts(grid).items() if text.startswith(VERSION_LABEL.strip())]
    expected = VERSION_LABEL + reporting.form.version
    if not marks:
        return sheet_finding(
            "",
            Problem(rule="bao-cao-mau-khac", found="không thấy dòng «Mẫu số»", expected=expected, repair=COPY_AGAIN),
        )
    place, text = marks[0]
    if text != expected:
        return sheet_finding(
            grid.at(*place).place,
            Problem(
                rule="bao-cao-mau-khac",
                found=f"mẫu cũ hoặc mẫu khác: {quoted(text)}",
                expected=expected,
                repair=COPY_AGAIN,
            ),
        )
    return None


def no_columns(file: str, reporting: Reporting) -> Finding:
    """Say that the form's heads are not there."""
    return about_file(
        file,
        Problem(
            rule="bao-cao-mau-khac",
            found="không thấy hàng tên cột",
            expected=", ".join(heads(reporting)),
            repair=COPY_AGAIN,
        ),
    )


def row_findings(sheet: FormSheet) -> Iterator[Finding]:
    """Every code stands once, beside its own words; rows that moved are told once."""
    times = Counter(code for code, _ in sheet.codes)
    rows = [row for row in sheet.form if row.code]
    for row in rows:
        if row.code not in sheet.rows:
            yield sheet_finding(
                "",
                Problem(
                    rule="bao-cao-sai-dong",
                    found=f"thiếu dòng {row.code}",
                    expected=f"dòng {row.code} «{row.text}»",
                    repair=COPY_AGAIN,
                ),
            )
        elif times[row.code] > 1:
            place = sheet.cell(row.code, CODE).place
            yield sheet_finding(
                place,
                Problem(
                    rule="bao-cao-sai-dong",
                    found=f"dòng {row.code} có {times[row.code]} lần",
                    expected="mỗi mã một dòng",
                    repair=COPY_AGAIN,
                ),
            )
        elif finding := text_finding(sheet, row):
            yield finding
    yield from moved_finding(sheet, rows)


def text_finding(sheet: FormSheet, row: FormRow) -> Finding | None:
    """Return what is wrong with the words of a row: under other words a number may mean something else."""
    cell = sheet.cell(row.code, TEXT)
    if spelled(str(cell.value)) == spelled(row.text):
        return None
    return sheet_finding(
        cell.place,
        Problem(
            rule="bao-cao-sai-dong",
            found=f"lời của dòng {row.code} bị sửa: {quoted(cell.value)}",
            expected=row.text,
            repair=COPY_AGAIN,
        ),
    )


def moved_finding(sheet: FormSheet, rows: list[FormRow]) -> Iterator[Finding]:
    """Tell the first row that is not where the form has it."""
    for row in rows:
        place = sheet.rows.get(row.code, row.place)
        if place != row.place:
            found = f"các dòng bị dời chỗ: {row.code} ở hàng {place}"
            cell = sheet.cell(row.code, CODE).place
            yield sheet_finding(
                cell,
                Problem(
                    rule="bao-cao-sai-dong",
                    found=found,
                    expected=f"hàng {row.place}",
                    repair="số vẫn được đọc theo mã; xem lại cho chắc",
                ),
                Level.NOTED,
            )
            return


def span_findings(sheet: FormSheet) -> Iterator[Finding]:
    """No joined range covers a cell of the form but those of the form itself."""
    for span, rows in sheet.wrong_spans.items():
        codes = ", ".join(row.code for row in rows)
        yield sheet_finding(
            span.name,
            Problem(
                rule="bao-cao-gop-o",
                found=f"ô bị gộp ở dòng {codes}",
                expected="không gộp ô",
                repair="bỏ gộp, ghi số vào từng ô",
            ),
        )


def stray_findings(sheet: FormSheet) -> Iterator[Finding]:
    """Formulas beside the answers are refused; other words there are told, because they are not read."""
    first, last = min(sheet.answer_rows, default=0), max(sheet.answer_rows, default=0)
    own_words = {row.text for row in sheet.form if row.kind == "group"}
    for (place, column), cell in sorted(sheet.grid.cells.items()):
        row = sheet.answer_rows.get(place)
        own = (CODE, TEXT, UNIT, *sheet.answer_heads(row)) if row else ()
        if column in {sheet.columns[head] for head in own}:
            continue
        if cell.formula:
            found = f"công thức {quoted(cell.value)}"
            yield sheet_finding(
                cell.place,
                Problem(
                    rule="bao-cao-co-cong-thuc",
                    found=found,
                    expected="mẫu không có công thức",
                    repair="xoá ô ấy, gõ thẳng số vào ô vàng",
                ),
            )
        elif first <= place <= last and spelled(str(cell.value)) not in own_words:
            found = f"chữ ngoài ô vàng {quoted(cell.value)}, không được đọc"
            yield sheet_finding(
                cell.place,
                Problem(
                    rule="bao-cao-chu-ngoai-o",
                    found=found,
                    expected="chỉ điền ô vàng",
                    repair="cần thì chuyển vào ô vàng",
                ),
                Level.NOTED,
            )
