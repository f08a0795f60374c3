from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.files.letters import LETTERS, cleaned, letters_of, strange_parts
from camnang.papers.review_sheets.units import units_of
from tests.conftest import ROOT

OLD = {
    "TCVN3": "C«ng an kh«ng gäi video",
    "TCVN3, soft hyphen for ư": "ng\xadêi lõa",
    "VNI": "Coâng an khoâng goïi",
    "VNI without a mark": "khoâng",
    "UTF-8 read as Latin-1": "CÃ´ng an",
    "Cyrillic С": "Сông an",
}


@pytest.mark.parametrize("text", OLD.values(), ids=OLD)
def test_old_encodings_are_noticed(text: str) -> None:
    assert strange_parts(cleaned(text), frozenset()), text


def test_every_real_translation_is_written_in_the_letters() -> None:
    for page in sorted((ROOT / "docs").rglob("index.*.md")):
        for unit in units_of(page.read_text(encoding="utf-8")):
            assert strange_parts(unit.text, frozenset()) == (), f"{page.name} {unit.id}: {unit.text}"


def test_a_language_may_bring_its_own_letters() -> None:
    assert strange_parts("ñ Ñ", letters_of(["ñ"])) == ()


@given(st.text(alphabet=sorted(LETTERS)))
def test_decomposed_letters_are_composed_and_never_strange(text: str) -> None:
    again = cleaned(unicodedata.normalize("NFD", text))
    assert again == text
    assert [part for part in strange_parts(again, frozenset()) if len(part) == 1] == []
