from __future__ import annotations

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.glossary import Term
from camnang.handbook.facts.lexicon import Entry, Lexicon
from camnang.handbook.pages.loan_marks import mark_loans

OTP = Term(id="otp", term="OTP", also=("mã OTP",), meaning="Dá đảy toọc.")
WORDS = {"công an": "loan", "mã otp": "loan", "bấu": "word", "zalo": "name"}
LEXICON = Lexicon({"tyz": {word: Entry(word, kind, word, "LB#1") for word, kind in WORDS.items()}})  # type: ignore[arg-type]


def marked(*html: str, address: str = "x/") -> list[str]:
    parts = {str(place): text for place, text in enumerate(html)}
    return list(mark_loans(parts, "tyz", LEXICON, (OTP,), address).values())


def test_a_loan_is_marked_at_its_first_use_over_all_parts() -> None:
    first, second = marked("<p><strong>Công an bấu.</strong> Công an.</p>", "<p>Công an, Zalo.</p>")
    assert first == '<p><strong><span class="loan" lang="vi">Công an</span> bấu.</strong> Công an.</p>'
    assert second == "<p>Công an, Zalo.</p>"


def test_a_loan_that_the_glossary_explains_leads_there() -> None:
    (html,) = marked("<p>Bấu toọc mã OTP.</p>")
    assert '<a class="term" href="x/#otp" title="Dá đảy toọc." lang="vi">mã OTP</a>' in html


def test_an_emergency_page_gets_no_links() -> None:
    (html,) = marked("<p>Bấu toọc mã OTP.</p>", address="")
    assert html == '<p>Bấu toọc <span class="loan" lang="vi">mã OTP</span>.</p>'


def test_vietnamese_passages_links_and_code_stay_as_they_are() -> None:
    html = '<p lang="vi">Công an</p><p><a href="a">Công an</a> <code>công an</code></p>'
    assert marked(html) == [html]


@given(st.lists(st.sampled_from(["Công an", "bấu", "mã OTP", "Zalo", "<b>công an</b>", ", ", " "])))
def test_marks_change_no_word(pieces: list[str]) -> None:
    html = f"<p>{' '.join(pieces)}</p>"
    (found,) = marked(html)
    assert lxml.html.fromstring(found).text_content() == lxml.html.fromstring(html).text_content()
