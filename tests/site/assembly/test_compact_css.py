from __future__ import annotations

import pytest

from camnang.site.assembly.template_functions import compact_css


@pytest.mark.parametrize(
    ("sheet", "compact"),
    [
        ("\na { color: red; margin: 0 auto; }\n", "a{color:red;margin:0 auto}"),
        ("a > b, a + b:focus-visible { top: 0 }", "a > b,a + b:focus-visible{top:0}"),
        (
            "@media (max-height: 26rem) { a { width: max(1rem, 50vw - 21rem); } }",
            "@media (max-height:26rem){a{width:max(1rem,50vw - 21rem)}}",
        ),
        ('a::after { content: "Nói: «a; b», {c}"; }', 'a::after{content:"Nói: «a; b», {c}"}'),
        ("header, main > *, footer {\n  padding: 0;\n}", "header,main > *,footer{padding:0}"),
    ],
    ids=["spaces", "combinators", "sums", "words in quotes", "lines"],
)
def test_only_what_editors_need_is_left_out(sheet: str, compact: str) -> None:
    assert compact_css(sheet) == compact
