from __future__ import annotations

from camnang.handbook.facts.lexicon import Entry, Lexicon
from camnang.papers.review_sheets.gloss import glosses

LEXICON = Lexicon(
    {
        "tyz": {
            "bấu": Entry("bấu", "word", "không; chớ", "LB#145"),
            "pỉ noọng": Entry("pỉ noọng", "word", "bà con", "LB#4754"),
            "công an": Entry("công an", "loan", "công an", "tiếng Việt"),
            "otp": Entry("otp", "loan", "mã dùng một lần", "tiếng Việt"),
            "zalo": Entry("zalo", "name", "Zalo", "tên riêng"),
        }
    }
)


def test_each_word_is_told_once_with_its_meaning_and_source() -> None:
    found = " · ".join(map(str, glosses("Pỉ noọng bấu OTP, bấu Zalo, công an lao", "tyz", LEXICON)))
    assert found == (
        "pỉ noọng: bà con (LB#4754) · bấu: không; chớ (LB#145) · otp: mã dùng một lần (chữ Việt)"
        " · zalo: tên riêng · công an: chữ Việt · lao: chưa có nguồn"
    )


def test_a_language_without_a_lexicon_has_no_gloss() -> None:
    assert glosses("bấu lao", "qaa", LEXICON) == ()
