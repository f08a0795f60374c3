"""The sheet as a Word file: large print on A4, to write on by hand or to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from camnang.papers.office import word_parts as parts
from camnang.papers.office.properties import describe
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.rows import Row, Sheet

FONT: Final = "Arial"  # on every Windows and Mac, with all Vietnamese letters
TEXT_POINTS, DRAFT_POINTS, TITLE_POINTS, SMALL_POINTS = 14, 20, 24, 12
MARGIN = Mm(12)
# Of a sheet's columns; 297 mm less the margins.
WIDTHS: Final[Mapping[tuple[str, ...], tuple[Mm, ...]]] = {
    rows.PRINTED_COLUMNS: (Mm(14), Mm(50), Mm(62), Mm(64), Mm(60), Mm(23)),
    rows.SCATTERED_COLUMNS: (Mm(14), Mm(30), Mm(44), Mm(60), Mm(18), Mm(36), Mm(50), Mm(21)),
}
PAIR_WIDTHS = (Mm(48), Mm(88), Mm(48), Mm(89))
ROW_HEIGHT, BLANK_HEIGHT, MARK_HEIGHT = Mm(22), Mm(14), Mm(8)
HEAD, WRITE, MARKS = "E4E4E4", "FFF8DC", "F4F4F4"
FAINT: Final = RGBColor(0x4A, 0x4A, 0x4A)


def blank_document(sheet: Sheet) -> Document:
    """Return a document with the page, the properties and the language set."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(8)
    normal = document.styles["Normal"]
    parts.set_font(normal, FONT, TEXT_POINTS)
    parts.default_language(normal, "vi-VN")
    normal.paragraph_format.space_after = Pt(2)
    describe(document, f"{sheet.heading} – {sheet.title}")
    return document


def say(paragraph: Paragraph, text: str, *, points: float = TEXT_POINTS, bold: bool = False) -> Paragraph:
    """Add words to a paragraph."""
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(points)
    return paragraph


def add_edges(document: Document, sheet: Sheet) -> None:
    """Say on every page that this is a draft, of what, and which page it is."""
    section = document.sections[0]
    say(section.header.paragraphs[0], f"BẢN NHÁP · {sheet.heading} · {sheet.title}")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    say(foot, "Tờ ")
    parts.field(foot, "PAGE")
    say(foot, " / ")
    parts.field(foot, "NUMPAGES")


def new_table(document: Document, widths: Sequence[Mm], count: int, description: str) -> Table:
    """Return a table of `count` rows whose columns keep their widths."""
    table: Table = document.add_table(count, len(widths), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    parts.pad(table, Mm(1.8))
    parts.describe(table, description)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def set_height(row: _Row, height: Mm) -> None:
    """Make a row at least so high."""
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST


def first_paragraph(cell: _Cell) -> Paragraph:
    """Return the empty paragraph of a new cell, without space under it."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def add_pairs(document: Document, pairs: Iterable[tuple[str, str]], height: Mm, colour: str, name: str) -> None:
    """Add a table of names and values, two pairs in a row."""
    listed = list(pairs)
    table = new_table(document, PAIR_WIDTHS, (len(listed) + 1) // 2, name)
    for row in table.rows:
        set_height(row, height)
        parts.keep_whole(row)
    for place, (label, value) in enumerate(listed):
        cells = table.rows[place // 2].cells[place % 2 * 2 :]
        say(first_paragraph(cells[0]), label, bold=True)
        say(first_paragraph(cells[1]), value)
        parts.shade(cells[0], HEAD)
        parts.shade(cells[1], colour)


def add_first_page(document: Document, sheet: Sheet) -> None:
    """Add what to do, the blanks for the reviewer, and the marks by which the sheet is read back."""
    title = say(document.add_heading(level=1), sheet.heading, points=TITLE_POINTS, bold=True)
    title.runs[0].font.name, title.runs[0].font.color.rgb = FONT, RGBColor(0, 0, 0)
    title.paragraph_format.space_before = Pt(0)
    say(document.add_paragraph(), f"Trang: {sheet.title}", points=18, bold=True)
    say(document.add_paragraph(), f"Đây là bản nháp {sheet.language}. Nhờ bà con sửa giúp cho đúng lời ăn tiếng nói.")
    for number, step in enumerate(rows.steps(sheet), start=1):
        say(document.add_paragraph(), f"{number}. {step}", points=16)
    if rows.GLOSS_COLUMN in sheet.columns:
        say(document.add_paragraph(), rows.GLOSS_HINT)
    blanks = [(name, "") for name in rows.BLANKS]
    add_pairs(document, blanks, BLANK_HEIGHT, WRITE, "Tên người duyệt và ngày duyệt")
    say(document.add_paragraph(), "Bốn ô dưới đây để máy đọc, xin giữ nguyên.").paragraph_format.space_before = Pt(8)
    add_pairs(document, sheet.marks.items(), MARK_HEIGHT, MARKS, "Dấu để máy đọc lại phiếu")


def add_header_row(row: _Row, columns: tuple[str, ...]) -> None:
    """Write the names of the columns; they stand on every page."""
    for cell, name in zip(row.cells, columns, strict=True):
        say(first_paragraph(cell), name, bold=True)
        parts.shade(cell, HEAD)
    parts.repeat_on_every_page(row)
    parts.keep_whole(row)


def write_number(cell: _Cell, row: Row) -> None:
    """Write a row's number, and hidden behind it the id by which it is found again."""
    paragraph = say(first_paragraph(cell), str(row.number), bold=True)
    paragraph.add_run(f" {row.id}").font.hidden = True


def write_gloss(cell: _Cell, row: Row) -> None:
    """Write how sure the draft is, then each word in bold with its meaning."""
    paragraph = first_paragraph(cell)
    if said := rows.grade_said(row):
        say(paragraph, said)
        paragraph = cell.add_paragraph()
    for place, gloss in enumerate(row.gloss):
        say(paragraph, f"{' · ' if place else ''}{gloss.word}: ", bold=True)
        say(paragraph, gloss.meaning).runs[-1].font.color.rgb = FAINT


def write_blank(cell: _Cell, _row: Row) -> None:
    """Leave a cell empty for the reviewer."""
    first_paragraph(cell)
    parts.shade(cell, WRITE)


def write_draft(cell: _Cell, row: Row) -> None:
    """Write the draft in large print."""
    say(first_paragraph(cell), row.draft, points=DRAFT_POINTS, bold=True)


def write_original(cell: _Cell, row: Row) -> None:
    """Write what the Vietnamese page says."""
    say(first_paragraph(cell), row.original)


def write_small(cell: _Cell, text: str) -> None:
    """Write what only helps in smaller print."""
    say(first_paragraph(cell), text, points=SMALL_POINTS)


WRITERS: Final[Mapping[str, Callable[[_Cell, Row], None]]] = {
    rows.NUMBER_COLUMN: write_number,
    rows.PAGE_COLUMN: lambda cell, row: write_small(cell, row.page),
    rows.ORIGINAL_COLUMN: write_original,
    rows.DRAFT_COLUMN: write_draft,
    rows.GLOSS_COLUMN: write_gloss,
    rows.GRADE_COLUMN: lambda cell, row: write_small(cell, row.grade),
    rows.ASK_COLUMN: lambda cell, row: write_small(cell, row.ask),
    rows.CORRECTION_COLUMN: write_blank,
    rows.VERDICT_COLUMN: write_blank,
}


def write_row(target: _Row, row: Row, sheet: Sheet) -> None:
    """Write one unit; the last two cells stay empty for the reviewer."""
    set_height(target, ROW_HEIGHT)
    parts.keep_whole(target)
    for cell, name in zip(target.cells, sheet.columns, strict=True):
        WRITERS[name](cell, row)
        if name == rows.DRAFT_COLUMN:
            parts.in_language(cell.paragraphs[0].runs[0], sheet.code)


def start_page(document: Document) -> None:
    """Begin a page with a paragraph that takes no room; a break after a full page would leave an empty one."""
    layout = document.add_paragraph().paragraph_format
    layout.page_break_before, layout.line_spacing, layout.space_after = True, Pt(1), Pt(0)


def docx_bytes(sheet: Sheet) -> bytes:
    """Return the sheet as DOCX; the same sheet gives the same bytes."""
    document = blank_document(sheet)
    add_edges(document, sheet)
    add_first_page(document, sheet)
    start_page(document)
    table = new_table(document, WIDTHS[sheet.columns], len(sheet.rows) + 1, "Mỗi dòng một câu để duyệt")
    head, *targets = table.rows
    add_header_row(head, sheet.columns)
    for target, row in zip(targets, sheet.rows, strict=True):
        write_row(target, row, sheet)
    say(document.add_paragraph(), "Hết rồi. Cảm ơn bà con!", bold=True).paragraph_format.space_before = Pt(12)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())
