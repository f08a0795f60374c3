"""A file from a reviewer opened: which kind it is by its bytes, whatever its name says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault, FaultsError
from camnang.papers.office.file_kinds import OfficeFileError, Wanted, broken
from camnang.papers.office.package import Package, office_package
from camnang.papers.review_sheets.cells import Opened
from camnang.papers.review_sheets.docx_cells import docx_sheet
from camnang.papers.review_sheets.xlsx_cells import xlsx_sheet

READERS: Final[dict[str, Callable[[Package], Opened]]] = {"docx": docx_sheet, "xlsx": xlsx_sheet}
WANTED: Final = Wanted(tuple(READERS))
EXPECTED: Final = "phiếu DOCX hoặc XLSX do lệnh «phieu» làm ra"


def refused(file: Path, found: str, repair: str) -> FaultsError:
    """Say why a file is no sheet."""
    fault = Fault(path=file.name, rule="phieu-khong-mo-duoc", found=found, expected=EXPECTED, repair=repair)
    return FaultsError([fault])


def opened_bytes(data: bytes) -> Opened:
    """Return the tables or tabs of a file's bytes; raise `OfficeFileError` when it cannot be read."""
    package = office_package(data, WANTED)
    try:
        return READERS[package.kind](package)
    except OfficeFileError:
        raise
    except Exception as error:  # the XML of a broken part makes any step stumble
        raise broken(data) from error


def read_opened(file: Path) -> Opened:
    """Return the tables or tabs of a DOCX or XLSX file; raise `FaultsError` when it cannot be read."""
    if not file.is_file():
        raise refused(file, "không có tệp này", "xem lại tên tệp và thư mục")
    try:
        return opened_bytes(file.read_bytes())
    except OfficeFileError as error:
        raise refused(file, error.found, error.repair) from error
