from __future__ import annotations

import typst
from hypothesis import given
from hypothesis import strategies as st

from camnang.pictures.drawing.engine import PDF_STANDARD, compiler
from camnang.pictures.drawing.glyphs import common_coverage
from camnang.pictures.drawing.outside_text import drawable, drawable_value
from tests.conftest import ROOT

COVERED = common_coverage(ROOT / "design")
SHOWN = {
    "Tắt máy → gọi 113": "Tắt máy -> gọi 113",
    "xong ✓ 😀 ☐": "xong [x] [ ]",
    "một\n\thai\u2009ba": "một hai ba",
    "Ｆｕｌｌ ﬁ ⅓": "Full fi 1/3",
    "中文": "??",
    "a\x00b\u200bc\ue000d\ufffd": "abcd",
    "Xã Ðông\u00a0Khê": "Xã Ðông Khê",
    "А": "A",
}


def test_signs_without_glyph_are_replaced_or_left_out() -> None:
    assert {text: drawable(text, COVERED) for text in SHOWN} == SHOWN


def test_every_string_of_a_value_is_made_drawable() -> None:
    assert drawable_value({"→": ["a→", ("b😀", 3)]}, COVERED) == {"→": ["a->", ["b", 3]]}


@given(st.text())
def test_any_text_has_only_letters_with_glyphs(text: str) -> None:
    assert set(drawable(text, COVERED)) <= COVERED | {" "}


def test_typst_takes_what_was_made_drawable() -> None:
    odd = "".join(map(chr, range(0x2190, 0x2800))) + "😀\x01\u202eﷺ"
    page = '#set document(title: [t])\n#set text(lang: "vi")\n= t\n#sys.inputs.text'
    drawn = compiler(ROOT / "design").compile(
        input=page.encode(), sys_inputs={"text": drawable(odd, COVERED)}, format="pdf", pdf_standards=PDF_STANDARD
    )
    assert isinstance(drawn, bytes), drawn
    assert drawn.startswith(b"%PDF"), typst.__version__
