from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.pages.pins import pin, with_pin


def test_a_pin_is_twelve_hex_digits_of_the_normalised_text() -> None:
    assert pin("# Lừa đảo\n") == "fa75bfbb6387"


@given(st.text())
def test_what_changes_no_meaning_changes_no_pin(text: str) -> None:
    text = text.replace("\r", "")
    assert pin(unicodedata.normalize("NFD", text)) == pin(text)
    assert pin(text.replace("\n", " \t\r\n")) == pin(text)


def test_a_changed_word_changes_the_pin() -> None:
    assert pin("146 triệu") != pin("164 triệu")


def test_pinning_writes_the_source_line_and_nothing_else() -> None:
    before = '---\ntranslation: draft\nsource: "000000000000"\n---\n# source: not this\n'
    after = with_pin(before, "Gốc")
    assert after == before.replace("000000000000", pin("Gốc"))
