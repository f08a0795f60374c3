from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from camnang.handbook.project import Project
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.changes import write_changes
from camnang.papers.review_sheets.round_trip import read_sheet
from tests.conftest import SCAM, TRANSLATION, edit
from tests.papers.review_sheets.conftest import KINDS, SIGNED, fill, sheet_faults, sheets

both = pytest.mark.parametrize("kind", KINDS)

# What is written into the sheet, where the fault is told, its rule and a piece of what is told; row 1 is the title's.
BAD_CELLS: dict[str, tuple[dict[str, str], str, str, str]] = {
    "formula": ({"title:C": '=HYPERLINK("http://x.example")'}, "C", "phieu-co-cong-thuc", ""),
    "TCVN3": ({"title:C": "C«ng an gi¶"}, "C", "phieu-chu-la", ""),
    "VNI": ({"title:C": "Coâng an"}, "C", "phieu-chu-la", ""),
    "letters of another language": ({"title:C": "Злой"}, "C", "phieu-chu-la", ""),
    "no letter": ({"title:C": "..."}, "C", "phieu-chu-sua-hong", "chữ sửa «...»"),
    "bold signs": ({"title:C": "Cần **lạ**"}, "C", "phieu-chu-sua-hong", "dấu *"),
    "a stray source": ({"title:C": "Cần lạ [X01]"}, "C", "phieu-chu-sua-hong", "dấu [X01]"),
    "an unknown verdict": ({"title:V": "tạm được"}, "V", "phieu-sai-danh-gia", "ghi «tạm được»"),
    "right and corrected": ({"title:C": "Cần lạ", "title:V": "Đ"}, "V", "phieu-sai-danh-gia", "vừa ghi Đúng"),
    "draft written over": ({"title:D": "Cần lạ"}, "D", "phieu-khac-ban-nhap", "bản nháp trong phiếu «Cần lạ»"),
}
OLD_FONT = "(kiểu chữ TCVN3 hoặc VNI)"
LETTER_IN_EXCEL = {"C": "F", "V": "G", "D": "D"}


@both
@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_cell_is_told_with_its_place(attested: Project, kind: str, name: str) -> None:
    written, column, rule, told = BAD_CELLS[name]
    place = "dòng 1" if kind == "docx" else f"Phiếu!{LETTER_IN_EXCEL[column]}3"
    file = fill(sheets(attested)[kind], written)
    faults = sheet_faults(attested, file)
    assert [fault.path for fault in faults] == [f"{file.name} {place}"], faults
    assert faults[0].rule == rule
    assert told in faults[0].found, faults[0].found


@both
@pytest.mark.parametrize("words", ["- Bấu lao", "1. Bấu lao", "> Bấu lao", "+ Bấu lao"])
def test_a_sentence_that_would_begin_a_list_is_told(attested: Project, kind: str, words: str) -> None:
    last = "## Tuyện dú hâư mà {#nguon}"
    edit(attested, TRANSLATION, last, f"Bấu lao.\n\n{last}")
    (fault,) = sheet_faults(attested, fill(sheets(attested)[kind], {"vu-viec.p2:C": words}))
    assert fault.rule == "phieu-chu-sua-hong", fault


@both
@pytest.mark.parametrize(
    ("info", "told"),
    [
        ({rows.DATE: "1/12/2026"}, {"chưa có tên người duyệt"}),
        ({rows.REVIEWER: "Nông Văn A"}, {"chưa có ngày duyệt"}),
        ({}, {"chưa có tên người duyệt", "chưa có ngày duyệt"}),
        ({**SIGNED, rows.DATE: "31/2/2026"}, {"ngày duyệt «31/2/2026»"}),
        ({**SIGNED, rows.DATE: "12/1/26"}, {"ngày duyệt «12/1/26»"}),
        ({**SIGNED, rows.REVIEWER: "N«ng V¨n A"}, {f"chữ lạ «N«n» {OLD_FONT}, «¨» {OLD_FONT} trong «N«ng V¨n A»"}),
        ({**SIGNED, rows.SOURCE_PIN: "0" * 12}, None),
        ({**SIGNED, rows.PAGE: "thu-doan/la"}, {"trang «thu-doan/la»"}),
        ({**SIGNED, rows.LANGUAGE: "xx"}, {"tiếng «xx»"}),
    ],
)
def test_bad_blanks_are_told(attested: Project, kind: str, info: dict[str, str], told: set[str] | None) -> None:
    faults = sheet_faults(attested, fill(sheets(attested)[kind], {"title:V": "Đ"}, info))
    found = {fault.found for fault in faults}
    assert found == told if told is not None else "dấu bản Việt «000000000000»" in found.pop(), found


@both
def test_all_faults_are_told_together(attested: Project, kind: str) -> None:
    faults = sheet_faults(attested, fill(sheets(attested)[kind], {"title:V": "hử", "p1:C": "C«ng an"}, {}))
    assert len(faults) == 4, faults


@both
def test_a_vietnamese_page_that_changed_is_told(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"title:V": "Đ"})
    edit(attested, SCAM, "Thở một hơi.", "Thở hai hơi.")
    (fault,) = sheet_faults(attested, file)
    assert "dấu bản Việt" in fault.found
    assert "in phiếu mới" in fault.repair


@both
def test_a_draft_that_changed_is_a_conflict_in_its_row_only(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"title:C": "Cần lạ"})
    write_changes(attested, read_sheet(attested, file).changes)
    (fault,) = sheet_faults(attested, file)
    assert (fault.found, fault.expected) == (
        "bản nháp trong phiếu «Cần róa chả công an»",
        "như bản nháp lúc này «Cần lạ»",
    )
    assert "in phiếu mới" in fault.repair


@both
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"bi-lua.2.rest:C": "Roọng công an."}, "mục {#bi-lua}, các số: không có"),
        ({"bi-lua.2.rest:C": "Roọng 114."}, "số điện thoại 114"),
        ({"khong.1.lead:C": "Dá đảy phác chèn, dá đảy phác chèn ngay, bấu phác chèn"}, "chữ đậm"),
        ({"mau.1.co-do:C": "Hâu há pả, cạ mà pắt, hâu há pả, cạ mà pắt"}, "co-do"),
    ],
)
def test_a_correction_that_breaks_a_rule_of_the_handbook_is_told(
    attested: Project, kind: str, written: dict[str, str], told: str
) -> None:
    faults = sheet_faults(attested, fill(sheets(attested)[kind], written))
    assert any(told in fault.found for fault in faults), faults


@both
def test_a_fault_of_a_section_names_every_cell_corrected_in_it(attested: Project, kind: str) -> None:
    written = {"bi-lua.2.rest:C": "Roọng công an.", "bi-lua.1.lead:C": "Roọng ngân hàng.", "title:C": "Cần lạ"}
    file = fill(sheets(attested)[kind], written)
    (fault,) = sheet_faults(attested, file)
    cells = "dòng 20, dòng 22" if kind == "docx" else "Phiếu!F22, Phiếu!F24"
    assert fault.path == f"{file.name} {cells} → {TRANSLATION}", fault.path


@both
def test_such_a_fault_names_the_cell_it_comes_from(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"khong.1.lead:C": "Dá đảy phác chèn, dá đảy phác chèn ngay, bấu phác chèn"})
    (fault,) = sheet_faults(attested, file)
    place = "dòng 14" if kind == "docx" else "Phiếu!F16"
    assert fault.path == f"{file.name} {place} → {TRANSLATION}", fault.path
    assert "khong" not in (attested.root / TRANSLATION).read_text(encoding="utf-8").splitlines()[fault.line - 1]


def change_rows(file: Path, drop: int | None = None, double: int | None = None, rename: int | None = None) -> None:
    """Drop, double or rename a row of units, counted from 1."""
    if file.suffix == ".docx":
        document = docx.Document(str(file))
        table = document.tables[-1]
        if rename:
            table.rows[rename].cells[0].text = "7 la.1.lead"
        if double:
            table.rows[double]._tr.addnext(copy.deepcopy(table.rows[double]._tr))
        if drop:
            table._tbl.remove(table.rows[drop]._tr)
        document.save(str(file))
        return
    book = openpyxl.load_workbook(file)
    tab = book["Phiếu"]
    if rename:
        tab.cell(rename + 2, 1).value = "la.1.lead"
    if double:
        tab.append([cell.value for cell in tab[double + 2]])
    if drop:
        tab.delete_rows(drop + 2)
    book.save(file)


@both
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ({"drop": 1}, ["thiếu dòng 1 (title)"]),
        ({"double": 1}, ["dòng «title» có hai lần"]),
        ({"rename": 1}, ["mã dòng lạ «la.1.lead»", "thiếu dòng 1 (title)"]),
    ],
)
def test_rows_that_are_missing_double_or_strange_are_told(
    attested: Project, kind: str, spoil: dict[str, int], told: list[str]
) -> None:
    file = sheets(attested)[kind]
    change_rows(file, **spoil)
    assert sorted({fault.found for fault in sheet_faults(attested, file)}) == sorted(told)


def rename_column(file: Path, old: str, new: str) -> None:
    if file.suffix == ".docx":
        document = docx.Document(str(file))
        cells = {cell.text: cell for cell in document.tables[-1].rows[0].cells}
        cells[old].text = new
        document.save(str(file))
    else:
        book = openpyxl.load_workbook(file)
        cells = {cell.value: cell for cell in book["Phiếu"][2]}
        cells[old].value = new
        book.save(file)


@both
def test_a_missing_column_is_told_by_its_name(attested: Project, kind: str) -> None:
    file = sheets(attested)[kind]
    rename_column(file, rows.CORRECTION_COLUMN, "Ghi chú")
    (fault,) = sheet_faults(attested, file)
    assert fault.found == "thiếu cột «Sửa lại»"


@both
def test_a_column_is_known_in_any_case(attested: Project, kind: str) -> None:
    file = fill(sheets(attested)[kind], {"title:C": "Cần lạ"})
    rename_column(file, rows.CORRECTION_COLUMN, "SỬA  LẠI")
    (change,) = read_sheet(attested, file).changes
    assert "\n# Cần lạ\n" in change.new


def test_a_missing_tab_of_blanks_is_told(attested: Project) -> None:
    file = sheets(attested)["xlsx"]
    book = openpyxl.load_workbook(file)
    del book["Thông tin"]
    book.save(file)
    (fault,) = sheet_faults(attested, file)
    assert "thiếu ô «Người duyệt»" in fault.found


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "tệp rỗng"),
    "text": (lambda _: "chữ thường".encode(), "không đọc được kiểu tệp này: chữ thường (.csv, .txt)"),
    "cut off": (lambda data: data[: len(data) // 2], "tệp bị cắt cụt, chép hoặc tải chưa xong"),
    "password": (
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "tệp có mật khẩu",
    ),
    "Word before 2007": (
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "không đọc được kiểu tệp này: Word kiểu cũ (.doc)",
    ),
    "bytes lost inside": (lambda data: data[:300] + bytes(200) + data[500:], "tệp hỏng, không mở được"),
}


@both
@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_is_no_sheet_gives_one_clear_fault(attested: Project, kind: str, name: str) -> None:
    spoil, told = SPOILT[name]
    file = sheets(attested)[kind]
    file.write_bytes(spoil(file.read_bytes()))
    (fault,) = sheet_faults(attested, file)
    assert told in fault.found, fault.found


def test_a_file_that_does_not_exist_and_a_zip_of_something_else_are_told(attested: Project, tmp_path: Path) -> None:
    (fault,) = sheet_faults(attested, tmp_path / "không-có.docx")
    assert fault.found == "không có tệp này"
    other = tmp_path / "khác.docx"
    other.write_bytes(b"PK\x05\x06" + bytes(18))  # an empty ZIP
    (fault,) = sheet_faults(attested, other)
    assert fault.found == "không đọc được kiểu tệp này: tệp nén ZIP, không phải tệp Office"


def test_another_word_file_is_told_what_it_lacks(attested: Project, tmp_path: Path) -> None:
    other = tmp_path / "thư.docx"
    docx.Document().save(str(other))
    (fault,) = sheet_faults(attested, other)
    assert fault.found == "thiếu cột «Số», «Bản nháp», «Sửa lại», «Đúng/Sai»"
