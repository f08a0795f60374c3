from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pypdf import PdfReader

from camnang.files.zip_archive import TIMESTAMP
from camnang.handbook.facts.formats import Format
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.pictures import read_manifest
from camnang.pictures.drawing.engine import FitError, draw_pdf
from camnang.pictures.jobs import Selection
from camnang.pictures.sheets.deck import deck_sheet, deck_sheets
from camnang.pictures.slides.slides import pptx_bytes
from tests.conftest import copy_handbook, draw, faults_of
from tests.libreoffice import converted

DECKS = """
- id: cho-ba
  title: {vi: Bà không mắc lừa, tyz: Cần ké}
  opening: {vi: Cháu chào bà.}
  scams: [goi-la]
  quiz: [goi-doa]
  situations: [dang-bi-goi]
"""
FORMATS = """
- {id: chieu, name: {vi: Trình chiếu}, layout: deck, width: 320mm, height: 180mm, file_format: pptx, pages: [home],
   max_kilobytes: 800}
"""
SLIDES = Format(
    id="chieu-pdf",
    name={"vi": "Trình chiếu"},
    layout="deck",
    width="320mm",
    height="180mm",
    file_format="pdf",
    pages=("home",),
    max_kilobytes=800,
)


def with_deck(project: Project, decks: str = DECKS) -> Project:
    (project.root / "data/decks.yml").write_text(decks, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def decked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Handbook]:
    project = with_deck(copy_handbook(tmp_path_factory.mktemp("decked") / "handbook"))
    return project, read_handbook(project)


@pytest.fixture(scope="module")
def content(decked: tuple[Project, Handbook]) -> dict[str, Any]:
    project, handbook = decked
    return dict(deck_sheets(handbook.pages["", "vi"], handbook, read_settings(project))["cho-ba"])


@pytest.fixture(scope="module")
def package(decked: tuple[Project, Handbook], content: dict[str, Any]) -> bytes:
    return pptx_bytes(content, decked[0].design)


def test_a_deck_shows_what_its_entry_names(content: dict[str, Any]) -> None:
    kinds = [slide["kind"] for slide in content["slides"]]
    assert kinds == ["cover", "signs", "acts", "question", "answer", "list", "end"]
    assert content["slides"][0]["notes"] == ["Cháu chào bà."]
    assert any("146 triệu" in line for line in content["slides"][1]["notes"]), "the true story is told by the speaker"
    assert not any("[X01]" in line for slide in content["slides"] for line in slide["notes"])


def test_a_language_without_the_scams_has_no_deck(decked: tuple[Project, Handbook]) -> None:
    project, handbook = decked
    settings, deck = read_settings(project), handbook.facts.decks[0]
    tay = replace(handbook.pages["", "vi"], language=handbook.facts.language("tyz"))
    own = deck_sheet(deck, tay, handbook, settings)
    assert own is not None
    assert [slide["kind"] for slide in own["slides"]] == ["cover", "signs", "acts", "end"]
    assert own["slides"][0]["title_language"] == "tyz"
    pages = {key: page for key, page in handbook.pages.items() if key != ("thu-doan/goi-la", "tyz")}
    assert deck_sheet(deck, tay, replace(handbook, pages=pages), settings) is None


def test_slides_have_titles_notes_and_alternative_texts(content: dict[str, Any], package: bytes) -> None:
    slides = list(Presentation(BytesIO(package)).slides)
    assert len(slides) == len(content["slides"])
    for slide, said in zip(slides, content["slides"], strict=True):
        title = slide.shapes.title
        assert title is not None
        assert "".join(title.text_frame.text.split()).strip("«»") == "".join(said["title"].split())
        assert slide.has_notes_slide
        assert slide.notes_slide.notes_text_frame is not None
        assert slide.notes_slide.notes_text_frame.text == "\n".join(said["notes"])
        for shape in slide.shapes:
            if shape.shape_type is not None and shape.shape_type.name == "PICTURE":
                properties = shape._element.nvPicPr.cNvPr  # type: ignore[attr-defined]
                decoration = b"decorative" in etree.tostring(properties)
                assert properties.get("descr") or decoration, f"a picture without words: {said['title']}"


def test_every_word_of_the_slides_can_be_edited(content: dict[str, Any], package: bytes) -> None:
    slides = list(Presentation(BytesIO(package)).slides)
    signs = " ".join(shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame)  # type: ignore[attr-defined]
    flags = [line["flag"] for line in content["slides"][1]["mock"]["lines"]]
    assert [flag for flag in flags if flag not in signs] == []
    acts = " ".join(shape.text_frame.text for shape in slides[2].shapes if shape.has_text_frame)  # type: ignore[attr-defined]
    assert [item for item in content["slides"][2]["dont"]["items"] if item not in acts] == []


def test_the_notice_stands_in_the_master(content: dict[str, Any], package: bytes) -> None:
    with zipfile.ZipFile(BytesIO(package)) as opened:
        master = opened.read("ppt/slideMasters/slideMaster1.xml").decode()
        theme = opened.read("ppt/theme/theme1.xml").decode()
    assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in master
    assert 'typeface="Be Vietnam Pro"' in theme
    assert "14234A" in theme


def test_the_same_deck_gives_the_same_bytes(
    decked: tuple[Project, Handbook], content: dict[str, Any], package: bytes
) -> None:
    assert pptx_bytes(content, decked[0].design) == package
    with zipfile.ZipFile(BytesIO(package)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {TIMESTAMP}
        assert opened.namelist()[0] == "[Content_Types].xml"
        assert (
            '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-24T00:00:00Z'
            in opened.read("docProps/core.xml").decode()
        )


def test_libreoffice_shows_every_slide(content: dict[str, Any], package: bytes, tmp_path: Path) -> None:
    (tmp_path / "cho-ba.pptx").write_bytes(package)
    pages = PdfReader(converted(tmp_path / "cho-ba.pptx")).pages
    assert len(pages) == len(Presentation(BytesIO(package)).slides)
    assert "Bà không mắc lừa" in " ".join(pages[0].extract_text().split())


def test_the_pdf_says_the_same_and_is_tagged(decked: tuple[Project, Handbook], content: dict[str, Any]) -> None:
    reader = PdfReader(BytesIO(draw_pdf(decked[0].design, SLIDES, json.dumps(content))))
    assert len(reader.pages) == len(content["slides"])
    for page, said in zip(reader.pages, content["slides"], strict=True):
        text = "".join(page.extract_text().split()).casefold()
        assert "".join(said["title"].split()).casefold() in text
        assert "".join(["Dự", "thảo"]).casefold() in text
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()


def test_a_text_that_no_slide_holds_is_told(decked: tuple[Project, Handbook], content: dict[str, Any]) -> None:
    spoilt = json.loads(json.dumps(content))
    spoilt["slides"][3]["text"] = "Công an đây. " * 60
    with pytest.raises(FitError) as raised:
        pptx_bytes(spoilt, decked[0].design)
    assert raised.value.block == "question"


def test_each_deck_is_a_picture_of_its_own(project: Project) -> None:
    (project.root / "data/formats.yml").write_text(FORMATS, encoding="utf-8")
    (project.root / "data/places.yml").write_text("[]\n", encoding="utf-8")  # its formats are not among these
    with_deck(project, DECKS + DECKS.replace("cho-ba", "cho-ong"))
    assert draw(project, Selection(variants=frozenset({"cho-ong"}))) == 1
    assert draw(project) == 1, "the other deck"
    main = {p.path: p.variant for p in read_manifest(project.drawn) if p.role == "main"}
    assert main == {
        "trang-chu/trang-chu-chieu-cho-ba.pptx": "cho-ba",
        "trang-chu/trang-chu-chieu-cho-ong.pptx": "cho-ong",
    }
    assert draw(project) == 0


WRONG = {
    "a scam without a page": ("scams: [goi-la]", "scams: [khong-co]", "khong-co"),
    "a question that nobody asks": ("quiz: [goi-doa]", "quiz: [hoi-gi]", "hoi-gi"),
    "a situation without a page": ("situations: [dang-bi-goi]", "situations: [yen-on]", "yen-on"),
    "a page without a list": ("scams: [goi-la]", "pages: [giai-nghia]\n  scams: [goi-la]", "giai-nghia"),
    "no Vietnamese title": ("{vi: Bà không mắc lừa, tyz: Cần ké}", "{tyz: Cần ké}", "thiếu tiếng Việt"),
    "no scam at all": ("scams: [goi-la]", "scams: []", "scams"),
}


@pytest.mark.parametrize(("old", "new", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_spoilt_deck_is_told(project: Project, old: str, new: str, told: str) -> None:
    assert old in DECKS
    with_deck(project, DECKS.replace(old, new))
    faults = faults_of(project)
    assert {fault.path for fault in faults} == {"data/decks.yml"}
    assert told in str(faults[0]), faults[0]


def test_two_decks_of_one_name_are_told(project: Project) -> None:
    with_deck(project, DECKS + DECKS)
    assert "có hai lần" in str(faults_of(project)[0])
