from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdf import PdfReader

from camnang.files.zip_archive import TIMESTAMP
from camnang.handbook.pages.notices import DRAFT_MARK
from camnang.handbook.project import Project
from camnang.made.pictures import read_manifest
from camnang.pictures.drawing.engine import FitError
from camnang.pictures.jobs import Selection
from camnang.pictures.quality.glyph_boxes import glyphs_of, text_of, words_of
from camnang.pictures.quality.placement import collisions
from camnang.pictures.sheets.deck import ActsSlide, DeckSheet, QuestionSlide, SignsSlide
from camnang.pictures.slides.slides import pptx_bytes
from tests.conftest import draw
from tests.libreoffice import converted
from tests.pictures.slides.made_up import DECKS, SLIDES, title_of, with_deck

FORMATS = """
- {id: chieu, name: {vi: Trình chiếu}, layout: deck, width: 320mm, height: 180mm, file_format: pptx, pages: [home],
   max_kilobytes: 800}
"""


def test_slides_have_titles_notes_and_alternative_texts(deck: DeckSheet, package: bytes) -> None:
    slides = list(Presentation(BytesIO(package)).slides)
    assert len(slides) == len(deck.slides)
    for slide, said in zip(slides, deck.slides, strict=True):
        title = slide.shapes.title
        assert title is not None
        assert "".join(title.text_frame.text.split()).strip("«»") == "".join(title_of(said).split())
        assert slide.has_notes_slide
        assert slide.notes_slide.notes_text_frame is not None
        assert slide.notes_slide.notes_text_frame.text == "\n".join(said.notes)
        for shape in slide.shapes:
            if shape.shape_type is not None and shape.shape_type.name == "PICTURE":
                properties = shape._element.nvPicPr.cNvPr  # type: ignore[attr-defined]
                decoration = b"decorative" in etree.tostring(properties)
                assert properties.get("descr") or decoration, f"a picture without words: {title_of(said)}"


def test_every_word_of_the_slides_can_be_edited(deck: DeckSheet, package: bytes) -> None:
    slides = list(Presentation(BytesIO(package)).slides)
    signs = " ".join(shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame)  # type: ignore[attr-defined]
    assert isinstance(deck.slides[1], SignsSlide)
    assert isinstance(deck.slides[2], ActsSlide)
    flags = [line.flag for line in deck.slides[1].mock.lines]
    assert [flag for flag in flags if flag not in signs] == []
    acts = " ".join(shape.text_frame.text for shape in slides[2].shapes if shape.has_text_frame)  # type: ignore[attr-defined]
    assert [item for item in deck.slides[2].dont.items if item not in acts] == []


def test_the_notice_stands_in_the_master(deck: DeckSheet, package: bytes) -> None:
    with zipfile.ZipFile(BytesIO(package)) as opened:
        master = opened.read("ppt/slideMasters/slideMaster1.xml").decode()
        theme = opened.read("ppt/theme/theme1.xml").decode()
    assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in master
    assert 'typeface="Be Vietnam Pro"' in theme
    assert "14234A" in theme


def test_the_same_deck_gives_the_same_bytes(decked: Project, deck: DeckSheet, package: bytes) -> None:
    assert pptx_bytes(deck, SLIDES, decked.design) == package
    with zipfile.ZipFile(BytesIO(package)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {TIMESTAMP}
        assert opened.namelist()[0] == "[Content_Types].xml"
        assert (
            '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-24T00:00:00Z'
            in opened.read("docProps/core.xml").decode()
        )


def colliding(pdf: bytes) -> list[str]:
    """Return the words that are printed on other words."""
    words = tuple(words_of(glyphs_of(pdf)))
    return [f"{one[0].page + 1}: {text_of(one)}/{text_of(other)}" for one, other in collisions(words)]


def test_libreoffice_shows_every_slide_and_no_word_on_another(
    deck: DeckSheet, package: bytes, tmp_path: Path
) -> None:
    (tmp_path / "cho-ba.pptx").write_bytes(package)
    shown = converted(tmp_path / "cho-ba.pptx")
    pages = PdfReader(shown).pages
    assert len(pages) == len(deck.slides)
    assert "Bà không mắc lừa" in " ".join(pages[0].extract_text().split())
    assert colliding(shown.read_bytes()) == []


def test_languages_are_named_as_the_list_of_languages_says(deck: DeckSheet, decked: Project) -> None:
    assert deck.language_tags == {"vi": "vi-VN", "tyz": "tyz"}
    spoken = replace(deck, language_tags={"vi": "vi-XX", "tyz": "tyz"})
    slides = Presentation(BytesIO(pptx_bytes(spoken, SLIDES, decked.design))).slides
    tags = {run.get("lang") for slide in slides for run in slide._element.iter(qn("a:rPr"))}
    assert tags == {"vi-XX"}


def test_what_is_read_first_stands_first(package: bytes) -> None:
    (signs, question) = (list(Presentation(BytesIO(package)).slides)[number] for number in (1, 3))
    texts = [shape.text_frame.text for shape in signs.shapes if shape.has_text_frame and shape.text_frame.text]  # type: ignore[attr-defined]
    assert signs.shapes.title is not None
    assert texts[1] == signs.shapes.title.text_frame.text, "the kicker, then the message"
    order = [shape.shape_id for shape in question.shapes]
    assert question.shapes.title is not None
    assert order.index(question.shapes.title.shape_id) > 2, "the title stands in front of its bubble"


def test_a_text_that_no_slide_holds_is_told(decked: Project, deck: DeckSheet) -> None:
    assert isinstance(deck.slides[3], QuestionSlide)
    question = replace(deck.slides[3], text="Công an đây. " * 60)
    spoilt = replace(deck, slides=(*deck.slides[:3], question, *deck.slides[4:]))
    with pytest.raises(FitError) as raised:
        pptx_bytes(spoilt, SLIDES, decked.design)
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


@pytest.mark.parametrize("mark", ["", DRAFT_MARK])
def test_a_file_tells_machines_that_its_words_are_a_draft(decked: Project, deck: DeckSheet, mark: str) -> None:
    made = pptx_bytes(replace(deck, slides=deck.slides[:1], translation_mark=mark), SLIDES, decked.design)
    assert Presentation(BytesIO(made)).core_properties.keywords == mark
