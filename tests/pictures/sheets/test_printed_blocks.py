from __future__ import annotations

from html import escape
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.pages.block_tree import Places, blocks_of
from camnang.handbook.pages.blocks import Run
from camnang.handbook.pages.model import Handbook
from camnang.pictures.sheets.printed_blocks import PrintedBlock, printed

WORDS = st.text(st.characters(categories=("L", "N"), include_characters=" "), min_size=1, max_size=20)
KINDS = {
    "<p>Một <strong>hai</strong> ba. [C09]</p>": PrintedBlock(
        "paragraph", ((Run("Một "), Run("hai", True), Run(" ba.")),)
    ),
    '<p lang="vi">Chuyện</p>': PrintedBlock("paragraph", ((Run("Chuyện", language="vi"),),)),
    "<blockquote>\n<p>«Tôi bị lừa»</p>\n</blockquote>": PrintedBlock("quote", ((Run("«Tôi bị lừa»"),),)),
    "<ol><li><p><strong>Tắt máy.</strong> Ngay</p></li></ol>": PrintedBlock(
        "steps", ((Run("Tắt máy.", True), Run(" Ngay")),)
    ),
    "<ul><li>a <a href='javascript:x()'>b</a></li><li>c</li></ul>": PrintedBlock(
        "bullets", ((Run("a b"),), (Run("c"),))
    ),
    "<table><tr><th>A</th><th>B</th></tr><tr><td>c</td></tr></table>": PrintedBlock(
        "table", ((Run("A", True),), (Run("B", True),), (Run("c"),), ()), 2
    ),
    "<div>lời trong khung</div>": PrintedBlock("paragraph", ((Run("lời trong khung"),),)),
    "<div><p>x <b>y</b><b> z</b></p></div>": PrintedBlock("paragraph", ((Run("x "), Run("y z", True)),)),
}


def printed_html(html: str) -> tuple[PrintedBlock, ...]:
    elements = lxml.html.fragment_fromstring(html, create_parent="div")
    return tuple(printed(blocks_of(elements, Places((), 1))))


@pytest.mark.parametrize(("html", "wanted"), KINDS.items(), ids=KINDS)
def test_html_becomes_blocks(html: str, wanted: PrintedBlock) -> None:
    assert printed_html(html) == (wanted,)


SILENT = ("", " ", "<pre><code>mau</code></pre>", "<script>alert(1)</script>", "<p>[C09]</p>")


@pytest.mark.parametrize("html", SILENT)
def test_what_is_no_text_leaves_nothing(html: str) -> None:
    assert printed_html(html) == ()


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=6))
def test_no_word_is_lost_and_none_is_made(pieces: list[tuple[str, bool]]) -> None:
    html = "".join(f"<strong>{escape(text)}</strong>" if bold else escape(text) for text, bold in pieces)
    found = "".join(run.text for block in printed_html(f"<p>{html}</p>") for part in block.parts for run in part)
    assert found == " ".join("".join(text for text, _ in pieces).split())


def test_neighbours_differ_and_ends_are_bare(handbook: Handbook) -> None:
    for page in handbook.pages.values():
        for section in page.sections.values():
            for runs in (part for block in printed(section.blocks) for part in block.parts if part):
                assert runs[0].text == runs[0].text.lstrip(), (page.file, runs)
                assert runs[-1].text == runs[-1].text.rstrip(), (page.file, runs)
                assert all(a.bold != b.bold or a.language != b.language for a, b in pairwise(runs))
