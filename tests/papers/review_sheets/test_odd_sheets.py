"""What reviewers leave on a sheet beside plain words in the right cells: asked about or told, never passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from openpyxl.comments import Comment

from camnang.handbook.project import Project
from camnang.papers.review_sheets.round_trip import read_sheet
from camnang.papers.review_sheets.verdict_words import is_verdict
from tests.papers.review_sheets.conftest import KINDS, fill, sheet_faults, sheets

CORRECTION, VERDICT = 4, 5
VERDICTS = (
    "Đúng",
    "đúng.",
    "đúng rồi",
    "OK",
    "ok ạ",
    "✓",
    "x",
    "Sai",
    "được",
    "không",
    "+",
    "chưa đúng",
    "như cũ",
    "TRUE",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", ["Đúng", "đúng rồi.", "✓", "Sai: phải là cần lạ"])
def test_a_verdict_in_the_column_of_corrections_is_asked_about(attested: Project, kind: str, words: str) -> None:
    faults = sheet_faults(attested, fill(sheets(attested)[kind], {"title:C": words}))
    assert any("lời chấm" in fault.found for fault in faults), faults


@pytest.mark.parametrize("words", VERDICTS)
def test_an_answer_is_known_as_one(words: str) -> None:
    assert is_verdict(words, frozenset())


@pytest.mark.parametrize("words", ["Cần lạ", "Không sợ.", "Không chuyển tiền", "Gọi 113", "Bấu lao", "Đúng giờ hẹn"])
def test_a_sentence_is_no_answer(words: str) -> None:
    assert not is_verdict(words, frozenset())


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def put(document: Document, column: int, xml: str) -> _Cell:
    """Put XML of WordprocessingML into a cell of the first row."""
    found: _Cell = document.tables[-1].rows[1].cells[column]
    wrapped = parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')}>{xml}</w:p>")
    for child in list(wrapped):
        found.paragraphs[0]._p.append(child)
    return found


def merged(document: Document) -> None:
    row = document.tables[-1].rows[1]
    row.cells[CORRECTION].merge(row.cells[VERDICT])


# What is done to the first row, and what is asked about it.
ASKED: dict[str, tuple[Callable[[Document], object], str]] = {
    "struck": (
        lambda page: put(page, CORRECTION, run("Cần lạ", "<w:strike/>")),
        "trong ô có chữ gạch ngang «Cần lạ»",
    ),
    "hidden": (lambda page: put(page, CORRECTION, run("lạ", "<w:vanish/>")), "trong ô có chữ ẩn (Hidden) «lạ»"),
    "picture": (lambda page: put(page, CORRECTION, "<w:r><w:drawing/></w:r>"), "trong ô có hình hoặc nét vẽ tay"),
    "box": (
        lambda page: put(page, VERDICT, f"<w:r><w:pict><w:txbxContent>{run('Sai')}</w:txbxContent></w:pict></w:r>"),
        "trong ô có hộp chữ hay hình có chữ «Sai»",
    ),
    "table inside": (
        lambda page: page.tables[-1].rows[1].cells[CORRECTION].add_table(1, 1),
        "trong ô có bảng lồng trong ô",
    ),
    "joined": (merged, "ô bị gộp với ô khác"),
}
# What is done, and what is told while nothing changes.
TOLD: dict[str, tuple[Callable[[Document], object], str]] = {
    "words below": (
        lambda page: page.add_paragraph("Câu hai nghe lạ tai."),
        "chữ ở chỗ máy không đọc «Câu hai nghe lạ tai.»",
    ),
    "words in another column": (lambda page: put(page, 3, run("bấu chử")), "chữ ở chỗ máy không đọc"),
    "deleted": (
        lambda page: put(page, CORRECTION, "<w:del><w:r><w:delText>Cần</w:delText></w:r></w:del>"),
        "chữ bỏ khi bật Track Changes «Cần»",
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_leaves_open_which_words_are_meant_is_asked_about(attested: Project, name: str) -> None:
    file = sheets(attested)["docx"]
    change, found = ASKED[name]
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))
    assert found in [fault.found for fault in sheet_faults(attested, file)]


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_taken_is_told(attested: Project, name: str) -> None:
    file = sheets(attested)["docx"]
    change, found = TOLD[name]
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))
    read = read_sheet(attested, file)
    assert read.changes == ()
    assert [remark.found.startswith(found) for remark in read.remarks] == [True], read.remarks


def test_a_comment_in_excel_is_told_at_its_cell(attested: Project) -> None:
    file: Path = sheets(attested)["xlsx"]
    book = openpyxl.load_workbook(file)
    book["Phiếu"]["F3"].comment = Comment("nghe chưa thuận", "Lan")
    book.save(file)
    (remark,) = read_sheet(attested, file).remarks
    assert (remark.path, remark.found) == (f"{file.name} Phiếu!F3", "ghi chú bên lề (Comment) «nghe chưa thuận»")


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_as_it_was_printed_has_nothing_to_tell(attested: Project, kind: str) -> None:
    read = read_sheet(attested, sheets(attested)[kind])
    assert (read.changes, read.remarks) == ((), ())


@pytest.mark.parametrize(("verdict", "crosses"), [("x", 1), ("X.", 1), ("✗", 1), ("S", 0), ("Sai", 0)])
def test_a_cross_is_said_to_be_taken_for_wrong(attested: Project, verdict: str, crosses: int) -> None:
    file = fill(sheets(attested)["xlsx"], {"title:V": verdict})
    said = [remark.found for remark in read_sheet(attested, file).remarks]
    assert [f"ô «Đúng/Sai» ghi «{verdict}»: máy hiểu là Sai"] * crosses == said, said
