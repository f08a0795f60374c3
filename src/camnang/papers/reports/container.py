"""A returned file before any library opens it: its kind by its bytes, its size unpacked, parts it may not have.

Excel files are ZIPs of XML (ECMA-376). A ZIP may unpack to more than the memory, XML may define entities that grow
without end, and parts may carry macros or fetch from elsewhere; none of that is needed in a form.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from camnang.papers.reports.findings import Finding, Problem, UnreadableError, about_file

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

MOST_FILE_BYTES: Final = 5 * 1024 * 1024  # the form has 12 KB
MOST_UNPACKED_BYTES: Final = 8 * 1024 * 1024  # the form has 100 KB
MOST_PARTS: Final = 300
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # files of Office before 2007, and locked ones (MS-CFB)
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4.4
ENCRYPTED_FLAG: Final = 0x1  # of a member (APPNOTE.TXT 4.4.4)
WORKBOOK, WORD = "xl/workbook.xml", "word/document.xml"
EXPECTED: Final = "mẫu báo cáo .xlsx đã điền"
ASK_AGAIN: Final = "xin đơn vị gửi lại bản .xlsx"
# ECMA-376 part 2 forbids DTDs; other encodings could hide one.
DTD: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
ENCODINGS: Final = frozenset({b"utf-8", b"utf-16", b"us-ascii"})
XML_ENDINGS: Final = (".xml", ".rels", ".vml")
# Parts that a form has no need of: by the beginning of their name, what they are and how to be rid of them.
STRANGE_PARTS: Final = {
    "xl/vbaProject": ("tệp có macro", "lưu lại dạng .xlsx thường (không macro)"),
    "xl/externalLinks/": ("tệp có liên kết sang tệp khác", "chép số thành giá trị, bỏ liên kết, lưu lại"),
    "xl/connections": ("tệp có nối sang nguồn dữ liệu khác", "bỏ kết nối dữ liệu, lưu lại"),
    "xl/embeddings/": ("tệp có tệp khác nhúng bên trong", "bỏ tệp nhúng, lưu lại"),
    "xl/activeX/": ("tệp có nút điều khiển ActiveX", "bỏ nút ấy, lưu lại"),
}


def refused(name: str, *, rule: RuleId, found: str, repair: str = ASK_AGAIN) -> UnreadableError:
    """Say why a file is no form."""
    return UnreadableError(about_file(name, Problem(rule=rule, found=found, expected=EXPECTED, repair=repair)))


def file_bytes(file: Path) -> bytes:
    """Return a file's bytes; raise `UnreadableError` when it is empty, too large, locked or of another kind."""
    size = file.stat().st_size
    if size == 0:
        raise refused(file.name, rule="bao-cao-khong-mo-duoc", found="tệp rỗng")
    if size > MOST_FILE_BYTES:
        raise refused(
            file.name,
            rule="bao-cao-khong-mo-duoc",
            found=f"tệp quá lớn ({size // 1024} KB)",
            repair="bỏ ảnh và tờ thêm vào, gửi lại mẫu",
        )
    data = file.read_bytes()
    if data.startswith(COMPOUND) and LOCKED in data:
        raise refused(
            file.name,
            rule="bao-cao-khong-mo-duoc",
            found="tệp có mật khẩu",
            repair="mở tệp, bỏ mật khẩu, lưu lại dạng .xlsx",
        )
    if data.startswith(COMPOUND):
        raise refused(
            file.name,
            rule="bao-cao-khong-mo-duoc",
            found="tệp Excel, Word kiểu cũ (.xls, .doc)",
            repair="mở tệp, lưu lại dạng .xlsx",
        )
    return data


def size_problem(members: list[zipfile.ZipInfo]) -> str:
    """Return what is wrong with the size of an archive, '' when nothing is."""
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED_BYTES:
        return f"tệp bung ra quá lớn ({unpacked // 1024 // 1024} MB)"
    return f"tệp có quá nhiều phần ({len(members)})" if len(members) > MOST_PARTS else ""


def xml_problem(content: bytes) -> str:
    """Return why a part is not safe to parse, '' when it is."""
    named = ENCODING.search(content[:200].replace(b"\0", b""))
    if named and named[1].lower() not in ENCODINGS:
        return "tệp có phần chữ mã lạ"
    # UTF-16 writes a zero byte beside each letter.
    return "tệp có khai báo DTD, thực thể XML" if DTD.search(content.replace(b"\0", b"")) else ""


def strange_parts(name: str, parts: list[str]) -> Iterator[Finding]:
    """Yield a finding for each kind of part that a form may not have."""
    for beginning, (found, repair) in STRANGE_PARTS.items():
        if any(part.startswith(beginning) for part in parts):
            yield about_file(name, Problem(rule="bao-cao-co-phan-la", found=found, expected=EXPECTED, repair=repair))


def check_parts(name: str, archive: zipfile.ZipFile) -> None:
    """Read every part once; raise `UnreadableError` for the first thing that makes the file unsafe."""
    members = archive.infolist()
    if problem := size_problem(members):
        raise refused(name, rule="bao-cao-khong-mo-duoc", found=problem)
    if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
        raise refused(
            name, rule="bao-cao-khong-mo-duoc", found="tệp nén có mật khẩu", repair="bỏ mật khẩu, lưu lại dạng .xlsx"
        )
    for member in members:
        content = archive.read(member)  # never more than the size checked above
        if member.filename.endswith(XML_ENDINGS) and (problem := xml_problem(content)):
            raise refused(name, rule="bao-cao-co-phan-la", found=problem)


def checked_parts(name: str, data: bytes) -> list[str]:
    """Return the names of an archive's parts; raise `UnreadableError` when it is unsafe or broken."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_parts(name, archive)
            return archive.namelist()
    except UnreadableError:
        raise
    except Exception as error:  # zipfile raises whatever the broken part makes it stumble over
        raise refused(name, rule="bao-cao-khong-mo-duoc", found="tệp hỏng, hoặc không phải Excel") from error


def safe_package(file: Path) -> bytes:
    """Return the bytes of an Excel file that is safe to open; raise `UnreadableError` otherwise."""
    try:
        data = file_bytes(file)
    except OSError as error:
        raise refused(
            file.name,
            rule="bao-cao-khong-mo-duoc",
            found=f"máy không mở được tệp ({error.strerror})",
            repair="xem lại quyền mở tệp",
        ) from error
    parts = checked_parts(file.name, data)
    if WORD in parts:
        raise refused(file.name, rule="bao-cao-khong-mo-duoc", found="tệp Word đổi tên thành .xlsx")
    if WORKBOOK not in parts:
        raise refused(file.name, rule="bao-cao-khong-mo-duoc", found="không phải tệp Excel .xlsx")
    if found := tuple(strange_parts(file.name, parts)):
        raise UnreadableError(*found)
    return data
