from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from camnang.files.faults import FaultsError
from camnang.handbook.facts.languages import read_languages
from camnang.handbook.facts.lexicon import read_lexicon
from camnang.handbook.project import Project
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.docx_sheet import docx_bytes
from camnang.papers.review_sheets.drafts import find_draft
from camnang.papers.review_sheets.gloss import Gloss
from camnang.papers.review_sheets.round_trip import print_sheets
from camnang.papers.review_sheets.rows import Row, Sheet
from camnang.papers.review_sheets.xlsx_sheet import xlsx_bytes
from tests.conftest import SCAM, TRANSLATION, edit
from tests.papers.review_sheets.conftest import KINDS, PAGE, fill, printed

SHEET = Sheet(
    "tiếng Tày",
    "tyz",
    "Tên trang",
    {rows.PAGE: "a/b", rows.LANGUAGE: "tyz", rows.SOURCE_PIN: "000000000001", rows.DRAFT_PIN: "000000000002"},
    (
        Row(1, "title", "Tên", "Bấu lao", (Gloss("bấu", "không (LB#145)"), Gloss("lao", "sợ (LB#2674)"))),
        Row(2, "khong.1.lead", "—", "=1+1", ()),
    ),
)


@pytest.mark.parametrize("made", [docx_bytes, xlsx_bytes])
def test_the_same_sheet_gives_the_same_bytes_without_the_time_of_day(made: object) -> None:
    first, second = made(SHEET), made(SHEET)  # type: ignore[operator]
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as members:
        times = {member.date_time for member in members.infolist()}
        core = members.read("docProps/core.xml").decode()
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert core.count("2026-01-01T00:00:00Z") == 2, core
    assert "Phiếu duyệt bản dịch: tiếng Tày – Tên trang" in core, core


def test_the_word_file_is_large_print_on_a4_and_breaks_no_row() -> None:
    document = docx.Document(io.BytesIO(docx_bytes(SHEET)))
    page = document.sections[0]
    assert page.orientation == WD_ORIENT.LANDSCAPE
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    table = document.tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == list(rows.PRINTED_COLUMNS)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    draft = table.rows[1].cells[2].paragraphs[0].runs[0]
    assert draft.font.size.pt >= 18, draft.font.size.pt
    shown = [
        run for row in table.rows for cell in row.cells for run in cell.paragraphs[0].runs if not run.font.hidden
    ]
    assert min(run.font.size.pt for run in shown) >= 14
    assert document.styles["Normal"].font.size.pt >= 14
    assert table.rows[1].cells[3].text == "bấu: không (LB#145) · lao: sợ (LB#2674)"
    columns = sum(column.width for column in table.columns)
    assert columns <= page.page_width - page.left_margin - page.right_margin


@pytest.mark.parametrize(("draft", "told"), [("Bấu lao", False), ("**Bấu** lao", True)])
def test_bold_signs_are_spoken_of_only_where_a_reviewer_sees_them(draft: str, told: bool) -> None:
    sheet = replace(SHEET, rows=(Row(1, "p2", "Không sợ", draft, ()),))
    assert any("dấu **" in step for step in rows.steps(sheet)) is told


def test_every_page_of_the_word_file_says_draft_and_its_number() -> None:
    section = docx.Document(io.BytesIO(docx_bytes(SHEET))).sections[0]
    assert section.header.paragraphs[0].text.startswith("BẢN NHÁP"), section.header.paragraphs[0].text
    assert [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


def test_the_excel_file_is_ready_to_be_filled_in() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(SHEET)))
    assert book.sheetnames == ["Phiếu", "Thông tin"]
    tab = book["Phiếu"]
    assert tab.freeze_panes == "A3"
    assert tab.column_dimensions["A"].hidden
    assert [cell.value for cell in tab["A"][2:]] == ["title", "khong.1.lead"]
    (choices,) = tab.data_validations.dataValidation
    assert (choices.formula1, str(choices.sqref)) == ('"Đúng,Sai"', "G3:G4")
    assert (tab.page_setup.orientation, tab.page_setup.fitToWidth, tab.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        1,
        True,
    )
    assert (tab["D4"].value, tab["D4"].data_type, tab["D4"].number_format) == ("=1+1", "s", "@")
    assert tab["D3"].font.size >= 18
    locked = {name: tab[f"{name}3"].protection.locked for name in "BCDEFG"}
    assert locked == {"B": True, "C": True, "D": True, "E": True, "F": False, "G": False}


def test_a_row_shows_the_vietnamese_without_sources_a_dash_for_none_and_every_word(attested: Project) -> None:
    last = "## Tuyện dú hâư mà {#nguon}"
    edit(attested, TRANSLATION, last, f"Bấu lao.\n\n{last}")
    edit(attested, SCAM, "Thở một hơi.", "Thở [X01] một hơi.")
    edit(attested, TRANSLATION, "**Cỏi dằng hết.**", "**Cỏi dằng hết.** Bấu lao.")
    languages = read_languages(attested.root)
    draft = find_draft(attested, languages, "tyz", PAGE, "phieu")
    found = {row.id: row for row in rows.sheet_of(draft, read_lexicon(attested.root, languages)).rows}
    assert found["hay.1.rest"].original == "Thở một hơi."
    assert found["vu-viec.p2"].original == "—"
    assert list(map(str, found["vu-viec.p2"].gloss)) == ["bấu: nghĩa (LB#1)", "lao: nghĩa (LB#1)"]


def test_sheets_are_printed_beside_each_other_again_and_again(attested: Project) -> None:
    first = {kind: file.read_bytes() for kind, file in printed(attested).items()}
    again = {kind: file.read_bytes() for kind, file in printed(attested).items()}
    assert first == again
    assert sorted(file.name for file in (attested.root / "build/phieu-duyet").iterdir()) == [
        "thu-doan-goi-la.tyz.docx",
        "thu-doan-goi-la.tyz.xlsx",
    ]


WRITTEN = [({"title:C": "Cần lạ"}, {}), ({"title:V": "s"}, {}), ({}, {rows.COMMUNE: "Trùng Khánh"})]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("written", "info"), WRITTEN)
def test_a_sheet_with_a_reviewers_words_is_never_printed_over(
    attested: Project, kind: str, written: dict[str, str], info: dict[str, str]
) -> None:
    file = fill(printed(attested)[kind], written, info)
    before = file.read_bytes()
    with pytest.raises(FaultsError, match="đã có chữ của người duyệt"):
        printed(attested)
    assert file.read_bytes() == before


def test_an_old_sheet_that_nobody_wrote_on_gives_way(attested: Project) -> None:
    file = printed(attested)["xlsx"]
    before = file.read_bytes()
    fill(file, {}, {})  # as a program that saved it again without a change
    assert file.read_bytes() != before
    assert printed(attested)["xlsx"].read_bytes() == before


@pytest.mark.parametrize(
    ("code", "page", "known"), [("xx", PAGE, "tyz"), ("tyz", "thu-doan/la", PAGE), ("vi", PAGE, "tyz")]
)
def test_a_page_or_language_that_does_not_exist_is_met_with_those_that_do(
    project: Project, tmp_path: Path, code: str, page: str, known: str
) -> None:
    with pytest.raises(FaultsError) as raised:
        print_sheets(project, code, page, tmp_path / "ra")
    (fault,) = raised.value.faults
    assert fault.expected == f"một trong: {known}"
    assert not (tmp_path / "ra").exists()
