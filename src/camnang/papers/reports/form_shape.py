"""Whether a returned form still has the shape of the form: its sheets, version, rows, joined cells, stray words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from openpyxl.utils import get_column_letter

from camnang.handbook.facts.reporting import Reporting
from camnang.papers.office.package import EMPTY_ROWS
from camnang.papers.office.workbook import GridCell, SheetGrid
from camnang.papers.reports.findings import Finding, Level, Problem, about_file, quoted
from camnang.papers.reports.form_lists import LISTS_TAB
from camnang.papers.reports.form_sheet import FormSheet, texts
from camnang.papers.reports.form_workbook import FORM_TAB, GUIDE_TAB, SIGNATURES
from camnang.papers.reports.layout import CODE, TEXT, UNIT, VERSION_LABEL, FormRow, heads
from camnang.papers.reports.units import folded, spelled

OWN_TABS: Final = frozenset(map(folded, (FORM_TAB, GUIDE_TAB, LISTS_TAB)))
COPY_AGAIN: Final = "lấy mẫu mới trên trang, chép số sang, gửi lại"
SHOW: Final = "chuột phải vào tên một tờ, chọn Unhide (Hiện) rồi xoá tờ ấy hoặc để nó hiện; lưu lại"
MOVE_WORDS: Final = "số liệu thì ghi vào ô vàng; lời kể thì ghi vào ô «Cách làm hay»"
LONGEST_FORM: Final = 200  # rows; the form has 40
FOOT_ROWS, NAME_WORDS = 8, 6  # rows for signing below the form, and words of a name or rank there
MOST_TOLD: Final = 5  # of one kind of stray words; the rest is counted


def sheet_finding(place: str, problem: Problem, level: Level = Level.REJECTED) -> Finding:
    """Return a finding at a cell or range of the form's sheet; the file is filled in later."""
    return Finding(sheet=FORM_TAB, cell=place, level=level, problem=problem)


def tab_findings(grids: tuple[SheetGrid, ...], form: SheetGrid) -> Iterator[Finding]:
    """The form hides no sheet; sheets that were added are told, because they are not read."""
    for grid in grids:
        if grid.hidden:
            deep = grid.state == "veryHidden"
            found = f"tờ ẩn {quoted(grid.title)}{' (ẩn sâu, Excel không cho hiện bằng chuột phải)' if deep else ''}"
            repair = COPY_AGAIN if deep else SHOW
            yield Finding(
                sheet=grid.title,
                level=Level.REJECTED,
                problem=Problem(
                    rule="bao-cao-chu-ngoai-o", found=found, expected="không có tờ nào ẩn", repair=repair
                ),
            )
        elif grid is not form and (folded(grid.title) not in OWN_TABS or is_twin(grid, form)):
            found, repair = f"tờ thêm {quoted(grid.title)} không được đọc", "số liệu ở đó phải chép vào tờ «Báo cáo»"
            yield Finding(
                sheet=grid.title,
                level=Level.NOTED,
                problem=Problem(
                    rule="bao-cao-chu-ngoai-o", found=found, expected="chỉ các tờ của mẫu", repair=repair
                ),
            )


def is_twin(grid: SheetGrid, form: SheetGrid) -> bool:
    """Tell whether a sheet has the form's name and is not the one that is read."""
    return folded(grid.title) == folded(form.title)


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


def own_words(sheet: FormSheet) -> frozenset[str]:
    """Return the words that the form itself has beside the lines to fill in."""
    groups = (row.text for row in sheet.form if row.kind == "group")
    return frozenset({*groups, *SIGNATURES, *sheet.columns, *(code for code, _ in sheet.codes)})


def is_signature(text: str, place: int, last: int) -> bool:
    """Tell whether words below the form are a name or rank of those who sign."""
    short = len(text.split()) <= NAME_WORDS and not any(letter.isdigit() for letter in text)
    return last < place <= last + FOOT_ROWS and short


def is_stray(sheet: FormSheet, cell: GridCell) -> bool:
    """Tell whether words stand where the form has none and nothing is read."""
    first, last = min(sheet.answer_rows, default=0), max(sheet.answer_rows, default=0)
    text = spelled(str(cell.value))
    above = cell.row < first and cell.column <= max(sheet.columns.values())
    return not (above or text in own_words(sheet) or is_signature(text, cell.row, last))


def is_answer(sheet: FormSheet, cell: GridCell) -> bool:
    """Tell whether a cell is one of a line of the form: its code, its words, its unit or an answer."""
    row = sheet.answer_rows.get(cell.row)
    own = (CODE, TEXT, UNIT, *sheet.answer_heads(row)) if row else ()
    return cell.column in {sheet.columns[head] for head in own}


def stray_findings(sheet: FormSheet) -> Iterator[Finding]:
    """Formulas beside the answers are refused; other words there are told, because they are not read."""
    beside = [cell for _, cell in sorted(sheet.grid.cells.items()) if not is_answer(sheet, cell)]
    for cell in beside:
        if cell.formula:
            found = f"công thức {quoted(cell.value)}"
            yield sheet_finding(
                cell.place,
                Problem(
                    rule="bao-cao-chu-ngoai-o",
                    found=found,
                    expected="mẫu không có công thức",
                    repair="xoá ô ấy, gõ thẳng số vào ô vàng",
                ),
            )
    stray = [cell for cell in beside if not cell.formula and is_stray(sheet, cell)]
    for number, cell in enumerate(stray[:MOST_TOLD], start=1):
        more = f", và {len(stray) - MOST_TOLD} ô nữa" if number == MOST_TOLD < len(stray) else ""
        found = f"chữ ngoài ô vàng {quoted(cell.value)}, không được đọc{more}"
        yield sheet_finding(
            cell.place,
            Problem(rule="bao-cao-chu-ngoai-o", found=found, expected="chỉ điền ô vàng", repair=MOVE_WORDS),
            Level.NOTED,
        )


def far_findings(sheet: FormSheet) -> Iterator[Finding]:
    """Words far outside the form are told, and a sheet that is long for nothing."""
    grid = sheet.grid
    for cell in grid.beyond[:1]:
        found = f"chữ ở xa ngoài mẫu {quoted(cell.value)}, có {len(grid.beyond)} ô như thế, không được đọc"
        yield sheet_finding(
            cell.place,
            Problem(rule="bao-cao-chu-ngoai-o", found=found, expected="chỉ điền ô vàng", repair=MOVE_WORDS),
            Level.NOTED,
        )
    if grid.last_row > LONGEST_FORM and not grid.beyond:
        found = f"tờ kéo dài tới hàng {grid.last_row} mà trống, làm tệp nặng"
        yield sheet_finding(
            "",
            Problem(rule="bao-cao-chu-ngoai-o", found=found, expected="chỉ các hàng của mẫu", repair=EMPTY_ROWS),
            Level.NOTED,
        )


def hidden_findings(sheet: FormSheet) -> Iterator[Finding]:
    """Rows and columns of the form that are out of sight are read; that is told."""
    lines = [str(row) for row in sheet.grid.hidden_rows if row in sheet.answer_rows]
    letters = [get_column_letter(each) for each in sheet.grid.hidden_columns if each in sheet.columns.values()]
    for what, names in (("hàng", lines), ("cột", letters)):
        if names:
            found = f"{what} ẩn: {', '.join(names)}; số trong đó vẫn được đọc"
            repair = f"bỏ lọc (Data, Clear); bôi đen các {what} hai bên, chuột phải, Unhide; xem số có đúng không"
            yield sheet_finding(
                "",
                Problem(rule="bao-cao-chu-ngoai-o", found=found, expected=f"không {what} nào ẩn", repair=repair),
                Level.NOTED,
            )


def laid_findings(sheet: FormSheet) -> Iterator[Finding]:
    """Comments, pictures and strokes on the form are told, because nothing of them is read."""
    for laid in sheet.grid.laid[:MOST_TOLD]:
        words = f" {quoted(spelled(laid.text))}" if laid.text.strip() else ""
        yield sheet_finding(
            laid.place,
            Problem(
                rule="bao-cao-chu-ngoai-o",
                found=f"{laid.what}{words}, không được đọc",
                expected="chỉ điền ô vàng",
                repair=MOVE_WORDS,
            ),
            Level.NOTED,
        )
