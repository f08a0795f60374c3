"""The kit's three Word files on A4: the sheet in large print, how to record, the consent form."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from camnang.handbook.facts.recording_kit import RecordingKit
from camnang.papers.office import word_parts as parts
from camnang.papers.office.properties import describe
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.reading_kit.lines import Line, PieceToRead, ReaderKit

FONT: Final = "Arial"  # on every Windows and Mac, with all Vietnamese letters and the macron below
TEXT_POINTS, LINE_POINTS, SMALL_POINTS, TITLE_POINTS = 14, 20, 11, 22
WIDTHS: Final = (Mm(12), Mm(104), Mm(66))  # 210 mm less the margins
MARGIN: Final = Mm(14)
HEAD: Final = "E4E4E4"
FAINT: Final = RGBColor(0x4A, 0x4A, 0x4A)
# Who reads for the first time reads each piece twice and listens once, and needs time between the pieces.
TIMES_READ, MINUTES_BETWEEN = 3, 3
BLANKS: Final = ("Họ và tên", "Xóm, xã", "Tên ghi dưới bản thu", "Ngày ký", "Ký tên", "Người nhận tờ này, số gọi")


def blank_document(title: str) -> Document:
    """Return a document with the page, the properties and the language set."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    parts.set_font(normal, FONT, TEXT_POINTS)
    parts.default_language(normal, "vi-VN")
    normal.paragraph_format.space_after = Pt(4)
    describe(document, title)
    add_heading(document, title, 1, TITLE_POINTS)
    return document


def add_heading(document: Document, text: str, level: int, points: int) -> Paragraph:
    """Add a black heading."""
    heading: Paragraph = document.add_heading(level=level)
    run = heading.add_run(text)
    run.font.name, run.font.size, run.font.color.rgb = FONT, Pt(points), RGBColor(0, 0, 0)
    heading.paragraph_format.space_before = Pt(6)
    return heading


def say(paragraph: Paragraph, text: str, *, points: float = TEXT_POINTS, bold: bool = False) -> Paragraph:
    """Add words to a paragraph."""
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(points)
    return paragraph


def saved(document: Document) -> bytes:
    """Return a document's bytes, the same for the same words."""
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())


def new_table(document: Document, widths: tuple[Mm, ...], count: int, description: str) -> Table:
    """Return a table whose columns keep their widths and whose rows are never torn."""
    table: Table = document.add_table(count, len(widths), style="Table Grid")
    table.autofit = False
    parts.pad(table, Mm(1.6))
    parts.describe(table, description)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        parts.keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def tight(cell: _Cell) -> Paragraph:
    """Return the empty paragraph of a new cell, without space under it."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def minutes(kit: ReaderKit) -> int:
    """Return how many minutes a reader should keep free."""
    return round(kit.seconds * TIMES_READ / 60) + MINUTES_BETWEEN * len(kit.pieces)


def add_opening(document: Document, kit: ReaderKit) -> None:
    """Say what the reader is asked for, how long it takes, and what waits."""
    count = len(kit.pieces)
    say(
        document.add_paragraph(),
        f"Nhờ đọc {count} bài bằng {kit.language}. Đây là bản nháp, chưa người bản ngữ nào duyệt.",
    )
    length = f"Cả {count} bài {kit.syllables} tiếng, đọc liền chừng {kit.seconds} giây."
    length += f" Kể cả đọc lại, nghe lại: chừng {minutes(kit)} phút."
    say(document.add_paragraph(), length, bold=True)
    say(document.add_paragraph(), "Mỗi dòng một câu. Bên cạnh là nghĩa tiếng Việt: không đọc phần ấy.")
    if kit.waiting:
        say(document.add_paragraph(), f"Chưa có bản dịch, để lại sau: {'; '.join(kit.waiting)}.")


def write_line(row: _Row, number: int, line: Line, tag: str) -> None:
    """Write one sentence in large print, with the tone lửng below it and its meaning beside it."""
    place, text, meaning = row.cells
    say(tight(place), str(number))
    parts.in_language(say(tight(text), line.text, points=LINE_POINTS, bold=True).runs[0], tag)
    if line.printed:
        printed = say(text.add_paragraph(), f"[{line.printed}]", points=TEXT_POINTS)
        printed.paragraph_format.space_after = Pt(0)
        parts.in_language(printed.runs[0], tag)
    said = tight(meaning)
    if line.meaning:
        say(said, f"{line.meaning} ", points=SMALL_POINTS, bold=True)
    if line.words:
        say(said, line.words, points=SMALL_POINTS).runs[-1].font.color.rgb = FAINT


def add_piece(document: Document, number: int, piece: PieceToRead, tag: str) -> None:
    """Add one piece on a page of its own."""
    heading = add_heading(document, f"Bài {number}. {piece.title}", 2, 18)
    heading.paragraph_format.page_break_before = True
    say(document.add_paragraph(), f"Tên tệp: {piece.file}", bold=True)
    say(document.add_paragraph(), f"{piece.syllables} tiếng, chừng {piece.seconds} giây.")
    table = new_table(document, WIDTHS, len(piece.lines) + 1, "Mỗi dòng một câu để đọc")
    head, *rows = table.rows
    for cell, name in zip(head.cells, ("Số", "Đọc", "Nghĩa (không đọc)"), strict=True):
        say(tight(cell), name, bold=True)
        parts.shade(cell, HEAD)
    parts.repeat_on_every_page(head)
    for place, (row, line) in enumerate(zip(rows, piece.lines, strict=True), start=1):
        write_line(row, place, line, tag)
    if piece.original:
        text = f"Cả bài bằng tiếng Việt (ý gần như thế, không đọc): {piece.original}"
        say(document.add_paragraph(), text, points=SMALL_POINTS).paragraph_format.space_before = Pt(6)


def add_list(document: Document, title: str, lines: tuple[str, ...], points: float = TEXT_POINTS) -> None:
    """Add a heading with numbered lines."""
    add_heading(document, title, 2, 18)
    for number, line in enumerate(lines, start=1):
        say(document.add_paragraph(), f"{number}. {line}", points=points)


def add_loans(document: Document, kit: ReaderKit) -> None:
    """Add the loans and names, each with how it is said."""
    add_heading(document, "Chữ vay, tên riêng: đọc thế nào", 2, 18).paragraph_format.page_break_before = True
    plain = ", ".join(loan.word for loan in kit.loans if not loan.said)
    say(document.add_paragraph(), f"Đọc như tiếng phổ thông: {plain}.")
    special = [loan for loan in kit.loans if loan.said]
    table = new_table(document, (Mm(60), Mm(90)), len(special), "Chữ vay và cách đọc")
    for row, loan in zip(table.rows, special, strict=True):
        say(tight(row.cells[0]), loan.word, bold=True)
        say(tight(row.cells[1]), loan.said)


def sheet_bytes(kit: ReaderKit, texts: RecordingKit) -> bytes:
    """Return the sheet: what to do, every piece, the loans last."""
    document = blank_document(f"Phiếu đọc thu âm: {kit.language}")
    add_opening(document, kit)
    add_list(document, "Đọc cho đúng tiếng nhà mình", texts.notes)
    for number, piece in enumerate(kit.pieces, start=1):
        add_piece(document, number, piece, kit.code)
    add_loans(document, kit)
    return saved(document)


def guide_bytes(kit: ReaderKit, texts: RecordingKit) -> bytes:
    """Return the page that tells how to record with a telephone."""
    document = blank_document("Cách thu bằng điện thoại")
    for number, line in enumerate(texts.how, start=1):
        say(document.add_paragraph(), f"{number}. {line}")
    add_heading(document, "Tên các tệp", 2, 16)
    for piece in kit.pieces:
        say(document.add_paragraph(), f"{piece.title}: {piece.file}").paragraph_format.space_after = Pt(1)
    return saved(document)


def consent_bytes(kit: ReaderKit, texts: RecordingKit) -> bytes:
    """Return the consent form on one page, with blanks to sign."""
    document = blank_document("Tờ đồng ý cho dùng giọng đọc")
    document.styles["Normal"].paragraph_format.space_after = Pt(1)
    say(document.add_paragraph(), f"Tôi đọc {len(kit.pieces)} bài bằng {kit.language}.", points=12)
    for part in texts.consent:
        add_heading(document, part.title, 2, 13).paragraph_format.space_after = Pt(0)
        for line in part.lines:
            say(document.add_paragraph(), f"– {line}", points=12)
    agreed = say(document.add_paragraph(), "☐ Tôi đã đọc (hoặc nghe đọc) tờ này và đồng ý.", bold=True)
    agreed.paragraph_format.space_before = Pt(6)
    table = new_table(document, (Mm(60), Mm(122)), len(BLANKS), "Chỗ ghi tên và ký")
    for row, name in zip(table.rows, BLANKS, strict=True):
        row.height = Mm(9)
        say(tight(row.cells[0]), name, points=12)
    return saved(document)


def kit_files(kit: ReaderKit, texts: RecordingKit) -> dict[str, bytes]:
    """Return the kit's files by name, in the order in which they are wanted."""
    return {
        f"1-phieu-doc.{kit.code}.docx": sheet_bytes(kit, texts),
        "2-cach-thu.docx": guide_bytes(kit, texts),
        "3-to-dong-y.docx": consent_bytes(kit, texts),
    }
