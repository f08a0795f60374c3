from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from camnang.papers.office.file_kinds import COMPOUND, OfficeFileError, Wanted
from camnang.papers.office.package import office_package
from camnang.papers.office.workbook import unescaped
from tests.papers.reports.returned_forms import blank

WANTED = Wanted(("xlsx",))
UNREAD = "không đọc được kiểu tệp này:"


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def with_false_size(content: bytes, size: int) -> bytes:
    """Return a ZIP of one sheet whose directory claims another size than it unpacks to."""
    data = bytearray(archive({"xl/worksheets/sheet1.xml": content}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", size)  # APPNOTE.TXT 4.3.12
    return bytes(data)


# What a file is: its bytes, and exactly what is told.
KINDS = {
    "nothing": (b"", "tệp rỗng"),
    "zeros of a broken copy": (bytes(4096), "tệp rỗng"),
    "PDF": (b"%PDF-1.7", f"{UNREAD} PDF"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(9), f"{UNREAD} ảnh JPEG"),
    "photo of a telephone": (b"\0\0\0\x18ftypheic", f"{UNREAD} ảnh HEIC"),
    "web page": (b"\xef\xbb\xbf<html><table>", f"{UNREAD} trang HTML"),
    "Excel XML": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', f"{UNREAD} Excel XML 2003"),
    "words": ("Mã,Tổng số".encode(), f"{UNREAD} chữ thường (.csv, .txt)"),
    "words in UTF-16": ("Mã".encode("utf-16"), f"{UNREAD} chữ thường (.csv, .txt)"),
    "RAR": (b"Rar!\x1a\x07", f"{UNREAD} tệp nén RAR"),
    "old Excel": (COMPOUND + "Workbook".encode("utf-16-le"), f"{UNREAD} Excel kiểu cũ (.xls)"),
    "locked": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
    "binary Excel": (archive({"xl/workbook.bin": b"x"}), f"{UNREAD} Excel nhị phân (.xlsb)"),
    "LibreOffice": (archive({"mimetype": b"x", "content.xml": b"<x/>"}), f"{UNREAD} LibreOffice (.ods, .odt)"),
    "Apple": (archive({"Index/Document.iwa": b"x"}), f"{UNREAD} Numbers hoặc Pages của Apple"),
    "files inside": (archive({"a.xlsx": b"x", "b.docx": b"x"}), f"{UNREAD} tệp nén ZIP có 2 tệp bên trong"),
    "cut short": (blank()[:-300], "tệp bị cắt cụt, chép hoặc tải chưa xong"),
    "strange compression": (
        archive({"xl/workbook.xml": b"<x/>"}, zipfile.ZIP_LZMA),
        "tệp nén theo cách mà Office không dùng",
    ),
    "bomb": (archive({"xl/worksheets/sheet1.xml": b" " * 26_000_000}), "tệp bung ra quá 24 MB"),
    "bomb that claims to be small": (with_false_size(b" " * 60_000_000, 100), "tệp hỏng, không mở được"),
    "bomb of entities": (
        archive({"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
        "tệp có khai báo DTD, thực thể XML",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_that_is_not_read_is_called_what_it_is(name: str) -> None:
    data, found = KINDS[name]
    with pytest.raises(OfficeFileError) as raised:
        office_package(data, WANTED)
    assert raised.value.found == found
    assert raised.value.repair, "a step that helps"


def test_parts_are_found_in_any_case_and_with_the_strokes_of_windows() -> None:
    with zipfile.ZipFile(BytesIO(blank())) as package:
        parts = {name.replace("/", "\\").upper(): package.read(name) for name in package.namelist()}
    assert office_package(archive(parts), WANTED).main == "xl/workbook.xml"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("một_x000D_hai", "một\rhai"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE0A_", "😊"),
        ("_xD83D_", "\ufffd"),
        ("_x0000_", "\ufffd"),
        ("so_x12_y", "so_x12_y"),
    ],
)
def test_escapes_of_excel_are_the_letters_they_stand_for(written: str, read: str) -> None:
    assert unescaped(written) == read
