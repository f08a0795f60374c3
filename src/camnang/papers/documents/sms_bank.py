"""The bank of text messages for an operator, as CSV and XLSX."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from camnang.handbook.kits.sms_rows import SmsRow
from camnang.papers.office.cells import safe_cell
from camnang.papers.office.same_bytes import same_bytes

HEADS = ("Mã", "Thủ đoạn", "Tiếng", "Bảng mã", "Độ dài", "Số tin", "Kiểm ngày", "Duyệt", "Nội dung")
WIDTHS = (34, 30, 8, 10, 9, 8, 12, 34, 110)  # characters


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
    assert sheet is not None  # noqa: S101 (a new workbook has one sheet)
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
