from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.pages.statement import Run, phrases


def test_a_statement_breaks_where_a_reader_breathes() -> None:
    assert phrases("Công an không gọi video, không đòi tiền.", "không") == (
        (Run("Công an "), Run("không", True), Run(" gọi video,")),
        (Run("không", True), Run(" đòi tiền.")),
    )


def test_the_stressed_word_is_found_whatever_its_case_but_not_inside_another() -> None:
    assert phrases("Không vay, khôngtham", "không") == ((Run("Không", True), Run(" vay,")), (Run("khôngtham"),))


def test_a_language_without_a_stressed_word_has_plain_runs() -> None:
    assert phrases("Đắp máy.", "") == ((Run("Đắp máy."),),)


@given(st.text(alphabet="ab không,.:;?! ", min_size=1))
def test_nothing_that_is_said_gets_lost(statement: str) -> None:
    said = "".join(run.text for phrase in phrases(statement, "không") for run in phrase)
    assert [letter for letter in said if letter.isalpha()] == [letter for letter in statement if letter.isalpha()]
