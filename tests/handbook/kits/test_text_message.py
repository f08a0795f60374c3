from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.kits.text_message import foreign_letters, size_of

EXTENSION = "^{}\\[~]|€"


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        ("đ" * 70, "UCS-2", 70, 1),
        ("đ" * 71, "UCS-2", 71, 2),
        ("đ" * 134, "UCS-2", 134, 2),
        ("đ" * 135, "UCS-2", 135, 3),
        ("à", "GSM-7", 1, 1),
        ("ả", "UCS-2", 1, 1),
        ("😀", "UCS-2", 2, 1),
        ("đ" * 66 + "😀" + "đ" * 66, "UCS-2", 134, 3),  # a pair is never cut: 66 units, 67, 1
        ("đ" * 65 + "😀" + "đ" * 67, "UCS-2", 134, 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),  # nor is an escaped letter: 152 septets, 153, 1
        ("a" * 151 + "€" + "a" * 153, "GSM-7", 306, 2),
        ("a" * 159 + "\u00a0", "UCS-2", 160, 3),
        ("a" * 159 + "\t", "UCS-2", 160, 3),
        ("a" * 159 + "  ", "GSM-7", 161, 2),
        ("e\u0302\u0323", "UCS-2", 3, 1),  # a letter and two marks: three units, as they are sent
    ],
)
def test_sizes_are_those_of_the_standard(text: str, encoding: str, units: int, parts: int) -> None:
    found = size_of(text)
    assert (found.encoding, found.units, found.parts) == (encoding, units, parts), text[:10]


@pytest.mark.parametrize("letter", EXTENSION)
def test_letters_of_the_extension_table_take_two_septets(letter: str) -> None:
    assert size_of(letter).units == 2, letter


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_a_text_is_ucs2_exactly_when_a_letter_is_foreign(text: str) -> None:
    assert (size_of(text).encoding == "UCS-2") == bool(foreign_letters(text))
