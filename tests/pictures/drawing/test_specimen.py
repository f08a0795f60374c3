from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from camnang.entry.commands.web_font import CUT
from camnang.handbook.facts.languages import Language, read_all_languages
from camnang.handbook.project import Project
from camnang.pictures.drawing.specimen import both_cases, draw_specimen, letter_faults
from tests.conftest import ROOT

DESIGN = Project(ROOT).design


def test_the_fonts_have_every_letter_of_every_language() -> None:
    assert list(letter_faults(DESIGN, read_all_languages(ROOT))) == []


def test_the_web_font_has_every_letter_of_every_language() -> None:
    cut = TTFont(ROOT / CUT)
    had = set(map(chr, cut.getBestCmap()))
    lacking = {
        language.code: [letter for letter in both_cases(language.letters) if letter not in had]
        for language in read_all_languages(ROOT)
    }
    assert not any(lacking.values()), lacking


@pytest.mark.parametrize(("letters", "found"), [("aꙮ", "thiếu chữ ꙮ"), ("", "thiếu «letters»")])
def test_a_letter_that_no_font_has_is_told(letters: str, found: str) -> None:
    made_up = Language(code="qaa", name="Thử", short_name="Thử", description="tiếng thử", letters=letters)
    told = [fault.found for fault in letter_faults(DESIGN, (made_up,))]
    assert told, "no fault"
    assert any(found in each for each in told), told


def test_the_specimen_shows_every_language_and_keeps_its_bytes() -> None:
    languages = read_all_languages(ROOT)
    drawn = draw_specimen(DESIGN, languages)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(drawn)).pages)
    assert [language.name for language in languages if language.name not in text] == []
    assert draw_specimen(DESIGN, languages) == drawn
