"""A returned file opened safely: whole, of the right kind, without parts that a form may not have."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from camnang.papers.office.file_kinds import OfficeFileError, Wanted
from camnang.papers.office.package import FEWER_PICTURES, MOST_FILE_BYTES, Package, office_package
from camnang.papers.reports.findings import Finding, Problem, UnreadableError, about_file

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

WANTED: Final = Wanted(("xlsx",))
EXPECTED: Final = "mẫu báo cáo .xlsx đã điền"
# Parts that a form has no need of: by the beginning of their name, what they are and how to be rid of them.
STRANGE_PARTS: Final = {
    "xl/vbaproject": ("tệp có macro", "chọn Save As (Lưu thành), kiểu «Excel Workbook (.xlsx)», trả lời Yes (Có)"),
    "xl/externallinks/": (
        "tệp có liên kết sang tệp khác",
        "vào Data, Edit Links (Workbook Links), bấm Break Link; nếu còn thì chép số sang mẫu mới",
    ),
    "xl/connections": ("tệp có nối sang nguồn dữ liệu khác", "vào Data, Queries & Connections, xoá kết nối, lưu lại"),
    "xl/embeddings/": ("tệp có tệp khác nhúng bên trong", "bấm vào tệp nhúng trên tờ, bấm Delete, lưu lại"),
    "xl/activex/": ("tệp có nút điều khiển ActiveX", "chép số sang mẫu mới lấy trên trang"),
}


def refused(name: str, *, rule: RuleId, found: str, repair: str) -> UnreadableError:
    """Say why a file is no form."""
    return UnreadableError(about_file(name, Problem(rule=rule, found=found, expected=EXPECTED, repair=repair)))


def file_bytes(file: Path, name: str) -> bytes:
    """Return a file's bytes; raise `UnreadableError` when it is too large or the machine cannot open it."""
    try:
        said = file.stat()
        if not stat.S_ISREG(said.st_mode):  # reading a device or a pipe may never end
            raise refused(
                name,
                rule="bao-cao-khong-mo-duoc",
                found="không phải một tệp (thiết bị, đường ống)",
                repair="xin lại bản .xlsx, chép thẳng vào thư mục này",
            )
        size = said.st_size
        if size > MOST_FILE_BYTES:
            raise refused(
                name, rule="bao-cao-khong-mo-duoc", found=f"tệp quá lớn ({size // 1024} KB)", repair=FEWER_PICTURES
            )
        return file.read_bytes()
    except OSError as error:
        raise refused(
            name,
            rule="bao-cao-khong-mo-duoc",
            found=f"máy không mở được tệp ({error.strerror})",
            repair="xem lại quyền mở tệp",
        ) from error


def strange_parts(name: str, parts: tuple[str, ...]) -> Iterator[Finding]:
    """Yield a finding for each kind of part that a form may not have."""
    for beginning, (found, repair) in STRANGE_PARTS.items():
        if any(part.startswith(beginning) for part in parts):
            yield about_file(name, Problem(rule="bao-cao-co-phan-la", found=found, expected=EXPECTED, repair=repair))


def safe_package(file: Path, name: str) -> Package:
    """Return an Excel file that is safe to read, told as `name`; raise `UnreadableError` otherwise."""
    try:
        package = office_package(file_bytes(file, name), WANTED)
    except OfficeFileError as error:
        raise refused(name, rule="bao-cao-khong-mo-duoc", found=error.found, repair=error.repair) from error
    if found := tuple(strange_parts(name, package.names)):
        raise UnreadableError(*found)
    return package
