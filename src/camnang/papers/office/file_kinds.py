"""What kind of file somebody sent, by its bytes whatever its name says, and what makes it one that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Kind = str  # the ending without its point: «xlsx», «docx»

COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # files of Office before 2007, and locked ones (MS-CFB)
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4.4
OLD_KINDS: Final = {
    "Workbook": "Excel kiểu cũ (.xls)",
    "Book": "Excel kiểu cũ (.xls)",
    "WordDocument": "Word kiểu cũ (.doc)",
}
# What other kinds of files begin with.
BEGINNINGS: Final = {
    b"%PDF": "PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"BM": "ảnh BMP",
    b"II*\0": "ảnh TIFF",
    b"MM\0*": "ảnh TIFF",
    b"RIFF": "ảnh WebP hoặc âm thanh",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén GZIP",
    b"{\\rtf": "chữ RTF",
}
# Parts and first names by which archives that are no OOXML are known.
ARCHIVES: Final = {
    "xl/workbook.bin": "Excel nhị phân (.xlsb)",
    "word/document.xml": "Word (.docx)",
    "xl/workbook.xml": "Excel (.xlsx)",
    "ppt/presentation.xml": "PowerPoint (.pptx)",
    "index/document.iwa": "Numbers hoặc Pages của Apple",
    "content.xml": "LibreOffice (.ods, .odt)",
}
PAPERS: Final = ("ảnh", "PDF")
PROGRAMS: Final = {
    "xlsx": ("Excel hoặc LibreOffice", "«Excel Workbook (.xlsx)»"),
    "docx": ("Word hoặc LibreOffice", "«Word Document (.docx)»"),
}
SENT_AGAIN: Final = "mở bản gốc trên máy người gửi xem còn đọc được không, lưu lại, rồi gửi lại"
UNLOCK: Final = "mở tệp bằng mật khẩu; vào File, Info, Protect, Encrypt with Password; xoá mật khẩu; lưu lại"
MARKUP: Final = re.compile(rb"\s*<(?:!doctype html|html|head|meta|table|body)\b", re.IGNORECASE)
XML_TABLE: Final = re.compile(rb"\s*<\?xml.{0,600}(?:Excel\.Sheet|spreadsheet)", re.DOTALL)
UTF_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class OfficeFileError(Exception):
    """A file that cannot be read: what it is, and a step that helps."""

    def __init__(self, found: str, repair: str) -> None:
        self.found, self.repair = found, repair
        super().__init__(found, repair)


@dataclass(frozen=True)
class Wanted:
    """The kinds that are read, the likeliest first."""

    kinds: tuple[Kind, ...]

    @property
    def named(self) -> str:
        """The kinds as they are written: «.docx hoặc .xlsx»."""
        return " hoặc ".join(f".{kind}" for kind in self.kinds)

    def saved_again(self) -> str:
        """Say how another program's file becomes one that is read."""
        ways = (PROGRAMS[kind] for kind in self.kinds)
        return "; hoặc ".join(f"mở bằng {program}, chọn Save As (Lưu thành), kiểu {kind}" for program, kind in ways)


def unread(kind: str, repair: str) -> OfficeFileError:
    """Say that a file is whole as far as one knows, but of a kind that is not read."""
    return OfficeFileError(f"không đọc được kiểu tệp này: {kind}", repair)


def compound(data: bytes, wanted: Wanted) -> OfficeFileError:
    """Say what a compound file is: locked, or of a program before 2007."""
    if LOCKED in data:
        return OfficeFileError("tệp có mật khẩu", UNLOCK)
    streams = (kind for name, kind in OLD_KINDS.items() if name.encode("utf-16-le") in data)
    return unread(next(streams, "Excel, Word kiểu cũ (.xls, .doc)"), wanted.saved_again())


def is_text(data: bytes) -> bool:
    """Tell whether a file is plain words."""
    return data.startswith(UTF_MARKS) or not CONTROLS.search(data)


def kind_named(data: bytes) -> str:
    """Return what a file is that is neither a ZIP nor a compound file, '' where nobody knows."""
    if b"ftyphei" in data[:16] or b"ftypmif1" in data[:16]:
        return "ảnh HEIC"
    for beginning, kind in BEGINNINGS.items():
        if data.startswith(beginning):
            return kind
    words = data.removeprefix(UTF_MARKS[0])
    if MARKUP.match(words):
        return "trang HTML"
    if XML_TABLE.match(words):
        return "Excel XML 2003"
    return "chữ thường (.csv, .txt)" if is_text(data) else ""


def not_archive(data: bytes, wanted: Wanted) -> OfficeFileError:
    """Say what a file is that is no ZIP."""
    if not data.strip(b"\0"):
        return OfficeFileError("tệp rỗng", f"tệp chưa chép xong: {SENT_AGAIN}")
    if data.startswith(COMPOUND):
        return compound(data, wanted)
    named = kind_named(data)
    if named.startswith(PAPERS):
        return unread(named, f"cần chính tệp đã điền ({wanted.named}), không phải bản chụp hay bản in")
    if named.startswith("tệp nén"):
        return unread(named, "giải nén, rồi dùng các tệp bên trong")
    if named:
        return unread(named, wanted.saved_again())
    return OfficeFileError("không nhận ra kiểu tệp, có thể chép chưa xong", SENT_AGAIN)


def other_archive(names: Iterable[str], wanted: Wanted) -> OfficeFileError:
    """Say what a ZIP is that is none of the wanted kinds; `names` are those of its parts in small letters."""
    parts = tuple(names)
    inside = [name for name in parts if name.endswith((".xlsx", ".docx", ".xls", ".doc"))]
    if inside:
        return unread(f"tệp nén ZIP có {len(inside)} tệp bên trong", "giải nén, rồi dùng các tệp bên trong")
    kind = next((kind for part, kind in ARCHIVES.items() if part in parts), "")
    if kind:
        return unread(kind, wanted.saved_again())
    return unread("tệp nén ZIP, không phải tệp Office", f"gửi chính tệp {wanted.named} đã điền")


def broken(data: bytes) -> OfficeFileError:
    """Say that a ZIP cannot be opened: cut short, or damaged."""
    cut = b"PK\x05\x06" not in data[-66000:]  # the end record may have a comment of 65,535 bytes (APPNOTE 4.3.16)
    found = "tệp bị cắt cụt, chép hoặc tải chưa xong" if cut else "tệp hỏng, không mở được"
    return OfficeFileError(found, SENT_AGAIN)
