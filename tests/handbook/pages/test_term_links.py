from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from camnang.handbook.facts.glossary import Term
from camnang.handbook.pages.term_links import link_terms

OTP = Term(id="otp", term="OTP", also=("mã OTP",), meaning="mã ngân hàng gửi để rút tiền")
LINK = Term(id="link", term="link", also=("đường link",), meaning="chỗ bấm vào thì mở trang khác")
OPEN = '<a class="term" href="x/#{id}" title="{meaning}">'


def linked(html: str, *terms: Term) -> str:
    return link_terms({"a": html}, terms, "x/")["a"]


def test_the_first_use_leads_to_the_meaning() -> None:
    html = linked("<p>Không đọc mã OTP. OTP là chìa khoá.</p>", OTP)
    assert html == f"<p>Không đọc {OPEN.format(id='otp', meaning=OTP.meaning)}mã OTP</a>. OTP là chìa khoá.</p>"


def test_a_word_after_another_element_is_found_in_its_place() -> None:
    html = linked("<ul><li><strong>Không bấm.</strong> Mọi link đều ngờ.</li></ul>", LINK)
    opening = OPEN.format(id="link", meaning=LINK.meaning)
    assert html == f"<ul><li><strong>Không bấm.</strong> Mọi {opening}link</a> đều ngờ.</li></ul>"


def test_bold_words_links_quotations_and_other_languages_stay_as_they_are() -> None:
    for html in (
        "<p><strong>Không đọc OTP.</strong></p>",
        '<p><a href="y">OTP</a></p>',
        "<blockquote><p>Tôi lộ OTP.</p></blockquote>",
        '<p lang="vi">OTP</p>',
    ):
        assert linked(html, OTP) == html


def test_capitals_and_parts_of_words_are_no_use() -> None:
    assert linked("<p>otp và OTPS</p>", OTP) == "<p>otp và OTPS</p>"


def test_a_term_is_linked_once_over_all_sections() -> None:
    found = link_terms({"a": "<p>OTP</p>", "b": "<p>OTP</p>"}, [OTP], "x/")
    assert "class=" in found["a"]
    assert found["b"] == "<p>OTP</p>"


@given(st.text(alphabet="aOTPlinkđ .,"))
def test_no_word_is_lost(text: str) -> None:
    html = linked(f"<p>{text}</p>", OTP, LINK)
    assert fragment_fromstring(html, create_parent="div").text_content() == text
