from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from camnang.files.tab_table import numbered_rows

CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1)


def test_rows_have_their_line_and_empty_cells_are_empty_words() -> None:
    text = "word\tsource\nchèn\tLB#1\nmáy\n"
    assert list(numbered_rows(text)) == [
        (2, {"word": "chèn", "source": "LB#1"}),
        (3, {"word": "máy", "source": ""}),
    ]


def test_a_cell_beyond_the_columns_is_nobodys() -> None:
    assert list(numbered_rows("word\nchèn\tLB#1\n")) == [(2, {"word": "chèn"})]


@given(CELLS, CELLS)
def test_cells_stand_as_they_are_written(word: str, source: str) -> None:
    assert list(numbered_rows(f"word\tsource\n{word}\t{source}\n")) == [(2, {"word": word, "source": source})]
