from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from camnang.pictures.quality.printed_words import letters, sayings, word_faults
from tests.pictures.quality.conftest import Draw
from tests.pictures.quality.made_up import POSTER

ALLOWED = frozenset({"113", "111"})
ALL = """= Công an KHÔNG
gọi video.

Tắt máy. Đòi chuyển tiền

Không sợ. Kể ngay. 113 111 Dự thảo"""


def test_a_sheet_that_says_everything_has_no_faults(sheet: Draw) -> None:
    found = list(word_faults(sheet(ALL, POSTER), ALLOWED))
    assert found == [], found


@pytest.mark.parametrize(
    "text", ["Tắt máy.", "Đòi chuyển tiền", "Không sợ.", "Kể ngay.", "111", "Dự thảo", "gọi video."]
)
def test_every_text_that_is_missing_is_told(sheet: Draw, text: str) -> None:
    told = [fault.found for fault in word_faults(sheet(ALL.replace(text, ""), POSTER), ALLOWED)]
    wanted = "Công an không gọi video." if text == "gọi video." else text
    assert told == [f"không thấy chữ «{wanted}»"], told


def test_words_of_the_picture_do_not_stand_in_for_a_sign(sheet: Draw) -> None:
    hidden = ALL.replace("Đòi chuyển tiền", '#figure(alt: "Máy", [Đòi chuyển tiền])')
    told = [fault.found for fault in word_faults(sheet(hidden, POSTER), ALLOWED)]
    assert told == ["không thấy chữ «Đòi chuyển tiền»"], told


def test_a_word_of_the_layout_itself_is_told(sheet: Draw) -> None:
    told = [fault.found for fault in word_faults(sheet(ALL + " Cẩn thận nhé", POSTER), ALLOWED)]
    assert told == ["chữ lạ: cẩn, thận, nhé"], told


def test_art_may_hold_letters(sheet: Draw) -> None:
    assert list(word_faults(sheet(ALL + " #pdf.artifact[Cẩn thận]", POSTER), ALLOWED)) == []


def test_another_telephone_number_is_told(sheet: Draw) -> None:
    drawn = sheet(ALL + " Gọi 0912 345 678", replace(POSTER, credit="Gọi 0912 345 678"))
    told = [fault.found for fault in word_faults(drawn, ALLOWED)]
    assert told == ["số điện thoại 0912345678"], told


def test_accents_coded_apart_are_told(sheet: Draw) -> None:
    drawn = sheet(ALL + " be\u0301", replace(POSTER, credit="bé"))
    told = [fault.found for fault in word_faults(drawn, ALLOWED)]
    assert told == ["chép chữ ra bị sai dấu"], told


def test_a_card_leaves_out_what_stays_on_paper() -> None:
    parts = {saying.part for saying in sayings(POSTER, "card")}
    assert parts == {"headline", "act", "number", "note"}, parts


def test_the_campaigns_own_sheet_has_no_signs_and_its_frame_stands_in_the_band() -> None:
    home = replace(POSTER, lead=replace(POSTER.lead, ground=""))
    parts = [(saying.part, saying.text) for saying in sayings(home, "poster")]
    assert ("act", "Công an không gọi video.") in parts, parts
    assert "sign" not in {part for part, _ in parts}, parts


@given(st.text())
@example("Ō \u0316")
def test_comparing_is_blind_to_case_blanks_and_coding(text: str) -> None:
    assert letters(f" {text}\n") == letters(text)
    assert letters(letters(text)) == letters(text)
