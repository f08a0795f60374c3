from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import draw_pdf
from camnang.pictures.sheets.deck import CoverSlide, DeckSheet, deck_sheet, deck_sheets
from camnang.pictures.sheets.values import as_json
from tests.conftest import copy_handbook, faults_of
from tests.pictures.slides.made_up import DECKS, SLIDES, title_of, with_deck


@pytest.fixture(scope="module")
def decked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Handbook]:
    project = with_deck(copy_handbook(tmp_path_factory.mktemp("decked") / "handbook"))
    return project, read_handbook(project)


@pytest.fixture(scope="module")
def content(decked: tuple[Project, Handbook]) -> DeckSheet:
    project, handbook = decked
    return deck_sheets(handbook.pages["", "vi"], handbook, read_settings(project))["cho-ba"]


def test_a_deck_shows_what_its_entry_names(content: DeckSheet) -> None:
    kinds = [slide.kind for slide in content.slides]
    assert kinds == ["cover", "signs", "acts", "question", "answer", "list", "end"]
    assert content.slides[0].notes == ("Cháu chào bà.",)
    assert any("146 triệu" in line for line in content.slides[1].notes), "the true story is told by the speaker"
    assert not any("[X01]" in line for slide in content.slides for line in slide.notes)


def test_a_language_without_the_scams_has_no_deck(decked: tuple[Project, Handbook]) -> None:
    project, handbook = decked
    settings, deck = read_settings(project), handbook.facts.decks[0]
    tay = replace(handbook.pages["", "vi"], language=handbook.facts.language("tyz"))
    own = deck_sheet(deck, tay, handbook, settings)
    assert own is not None
    assert [slide.kind for slide in own.slides] == ["cover", "signs", "acts", "end"]
    assert isinstance(own.slides[0], CoverSlide)
    assert own.slides[0].title_language == "tyz"
    pages = {key: page for key, page in handbook.pages.items() if key != ("thu-doan/goi-la", "tyz")}
    assert deck_sheet(deck, tay, replace(handbook, pages=pages), settings) is None


def test_the_pdf_says_the_same_and_is_tagged(decked: tuple[Project, Handbook], content: DeckSheet) -> None:
    reader = PdfReader(BytesIO(draw_pdf(decked[0].design, SLIDES, as_json(content))))
    assert len(reader.pages) == len(content.slides)
    for page, said in zip(reader.pages, content.slides, strict=True):
        text = "".join(page.extract_text().split()).casefold()
        assert "".join(title_of(said).split()).casefold() in text
        assert "".join(["Dự", "thảo"]).casefold() in text
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()


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
