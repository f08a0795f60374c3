from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.facts.lexicon import Entry, Lexicon
from camnang.site.glossary_view import loan_views, term_views, terms_in
from tests.conftest import real_handbook

FACTS = real_handbook().facts
VIETNAMESE, TAY = FACTS.original, FACTS.language("tyz")
FIRST = FACTS.glossary[0]


def test_a_term_has_its_own_meaning_where_the_language_has_one_and_says_in_which_language_it_is() -> None:
    data = FACTS.translated_data["tyz", "glossary"]
    own = data.model_copy(update={"entries": {FIRST.id: {"meaning": "Cằm tày"}}})
    facts = replace(FACTS, translated_data={("tyz", "glossary"): own})
    views = {view.id: (view.meaning, view.language) for view in term_views(facts, TAY)}
    assert views[FIRST.id] == ("Cằm tày", "tyz")
    assert {view for name, view in views.items() if name != FIRST.id} == {
        (term.meaning, "vi") for term in FACTS.glossary[1:]
    }
    assert [term.meaning for term in terms_in(facts, "tyz")][:1] == ["Cằm tày"]


@pytest.mark.parametrize("code", ["vi", "xx"])
def test_without_meanings_of_its_own_a_language_has_the_vietnamese_ones(code: str) -> None:
    assert terms_in(FACTS, code) == FACTS.glossary
    assert {view.language for view in term_views(FACTS, VIETNAMESE)} == {"vi"}


def test_loans_are_words_that_mean_something_else_than_themselves_in_their_order() -> None:
    listed = (
        Entry("tài khoản", "loan", "chỗ để tiền ở ngân hàng", "LB#1"),
        Entry("công an", "loan", "người giữ an ninh", "LB#1"),
        Entry("xã", "loan", "Xã", "LB#1"),
        Entry("lao", "word", "sợ", "LB#1"),
    )
    facts = replace(FACTS, lexicon=Lexicon({"tyz": {entry.word: entry for entry in listed}}))
    assert [view.word for view in loan_views(facts, TAY)] == ["công an", "tài khoản"]
    assert loan_views(facts, VIETNAMESE) == ()
