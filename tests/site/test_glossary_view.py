from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.lexicon import Entry, Lexicon
from camnang.site.glossary_view import loan_views, term_views, terms_in
from tests.conftest import real_handbook


@pytest.fixture
def real() -> Facts:
    return real_handbook().facts


def test_a_term_has_its_own_meaning_where_the_language_has_one_and_says_in_which_language_it_is(real: Facts) -> None:
    first = real.glossary[0]
    data = real.translated_data["tyz", "glossary"]
    own = data.model_copy(update={"entries": {first.id: {"meaning": "Cằm tày"}}})
    facts = replace(real, translated_data={("tyz", "glossary"): own})
    views = {view.id: (view.meaning, view.language) for view in term_views(facts, facts.language("tyz"))}
    assert views[first.id] == ("Cằm tày", "tyz")
    assert {view for name, view in views.items() if name != first.id} == {
        (term.meaning, "vi") for term in real.glossary[1:]
    }
    assert [term.meaning for term in terms_in(facts, "tyz")][:1] == ["Cằm tày"]


@pytest.mark.parametrize("code", ["vi", "xx"])
def test_without_meanings_of_its_own_a_language_has_the_vietnamese_ones(code: str, real: Facts) -> None:
    assert terms_in(real, code) == real.glossary
    assert {view.language for view in term_views(real, real.original)} == {"vi"}


def test_loans_are_words_that_mean_something_else_than_themselves_in_their_order(real: Facts) -> None:
    listed = (
        Entry("tài khoản", "loan", "chỗ để tiền ở ngân hàng", "LB#1"),
        Entry("công an", "loan", "người giữ an ninh", "LB#1"),
        Entry("xã", "loan", "Xã", "LB#1"),
        Entry("lao", "word", "sợ", "LB#1"),
    )
    facts = replace(real, lexicon=Lexicon({"tyz": {entry.word: entry for entry in listed}}))
    assert [view.word for view in loan_views(facts, facts.language("tyz"))] == ["công an", "tài khoản"]
    assert loan_views(facts, facts.original) == ()
