"""A file from a reviewer opened: which kind it is by its bytes, whatever its name says."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from camnang.files.faults import Fault, FaultsError
from camnang.papers.review_sheets.cells import Grid
from camnang.papers.review_sheets.docx_cells import docx_grids
from camnang.papers.review_sheets.xlsx_cells import xlsx_grids

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

# Compound files: Word and Excel before 2007, and newer ones that a password locks (MS-OFFCRYPTO).
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN_PARTS: Final[dict[str, Callable[[bytes], tuple[Grid, ...]]]] = {
    "word/document.xml": docx_grids,
    "xl/workbook.xml": xlsx_grids,
}
MOST_BYTES: Final = 64 * 1024 * 1024  # unpacked; a sheet has less than one
EXPECTED: Final = "phiếu DOCX hoặc XLSX do lệnh «phieu» làm ra"


def refused(file: Path, *, rule: RuleId, found: str, repair: str) -> FaultsError:
    """Say why a file is no sheet."""
    return FaultsError([Fault(path=file.name, rule=rule, found=found, expected=EXPECTED, repair=repair)])


def content(file: Path) -> bytes:
    """Return a file's bytes; raise `FaultsError` when there are none or a password locks them."""
    if not file.is_file():
        raise refused(file, rule="khong-doc-duoc-tep", found="không có tệp này", repair="xem lại tên tệp và thư mục")
    data = file.read_bytes()
    if not data:
        raise refused(
            file, rule="phieu-khong-mo-duoc", found="tệp rỗng", repair="chép lại tệp từ máy hoặc thư của người duyệt"
        )
    if data.startswith(COMPOUND):
        raise refused(
            file,
            rule="phieu-khong-mo-duoc",
            found="tệp có mật khẩu, hoặc là Word, Excel kiểu cũ (.doc, .xls)",
            repair="mở tệp, bỏ mật khẩu, lưu lại thành .docx hoặc .xlsx",
        )
    return data


def reader_of(file: Path, data: bytes) -> Callable[[bytes], tuple[Grid, ...]]:
    """Return the reader for a file's kind; raise `FaultsError` when it is another kind or broken."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as members:
            names, size = set(members.namelist()), sum(member.file_size for member in members.infolist())
    except zipfile.BadZipFile as error:
        raise refused(
            file,
            rule="phieu-khong-mo-duoc",
            found="không phải DOCX hay XLSX, hoặc tệp hỏng",
            repair="xin lại tệp từ người duyệt",
        ) from error
    found = [reader for part, reader in MAIN_PARTS.items() if part in names]
    if not found or size > MOST_BYTES:
        raise refused(
            file,
            rule="phieu-khong-mo-duoc",
            found="không phải tệp Word hay Excel",
            repair="xin lại tệp từ người duyệt",
        )
    return found[0]


def read_grids(file: Path) -> tuple[Grid, ...]:
    """Return the tables or tabs of a DOCX or XLSX file; raise `FaultsError` when it cannot be read."""
    data = content(file)
    reader = reader_of(file, data)
    try:
        return reader(data)
    except Exception as error:  # both libraries raise whatever the broken part makes them stumble over
        raise refused(
            file, rule="phieu-khong-mo-duoc", found="tệp hỏng, không mở được", repair="xin lại tệp từ người duyệt"
        ) from error
