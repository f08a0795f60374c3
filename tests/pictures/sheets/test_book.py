from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from camnang.files.faults import FaultsError
from camnang.handbook.facts.formats import Format
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing import engine
from camnang.pictures.drawing.engine import FitError, draw_pdf
from camnang.pictures.jobs import drawing_groups, jobs
from camnang.pictures.picture_files import files_of
from camnang.pictures.sheets.book import book_sheet
from camnang.pictures.sheets.book_parts import Book
from camnang.pictures.sheets.values import as_json
from tests.conftest import SCAM, draw, edit

BOOK = Format(
    id="so-tay",
    name={"vi": "Sổ tay"},
    layout="handbook",
    width="148mm",
    height="210mm",
    file_format="pdf",
    pages=("home",),
    max_kilobytes=3000,
)
BOOKLET = BOOK.model_copy(update={"id": "ban-gap", "width": "297mm", "imposition": "saddle-stitch"})
FORMATS = """
- {id: so-tay, name: {vi: Sổ tay}, layout: handbook, width: 148mm, height: 210mm, file_format: pdf, pages: [home],
   max_kilobytes: 3000}
- {id: ban-gap, name: {vi: Bản gập}, layout: handbook, width: 297mm, height: 210mm, file_format: pdf, pages: [home],
   imposition: saddle-stitch, max_kilobytes: 3000}
"""


def only_books(project: Project) -> None:
    """Make the two books all that is drawn."""
    (project.root / "data/formats.yml").write_text(FORMATS, encoding="utf-8")
    (project.root / "data/places.yml").write_text("[]\n", encoding="utf-8")  # its formats are not among these


@pytest.fixture(scope="module")
def content(handbook: Handbook, shared_project: Project) -> Book:
    return book_sheet(handbook.pages["", "vi"], handbook, read_settings(shared_project))


@pytest.fixture(scope="module")
def pdf(content: Book, shared_project: Project) -> bytes:
    return draw_pdf(shared_project.design, BOOK, as_json(content))


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def test_the_book_holds_every_scam_once_with_all_its_items(handbook: Handbook, content: Book) -> None:
    scams = [scam for group in content.groups for scam in group.scams]
    page = handbook.pages["thu-doan/goi-la", "vi"]
    assert [scam.title for scam in scams] == [page.title]
    for name, section in (("dont", "khong"), ("do", "hay"), ("lost", "bi-lua"), ("signs", "dau-hieu")):
        found = [f"{item.lead} {item.rest}".strip() for item in getattr(scams[0], name).items]
        assert found == [item.text for item in page.sections[section].items], name


def test_a_translation_holds_only_what_is_translated(handbook: Handbook, shared_project: Project) -> None:
    tay = handbook.facts.language("tyz")
    home = replace(handbook.pages["", "vi"], language=tay)
    content = book_sheet(home, handbook, read_settings(shared_project))
    assert content.groups[0].scams[0].title == handbook.pages["thu-doan/goi-la", "tyz"].title
    assert (content.emergencies, content.report, content.quiz, content.glossary) == (None,) * 4
    assert content.labels.contents.language == "vi", "a word that Tày lacks is marked as Vietnamese"


def test_the_pdf_is_tagged_and_has_an_outline(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    named = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert named[0] == "Sổ tay chống lừa đảo", named
    assert {"Bạn đang gặp chuyện gì?", "Có người gọi", "Giải nghĩa", "Thật hay lừa?"} <= set(named), named
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()


def test_a_scam_faces_its_acts_and_the_contents_know_its_page(handbook: Handbook, pdf: bytes) -> None:
    page = handbook.pages["thu-doan/goi-la", "vi"]
    pages = [squeezed(sheet.extract_text()) for sheet in PdfReader(BytesIO(pdf)).pages]
    flag = squeezed("Doạ cho mình sợ")
    left = next(number for number, text in enumerate(pages, start=1) if flag in text and number > 1)
    assert left % 2 == 0, f"the left page is {left}"
    assert squeezed(page.sections["bi-lua"].items[0].text) in pages[left]
    contents = next(text for text in pages if squeezed("Trong sổ có gì") in text)
    listed = contents.partition(squeezed(page.title))[2]
    assert listed.lstrip(".").startswith(str(left)), listed


def test_only_the_allowed_numbers_are_on_the_back(handbook: Handbook, pdf: bytes) -> None:
    back = PdfReader(BytesIO(pdf)).pages[-1].extract_text()
    printed = [
        each.number for each in handbook.facts.hotlines.numbers if each.role != "abroad"
    ]  # that one is untried
    missing = [number for number in printed if number not in back]
    assert missing == [], back


def test_every_page_of_a_draft_says_so(pdf: bytes) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    silent = [text for text in pages if "Dự thảo" not in text and "để ghi chép" not in text]
    assert silent == []


def test_a_text_that_no_page_holds_is_told(content: Book, shared_project: Project) -> None:
    spoilt = json.loads(as_json(content))
    spoilt["groups"][0]["scams"][0]["lost"]["items"] *= 20
    with pytest.raises(FitError) as raised:
        draw_pdf(shared_project.design, BOOK, json.dumps(spoilt))
    assert raised.value.block == "scam"


@pytest.fixture(scope="module")
def booklet(shared_project: Project) -> tuple[Any, ...]:
    project, handbook = shared_project, read_handbook(shared_project)
    facts = replace(handbook.facts, formats=(BOOKLET,))
    job = next(jobs(replace(handbook, facts=facts), read_settings(project), project.design))
    return files_of(job, project.design)


def test_the_booklet_is_a4_wide_and_holds_every_page(booklet: tuple[Any, ...], pdf: bytes) -> None:
    sheets, small = booklet
    with pikepdf.open(BytesIO(sheets.content)) as opened, pikepdf.open(BytesIO(pdf)) as book:
        assert len(opened.pages) == 2 * -(-len(book.pages) // 4)
        assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in opened.pages} == {(842, 595)}
        assert "gập đôi" in str(opened.docinfo["/Title"])
    first = squeezed(PdfReader(BytesIO(sheets.content)).pages[0].extract_text())
    assert "113" in first, "the back cover lies beside the front cover"
    assert squeezed("Sổ tay chống lừa đảo") in first
    assert (sheets.picture.pages, sheets.picture.width, small.picture.role) == (len(opened.pages), 297, "thumbnail")


def test_a_text_of_another_page_is_found_by_file_and_line(project: Project) -> None:
    only_books(project)
    edit(project, SCAM, "Doạ cho mình sợ", "Mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm")
    with pytest.raises(FaultsError) as raised:
        draw(project)
    assert {fault.path for fault in raised.value.faults} == {SCAM}
    assert all(fault.line for fault in raised.value.faults)


def test_a_book_and_its_booklet_are_drawn_once(project: Project) -> None:
    only_books(project)
    every = jobs(read_handbook(project), read_settings(project), project.design)
    books = [job for job in every if job.format.layout == "handbook" and job.page.language.code == "vi"]
    assert [job.format.imposition for job in books] == ["", "saddle-stitch"]
    engine.last_book.cache_clear()
    for job in books:
        files_of(job, project.design)
    drawn = engine.last_book.cache_info().misses
    assert drawn == 1, f"the book is drawn {drawn} times"


def test_books_are_one_group_so_that_no_two_are_drawn_at_once(project: Project) -> None:
    only_books(project)
    groups = drawing_groups(jobs(read_handbook(project), read_settings(project), project.design))
    with_books = [group for group in groups if any(job.format.layout == "handbook" for job in group)]
    assert with_books == groups[:1], f"{len(with_books)} processes would draw books at once, 800 MB each"
