"""The bank of text messages: every kit's messages as rows for an operator, as CSV and XLSX."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from camnang.kits.kit_files import Kit
from camnang.kits.text_message import size_of
from camnang.office.cells import safe_cell
from camnang.office.same_bytes import same_bytes

HEADS = ("Mã", "Thủ đoạn", "Tiếng", "Bảng mã", "Độ dài", "Số tin", "Kiểm ngày", "Duyệt", "Nội dung")
WIDTHS = (34, 30, 8, 10, 9, 8, 12, 34, 110)  # characters


@dataclass(frozen=True)
class SmsRow:
    """A message; `units` in septets (GSM-7) or 16-bit units (UCS-2), `approval` who approved it."""

    id: str
    scam: str
    language: str
    encoding: str
    units: int
    parts: int
    reviewed: str
    approval: str
    text: str


def message_id(scam: str, number: int) -> str:
    """Return a message's id: its scam's slug and its place in the kit, from 1."""
    return f"{scam}-{number}"


def sms_rows(kits: Iterable[Kit], approval: str) -> Iterator[SmsRow]:
    """Yield a row for each message of each kit; `approval` is what the handbook says of itself."""
    for kit in kits:
        for number, line in enumerate(kit.items("sms"), start=1):
            size = size_of(line.text)
            yield SmsRow(
                message_id(kit.id, number),
                kit.id,
                kit.language,
                size.encoding,
                size.units,
                size.parts,
                kit.reviewed.isoformat(),
                approval,
                line.text,
            )


def csv_bytes(rows: Iterable[SmsRow]) -> bytes:
    """Return the bank as CSV in UTF-8 with a mark that Excel knows (RFC 4180)."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADS)
    writer.writerows([safe_cell(value) for value in astuple(row)] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Iterable[SmsRow]) -> bytes:
    """Return the bank as a workbook with a filter and a fixed head."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tin nhắn"
    sheet.append(HEADS)
    for row in rows:
        sheet.append([safe_cell(value) for value in astuple(row)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, (column, width) in enumerate(zip(sheet.columns, WIDTHS, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())
