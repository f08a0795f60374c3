from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.files.folding import fold, folded_words


@pytest.mark.parametrize(
    "typed", ["lừa đảo", "LỪA ĐẢO", "lua dao", "Lừa Đảo", unicodedata.normalize("NFD", "lừa đảo")]
)
def test_every_way_of_typing_folds_to_the_same(typed: str) -> None:
    assert fold(typed) == "lua dao"


def test_tay_letters_fold_too() -> None:
    assert fold("Pỉ noọng, phjắc, slứn") == "pi noong, phjac, slun"


def test_each_word_stands_once() -> None:
    assert folded_words("Công an, công an giả") == "an cong gia"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_letters_that_only_look_like_ours_are_folded_like_ours() -> None:
    assert fold("Xã \u00d0ông Khê") == fold("Xã \u0110ông Khê") == "xa dong khe"
    assert fold("\u0421ao B\u00ad\u200bằng") == "cao bang"
