"""Returned forms as other programs, clouds and people leave them: what is read, and exactly what is told."""

from __future__ import annotations

import os
import re
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdf
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from camnang.papers.reports.gathering import Gathered, gather
from camnang.papers.reports.merging import asked_for, merged_files
from camnang.papers.reports.returned import Returned, read_file
from tests.papers.reports.returned_forms import ROOT, asked, cell, form, put, sheet

UNIT = "Xã Bảo Lâm"
GOOD = form(UNIT)
QUOTED = re.compile(rb'="([^"\']*)"')
OLD, STRICT = (
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONS = (
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
)
FAR = b'<row r="9000"><c r="A9000" s="1"/></row></sheetData>'


def rewritten(*pairs: tuple[bytes, bytes], single_quotes: bool = False) -> bytes:
    """Return the good form with other words in its parts, or with the other quotes round attributes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            for old, new in pairs:
                content = content.replace(old, new)
            after.writestr(name, QUOTED.sub(rb"='\1'", content) if single_quotes else content)
    return out.getvalue()


def with_change(change: Callable[[Worksheet], object]) -> bytes:
    return form(UNIT, spoil=lambda book: change(sheet(book)) and None)


def commented(tab: Worksheet) -> None:
    tab[cell("D3")].comment = Comment("số ước tính", "Lan")


def struck(tab: Worksheet) -> None:
    tab[cell("D3")].font = Font(strike=True)


def hidden_row(tab: Worksheet) -> None:
    tab.row_dimensions[int(cell("D3")[1:])].hidden = True


def read(tmp_path: Path, data: bytes) -> Returned:
    (tmp_path / "a.xlsx").write_bytes(data)
    return read_file(tmp_path / "a.xlsx", asked())


# Files that say the same as the good one.
SAME = {
    "strict": rewritten((OLD, STRICT), RELATIONS),
    "single quotes": rewritten(single_quotes=True),
    "a style that is none": rewritten((b'rgb="', b'rgb="zz')),
    "a name with spaces": with_change(lambda tab: setattr(tab, "title", "Báo\u00a0 cáo ")),
    "a decomposed name": with_change(lambda tab: setattr(tab, "title", unicodedata.normalize("NFD", "BÁO CÁO"))),
}
# What is told of a form that counts: the place and the words.
TOLD = {
    "a comment": (with_change(commented), cell("D3"), "ghi chú «số ước tính», không được đọc"),
    "a hidden row": (with_change(hidden_row), "", f"hàng ẩn: {cell('D3')[1:]}; số trong đó vẫn được đọc"),
    "empty rows": (rewritten((b"</sheetData>", FAR)), "", "tờ kéo dài tới hàng 9000 mà trống, làm tệp nặng"),
    "words far away": (
        with_change(lambda tab: put(tab, "A5000", "xem thêm")),
        "A5000",
        "chữ ở xa ngoài mẫu «xem thêm», có 1 ô như thế, không được đọc",
    ),
    "words below": (
        with_change(lambda tab: put(tab, "B45", "Số C2 gồm cả 300 tờ của đợt trước")),
        "B45",
        "chữ ngoài ô vàng «Số C2 gồm cả 300 tờ của đợt trước», không được đọc",
    ),
}
# What is refused: the changed answer, what is found, how to repair it.
NUMBERS = {
    "1.200": "ghi 1200, viết liền, không kèm chữ",
    "1 200": "ghi 1200, viết liền, không kèm chữ",
    "１２": "ghi 12, viết liền, không kèm chữ",
    "12 người": "ghi 12, viết liền, không kèm chữ",
    "không": "ghi 0, viết liền, không kèm chữ",
    "-": "ghi 0, viết liền, không kèm chữ",
}


@pytest.mark.parametrize("name", SAME)
def test_what_other_programs_write_is_read_as_it_was(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, SAME[name])
    assert (found.findings, found.answers) == ((), read(tmp_path, GOOD).answers)


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_read_is_told_and_the_form_counts(tmp_path: Path, name: str) -> None:
    data, place, words = TOLD[name]
    found = read(tmp_path, data)
    assert [(finding.cell, finding.found) for finding in found.findings] == [(place, words)]
    assert found.accepted


@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_in_words_is_asked_for_with_the_number_meant(tmp_path: Path, written: str) -> None:
    (finding,) = read(tmp_path, form(UNIT, {"D3": written})).findings
    assert (finding.found, finding.problem.repair) == (f"chữ «{written}» trong ô số", NUMBERS[written])


def test_a_crossed_out_number_is_asked_about(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, with_change(struck)).findings
    assert (finding.cell, finding.found) == (cell("D3"), "chữ gạch ngang «12»")


def test_a_name_with_a_letter_that_looks_the_same_is_that_unit(tmp_path: Path) -> None:
    found = read(tmp_path, form("Xã \u00d0ông Khê"))
    assert (found.findings, found.unit and found.unit.full_name) == ((), "Xã Đông Khê")


def gathered(folder: Path, names: dict[str, bytes]) -> Gathered:
    folder.mkdir()
    for name, content in names.items():
        Path(os.fsdecode(os.fsencode(folder) + b"/" + os.fsencode(name))).write_bytes(content)
    return gather(folder, asked())


def test_droppings_of_programs_are_counted_and_never_refused(tmp_path: Path) -> None:
    names = [
        "._a.xlsx",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$a.xlsx",
        ".~lock.a.xlsx#",
        "~WRL1.tmp",
        "a (1).xlsx",
    ]
    found = gathered(tmp_path / "in", {"a.xlsx": GOOD, **dict.fromkeys(names, b"")})
    assert (found.findings, sorted(found.droppings)) == ((), sorted(names))
    assert list(found.accepted) == ["bao-lam"]


def test_a_copy_that_says_something_else_is_asked_about(tmp_path: Path) -> None:
    copy = "a (máy của Lan's conflicted copy 2026-12-01).xlsx"
    found = gathered(tmp_path / "in", {"a.xlsx": GOOD, copy: form(UNIT, {"D3": 13})})
    assert len(found.rejected) == 2


@pytest.mark.parametrize(
    "names",
    [
        (os.fsdecode(b"b\xe1o c\xe1o.xlsx"),),
        ("-a.xlsx",),
        ("dài" * 60 + ".xlsx",),
        ("xã.xlsx", unicodedata.normalize("NFD", "xã.xlsx")),
        ("dòng\nhai.xlsx",),
    ],
)
def test_files_of_any_name_are_told_in_words_that_can_be_printed(tmp_path: Path, names: tuple[str, ...]) -> None:
    found = gathered(tmp_path / "in", dict.fromkeys(names, b""))
    shown = [finding.file for finding in found.findings]
    assert len(set(shown)) == len(names), shown
    assert all(name.isprintable() and len(name) < 100 for name in shown), shown
    assert "tong-hop-2026-nam.xlsx" in merged_files(found, ROOT)


def test_no_letter_of_one_unit_stops_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(form(UNIT, {"E2": "Có", "E3": "Loa → chợ 😊 你好 ✓ \u202e xong_x000D_."}))
    found = gather(tmp_path, asked_for(ROOT, "2026-nam"))
    files = merged_files(found, ROOT)
    text = pypdf.PdfReader(BytesIO(files["tom-tat-2026-nam.pdf"])).pages[-1].extract_text().replace("\n", " ")
    assert "Loa -> chợ ?" in text, text
    assert [finding.cell for finding in found.findings] == [cell("E3")]
    assert openpyxl.load_workbook(BytesIO(files["tong-hop-2026-nam.xlsx"]))
