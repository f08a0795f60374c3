from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.spoken.spoken_text import (
    can_be_spoken,
    closed,
    has_digits,
    sentences,
    syllables,
    vietnamese_for_the_ear,
)

HOTLINES = ("113", "111", "156", "5656", "84981848484")
HEARD = {
    "Bị ép thì gọi 113.": "Bị ép thì gọi một một ba.",
    "Nhắn tin đến 5656.": "Nhắn tin đến năm sáu năm sáu.",
    "Gọi +84 981 84 84 84.": "Gọi tám bốn chín tám một tám bốn tám bốn tám bốn.",
    "Mất 146 triệu đồng.": "Mất một trăm bốn mươi sáu triệu đồng.",
    "Trên 1.500.000 đồng.": "Trên một triệu năm trăm nghìn đồng.",
    "Tăng 1,5 lần, 20%.": "Tăng một phẩy năm lần, hai mươi phần trăm.",
    "Ngày 15/9/2025, ở Cao Bằng.": "Ngày mười lăm tháng chín năm hai nghìn không trăm hai mươi lăm, ở Cao Bằng.",
    "Tháng 8/2025: mất tiền.": "Tháng tám năm hai nghìn không trăm hai mươi lăm: mất tiền.",
    "Phút 0–2: hỏi.": "Phút không đến hai: hỏi.",
    "4 không, 2 phải.": "Bốn không, hai phải.",
    "Sóng tụt xuống 2G.": "Sóng tụt xuống hai G.",
    "Mã 08.": "Mã không tám.",
    "Nói: «Có 2 người».": "Nói: «Có hai người».",
}


@pytest.mark.parametrize(("written", "heard"), HEARD.items())
def test_figures_are_written_for_the_ear(written: str, heard: str) -> None:
    assert vietnamese_for_the_ear(written, HOTLINES) == heard


@pytest.mark.parametrize(
    "sentence",
    ["Tôi ở xóm …, xã …", "Soạn LD (số máy lừa).", "Luật 116/2025/QH15.", "Vào trang abc.gov.vn.", "Nói: «Tôi ở"],
)
def test_what_cannot_be_read_aloud_is_left_out(sentence: str) -> None:
    assert not can_be_spoken(vietnamese_for_the_ear(sentence, HOTLINES))


def test_words_in_quotation_marks_stay_together() -> None:
    text = "Gọi ngân hàng. Nói: «Tôi bị lừa. Xin khoá tài khoản.» Rồi đến công an. [C09]"
    assert list(sentences(text)) == [
        "Gọi ngân hàng.",
        "Nói: «Tôi bị lừa. Xin khoá tài khoản.»",
        "Rồi đến công an.",
    ]


def test_a_sentence_ends_with_a_full_stop() -> None:
    assert [closed(text) for text in ("Tắt máy", "Tắt máy.", "Tắt máy:", "Nói: «Xin khoá».")] == [
        "Tắt máy.",
        "Tắt máy.",
        "Tắt máy.",
        "Nói: «Xin khoá».",
    ]


def test_each_figure_of_another_language_counts_as_a_syllable() -> None:
    assert syllables("Mẻn nạt lẻ roọng 113.") == 7


@given(st.text("abcđ 0123456789.,/–%«»", max_size=60))
def test_vietnamese_that_can_be_spoken_has_no_figures(text: str) -> None:
    said = vietnamese_for_the_ear(text, HOTLINES)
    assert not (can_be_spoken(said) and has_digits(said)), f"{text!r} → {said!r}"


@given(st.lists(st.text("aăâ. !?«»", max_size=20), max_size=6))
def test_cutting_into_sentences_loses_no_letter(texts: list[str]) -> None:
    text = " ".join(texts)
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
