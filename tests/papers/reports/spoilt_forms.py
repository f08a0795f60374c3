"""Forms and files with one fault each, and where and how that fault must be told."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from camnang.papers.reports.findings import Level
from tests.papers.reports.returned_forms import cell, form, places, put, sheet

Make = Callable[[str], bytes]
REJECTED, NOTED = Level.REJECTED, Level.NOTED


@dataclass(frozen=True)
class Case:
    """A fault: how to make it in the form of a unit, and what must be found; `place` is the cell or ''."""

    name: str
    make: Make
    found: str
    place: str = ""
    level: Level = REJECTED


def changed(**changes: object) -> Make:
    """Return a maker of forms with other answers."""
    return lambda unit: form(unit, changes)


def spoilt(spoil: Callable[[Workbook], None]) -> Make:
    """Return a maker of forms whose workbook was changed."""
    return lambda unit: form(unit, spoil=spoil)


def in_sheet(spoil: Callable[[Worksheet], object]) -> Make:
    """Return a maker of forms whose sheet was changed."""
    return spoilt(lambda book: spoil(sheet(book)) and None)


def insert_row(book: Workbook) -> None:
    """Insert a row above the events, as people do; joined cells stay where they were."""
    tab = sheet(book)
    for area in [str(area) for area in tab.merged_cells.ranges]:
        tab.unmerge_cells(area)
    tab.insert_rows(places()["B1"])


def swap_rows(book: Workbook) -> None:
    """Let two lines change places."""
    tab = sheet(book)
    first, second = places()["D2"], places()["D3"]
    for letter in "ABCD":
        one, other = tab[f"{letter}{first}"], tab[f"{letter}{second}"]
        one.value, other.value = other.value, one.value


def remove_row(book: Workbook) -> None:
    """Take a line away."""
    for letter in "ABCD":
        sheet(book)[f"{letter}{places()['D3']}"].value = None


def rename_form(book: Workbook) -> None:
    sheet(book).title = "Sheet1"


def add_tab(state: str) -> Callable[[Workbook], None]:
    """Return a change that adds a sheet."""

    def add(book: Workbook) -> None:
        book.create_sheet("Riêng").sheet_state = state

    return add


def with_part(name: str, content: bytes = b"<x/>") -> Make:
    """Return a maker of forms with one more part in the package."""

    def make(unit: str) -> bytes:
        out = BytesIO(form(unit))
        with zipfile.ZipFile(out, "a") as package:
            package.writestr(name, content)
        return out.getvalue()

    return make


def with_sheet_xml(old: bytes, new: bytes) -> Make:
    """Return a maker of forms whose sheet's XML was changed by hand."""

    def make(unit: str) -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(form(unit))) as before, zipfile.ZipFile(out, "w") as after:
            for name in before.namelist():
                content = before.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    assert old in content, f"{old!r} is not in the sheet"
                    content = content.replace(old, new, 1)
                after.writestr(name, content)
        return out.getvalue()

    return make


def bomb(_: str) -> bytes:
    """Return a small file that unpacks to 50 MB."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b" " * 50_000_000)
    return out.getvalue()


def word_file(_: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    return out.getvalue()


ROOT_TAG: Final = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ENTITIES: Final = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LINK: Final = '=HYPERLINK("http://example.invalid","xem")'

CELLS: Final = (
    Case("a formula in a number", changed(B1="=6+3+1"), "công thức «=6+3+1»", cell("B1")),
    Case("a link by formula", changed(E2="Có", E3=LINK), f"công thức «{LINK}»", cell("E3")),
    Case("a formula beside the form", in_sheet(lambda tab: put(tab, "J12", "=1+1")), "công thức «=1+1»", "J12"),
    Case("text that begins with +", changed(E2="Có", E3="+84 gọi"), "chữ bắt đầu bằng dấu +: «+84 gọi»", cell("E3")),
    Case(
        "text that begins with @", changed(E2="Có", E3="@SUM(A1)"), "chữ bắt đầu bằng dấu @: «@SUM(A1)»", cell("E3")
    ),
    Case("text that begins with -", changed(E2="Có", E3="- họp"), "chữ bắt đầu bằng dấu -: «- họp»", cell("E3")),
    Case("a number with a word", changed(D3="12 buổi"), "chữ «12 buổi» trong ô số", cell("D3")),
    Case("a number with a point", changed(D3="1.200"), "chữ «1.200» trong ô số", cell("D3")),
    Case("full-width digits", changed(D3="１２"), "chữ «１２» trong ô số", cell("D3")),
    Case("a negative number", changed(D3=-1), "số âm -1", cell("D3")),
    Case("a number too large", changed(D3=20001), "số quá lớn 20001", cell("D3")),
    Case("a fraction", changed(D3=1.5), "số lẻ 1.5", cell("D3")),
    Case("an empty number", changed(D3=None), "ô trống", cell("D3")),
    Case(
        "a date in a number",
        changed(D3=datetime.datetime(2026, 5, 12)),
        "ngày «2026-05-12 00:00:00» trong ô số",
        cell("D3"),
    ),
    Case("another choice", changed(E2="Chưa"), "«Chưa»", cell("E2")),
    Case("a long text", changed(E2="Có", E3="a" * 601), "601 chữ cái", cell("E3")),
    Case(
        "a telephone number in a text",
        changed(E2="Có", E3="Gọi 0912 345 678."),
        "dãy số dài «0912 345 678»",
        cell("E3"),
    ),
    Case(
        "every number of a text",
        changed(E2="Có", E3="Gọi 0912 345 678, chuyển vào 19036541234567."),
        "dãy số dài «0912 345 678», «19036541234567»",
        cell("E3"),
    ),
    Case("another period", changed(A2="6 tháng đầu năm"), "kỳ «6 tháng đầu năm»", cell("A2")),
    Case("no period", changed(A2=None), "kỳ «»", cell("A2")),
    Case("another year", changed(A3=2025), "năm «2025»", cell("A3")),
    Case("a year by formula", changed(A3="=2026"), "năm «=2026»", cell("A3")),
    Case("a day that is none", changed(A4="31/2/2026"), "«31/2/2026»", cell("A4")),
    Case("a day of another year", changed(A4=datetime.datetime(2024, 12, 1)), "ngày 01/12/2024", cell("A4")),
)
AGREEMENT: Final = (
    Case("places do not add up", changed(B2=5), "B1 ghi 10, B2 + B3 + B4 = 9", cell("B1")),
    Case(
        "languages do not add up",
        changed(**{"C1.E": 19}),
        "C1 ghi 40, các tiếng cộng lại 19 + 12 + 8 = 39",
        cell("C1"),
    ),
    Case("more pupils than people", changed(B6=801), "B6 ghi 801, lớn hơn B5 ghi 800", cell("B6")),
    Case("fewer people than events", changed(B5=9, B6=0), "B1 ghi 10, lớn hơn B5 ghi 9", cell("B1")),
    Case("people without events", changed(B1=0, B2=0, B3=0, B4=0), "đã ghi B5, còn B1 trống hoặc bằng 0", cell("B1")),
    Case("a story announced and not told", changed(E2="Có"), "đã ghi E2, còn E3 trống hoặc bằng 0", cell("E3")),
    Case("a story told and not announced", changed(E3="Đọc loa."), "đã ghi E3, còn E2 trống hoặc bằng 0", cell("E2")),
)
NAMES: Final = (
    Case("no unit", changed(A1=None), "không có đơn vị «»", cell("A1")),
    Case("an unknown unit", changed(A1="Xã Không Có"), "không có đơn vị «Xã Không Có»", cell("A1")),
    Case(
        "a name of two", changed(A1="Hưng Đạo"), "«Hưng Đạo» có thể là Xã Hưng Đạo hay Phường Thục Phán", cell("A1")
    ),
    Case("an old name", changed(A1="Sông Hiến"), "«Sông Hiến»: tên cũ hoặc tên tắt", cell("A1"), NOTED),
    Case(
        "a name without accents",
        changed(A1="xa bao lam"),
        "«xa bao lam»: tên viết khác dấu, khác chữ hoa hoặc thiếu chữ",
        cell("A1"),
        NOTED,
    ),
    Case(
        "a name in capitals",
        changed(A1="XÃ BẢO LÂM"),
        "«XÃ BẢO LÂM»: tên viết khác dấu, khác chữ hoa hoặc thiếu chữ",
        cell("A1"),
        NOTED,
    ),
    Case("a late return", changed(A4=datetime.datetime(2026, 12, 5)), "nộp ngày 05/12/2026", cell("A4"), NOTED),
)
SHEETS: Final = (
    Case("joined cells", in_sheet(lambda tab: tab.merge_cells("D11:D12")), "ô bị gộp ở dòng B1, B2", "D11:D12"),
    Case("cells joined sideways", in_sheet(lambda tab: tab.merge_cells("D24:E24")), "ô bị gộp ở dòng D3", "D24:E24"),
    Case("no sheet of the form", spoilt(rename_form), "không có tờ «Báo cáo», chỉ có Sheet1, Hướng dẫn, Danh mục"),
    Case("a hidden sheet", spoilt(add_tab("hidden")), "tờ ẩn «Riêng»"),
    Case(
        "a very hidden sheet",
        spoilt(add_tab("veryHidden")),
        "tờ ẩn «Riêng» (ẩn sâu, Excel không cho hiện bằng chuột phải)",
    ),
    Case("an added sheet", spoilt(add_tab("visible")), "tờ thêm «Riêng» không được đọc", level=NOTED),
    Case("moved rows", spoilt(insert_row), "các dòng bị dời chỗ: B1 ở hàng 12", "A12", NOTED),
    Case("rows that changed places", spoilt(swap_rows), "các dòng bị dời chỗ: D2 ở hàng 24", "A24", NOTED),
    Case("a missing row", spoilt(remove_row), "thiếu dòng D3"),
    Case("a row twice", in_sheet(lambda tab: put(tab, "A36", "D3")), "dòng D3 có 2 lần", cell("D3", "A")),
    Case(
        "changed words of a row",
        in_sheet(lambda tab: put(tab, cell("D3", "B"), "Số bài báo")),
        "lời của dòng D3 bị sửa: «Số bài báo»",
        cell("D3", "B"),
    ),
    Case(
        "an older form",
        in_sheet(lambda tab: put(tab, "A2", "Mẫu số: CN-2025.1")),
        "mẫu cũ hoặc mẫu khác: «Mẫu số: CN-2025.1»",
        "A2",
    ),
    Case("a form without a version", in_sheet(lambda tab: put(tab, "A2", None)), "không thấy dòng «Mẫu số»"),
    Case("no heads", in_sheet(lambda tab: put(tab, "D4", "Số")), "không thấy hàng tên cột"),
    Case(
        "words beside the form",
        in_sheet(lambda tab: put(tab, "I12", "xem tờ sau")),
        "chữ ngoài ô vàng «xem tờ sau», không được đọc",
        "I12",
        NOTED,
    ),
)
UNREAD: Final = "không đọc được kiểu tệp này:"
FILES: Final = (
    Case("an empty file", lambda _: b"", "tệp rỗng"),
    Case("nothing but zeros", lambda _: bytes(9000), "tệp rỗng"),
    Case("a file cut short", lambda unit: form(unit)[:-3000], "tệp bị cắt cụt, chép hoặc tải chưa xong"),
    Case("a picture", lambda _: b"\x89PNG\r\n\x1a\n" + bytes(99), f"{UNREAD} ảnh PNG"),
    Case("an old Excel file", lambda _: COMPOUND + "Workbook".encode("utf-16-le"), f"{UNREAD} Excel kiểu cũ (.xls)"),
    Case("an old file of Office", lambda _: COMPOUND, f"{UNREAD} Excel, Word kiểu cũ (.xls, .doc)"),
    Case("a locked file", lambda _: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu"),
    Case("a Word file", word_file, f"{UNREAD} Word (.docx)"),
    Case("a ZIP", lambda _: zip_of("a.txt"), f"{UNREAD} tệp nén ZIP, không phải tệp Office"),
    Case("a bomb", bomb, "tệp bung ra quá 24 MB"),
    Case("many parts", lambda _: zip_of(*map(str, range(301))), "tệp có quá nhiều phần (301)"),
    Case("a large file", lambda _: bytes(6_000_000), "tệp quá lớn (5859 KB)"),
    Case("macros", with_part("xl/vbaProject.bin"), "tệp có macro"),
    Case("links to other files", with_part("xl/externalLinks/externalLink1.xml"), "tệp có liên kết sang tệp khác"),
    Case("a connection", with_part("xl/connections.xml"), "tệp có nối sang nguồn dữ liệu khác"),
    Case("an embedded file", with_part("xl/embeddings/a.bin"), "tệp có tệp khác nhúng bên trong"),
    Case("entities", with_sheet_xml(ROOT_TAG, ENTITIES + ROOT_TAG), "tệp có khai báo DTD, thực thể XML"),
    Case(
        "entities in UTF-16",
        with_part("xl/a.xml", ("\ufeff" + ENTITIES.decode() + "<x/>").encode("utf-16-le")),
        "tệp có khai báo DTD, thực thể XML",
    ),
    Case(
        "a strange encoding",
        with_part("xl/a.xml", b"<?xml version='1.0' encoding='cp037'?><x/>"),
        "tệp có phần chữ mã lạ",
    ),
    Case("broken XML", with_sheet_xml(b"</sheetData>", b"</sheet"), "tệp hỏng, không mở được"),
    Case(
        "joined cells without end",
        with_sheet_xml(b"<mergeCell ", b'<mergeCell ref="A1:A2"/>' * 400 + b"<mergeCell "),
        "tờ có hơn 300 chỗ gộp ô",
    ),
)
ALL: Final = (*CELLS, *AGREEMENT, *NAMES, *SHEETS, *FILES)


def zip_of(*names: str) -> bytes:
    """Return a ZIP with tiny members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return out.getvalue()
