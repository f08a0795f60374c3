from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from camnang.files.faults import FaultsError
from camnang.handbook.facts.formats import Format
from camnang.handbook.facts.palette import PALETTE
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import FitError, draw_pdf
from camnang.pictures.jobs import is_drawn
from camnang.pictures.quality.printed_words import word_faults
from camnang.pictures.quality.subject import Subject
from camnang.pictures.sheets.brand import SECTIONS, BrandSheet, brand_sheet
from camnang.pictures.sheets.values import as_json
from tests.conftest import ROOT

PROJECT = Project(ROOT)


@pytest.fixture(scope="module")
def real() -> Handbook:
    return read_handbook(PROJECT)


@pytest.fixture(scope="module")
def form(real: Handbook) -> Format:
    return next(each for each in real.facts.formats if each.layout == "brand-sheet")


@pytest.fixture(scope="module")
def page(real: Handbook) -> Page:
    return real.pages["gioi-thieu/nhan-dien", "vi"]


@pytest.fixture(scope="module")
def content(real: Handbook, page: Page) -> BrandSheet:
    return brand_sheet(page, real, read_settings(PROJECT))


def test_it_is_drawn_from_its_own_page_only(real: Handbook, form: Format) -> None:
    assert [each.file for each in real.pages.values() if is_drawn(each, form)] == [
        "docs/gioi-thieu/nhan-dien/index.md"
    ]


def test_the_page_and_the_layouts_agree_on_every_colour(content: BrandSheet) -> None:
    drawn = ("indigo", "gold", "red", "green", "cream")
    said = [each.hex for each in content.colours.items]
    assert [each.lower() for each in said] == [PALETTE[name] for name in drawn]


def test_one_tagged_page_says_what_the_page_says(content: BrandSheet, page: Page, form: Format) -> None:
    reader = PdfReader(BytesIO(draw_pdf(PROJECT.design, form, as_json(content))))
    assert len(reader.pages) == 1
    assert reader.root_object["/MarkInfo"]["/Marked"]
    text = "".join(reader.pages[0].extract_text().split())
    said = [page.title, *(item.lead for name in SECTIONS for item in page.sections[name].items if name != "mau-sac")]
    missing = [each for each in said if "".join(each.split()) not in text]
    assert missing == [], text
    assert "#14234ARGB20,35,74" in text, "for Word and for printers"
    assert "Dựthảo–chờ" in text


def test_no_code_of_a_colour_reads_as_a_telephone_number(content: BrandSheet, real: Handbook, form: Format) -> None:
    subject = Subject("brand.pdf", form, content, draw_pdf(PROJECT.design, form, as_json(content)))
    assert [str(fault) for fault in word_faults(subject, real.facts.hotlines.allowed)] == []


def test_texts_that_are_too_long_are_told(content: BrandSheet, form: Format) -> None:
    item = replace(content.dont.items[0], text="Cẩm nang không phải giấy của cơ quan nào. " * 9)
    longer = replace(content, dont=replace(content.dont, items=(item, *content.dont.items[1:])))
    with pytest.raises(FitError) as raised:
        draw_pdf(PROJECT.design, form, as_json(longer))
    assert raised.value.block == "dont"


def test_a_page_without_what_the_sheet_needs_is_told(real: Handbook, page: Page) -> None:
    colours = page.sections["mau-sac"]
    bare = replace(colours, items=(replace(colours.items[0], text="Chàm. Nền."),))
    spoilt = {name: section for name, section in page.sections.items() if name != "dung"} | {"mau-sac": bare}
    with pytest.raises(FaultsError) as raised:
        brand_sheet(replace(page, sections=spoilt), real, read_settings(PROJECT))
    assert {fault.found for fault in raised.value.faults} == {"thiếu mục {#dung}", "màu «Chàm.» không có mã"}
