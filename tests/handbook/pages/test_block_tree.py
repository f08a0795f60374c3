from __future__ import annotations

import lxml.html
import pytest

from camnang.handbook.pages.block_tree import Places, blocks_of, sources_of
from camnang.handbook.pages.blocks import (
    Block,
    Run,
    bold_beginning,
    is_in,
    links_in,
    opening,
    own_words,
    text_of,
    whole_texts,
    words_of,
)
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, read_settings
from tests.conftest import ROOT, real_handbook

PAGE = """Câu một.

- **Một.** Lời một
  nối dòng. [C09]
- **Hai.** Xem [trang kia](../kia/index.md).
{: lang="vi" }

- **Ba.**

    Đoạn sau.

> Lời nói.

| Đầu | Sau |
| --- | --- |
| ô một | <span lang="vi">ô Việt</span> |

### Đầu mục nhỏ

```mau
kind: sms
```

- Một.
- Một.
- ……
"""


def tree(text: str, first_line: int = 10, doubt: int = 9) -> tuple[Block, ...]:
    html = read_settings(Project(ROOT)).markdown.reset().convert(text)
    elements = lxml.html.fragment_fromstring(html, create_parent="div")
    return blocks_of(elements, Places(sources_of(text, first_line), doubt))


def flat(blocks: tuple[Block, ...]) -> list[tuple[str, int]]:
    return [(block.kind, block.line) for each in blocks for block in (each, *(part for part in children(each)))]


def children(block: Block) -> list[Block]:
    return [each for child in block.children for each in (child, *children(child))]


def test_every_block_of_a_page_has_its_kind_and_its_line() -> None:
    assert flat(tree(PAGE)) == [
        ("paragraph", 10),
        ("bullets", 12),
        *[("item", 12), ("item", 14), ("paragraph", 14)],
        *[("item", 17), ("paragraph", 17), ("paragraph", 19)],
        *[("quote", 21), ("paragraph", 21)],
        ("table", 23),
        *[("row", 23), ("head", 23), ("head", 23), ("row", 25), ("cell", 25), ("cell", 25)],
        *[("heading", 27), ("code", 30)],
        *[("bullets", 33), ("item", 33), ("item", 34), ("item", 35)],
    ]


def test_an_item_begins_with_its_bold_words_whether_its_list_is_loose_or_tight() -> None:
    items = [item for block in tree(PAGE) if block.kind == "bullets" for item in block.children]
    assert [bold_beginning(item) for item in items] == ["Một.", "Hai.", "Ba.", "", "", ""]
    assert bold_beginning(tree("- **Một.** Lời")[0].children[0]) == "Một."
    assert words_of(items[0]) == "Một. Lời một nối dòng. [C09]"


def test_links_and_passages_in_other_languages_are_known() -> None:
    blocks = tree(PAGE)
    assert links_in(blocks) == {"../kia/index.md"}
    assert "Việt" not in own_words(blocks)
    assert "Việt" in text_of(blocks)
    assert [run.language for run in opening(blocks[3].children[1].children[1])] == ["vi"]
    (passage,) = tree('Câu tiếng Việt.\n{: lang="vi" }\n')
    assert (passage.language, is_in(passage, "vi"), is_in(passage, "tyz")) == ("vi", True, False)


def test_code_says_nothing_and_no_block_is_told_twice() -> None:
    texts = list(whole_texts(tree(PAGE)))
    assert "kind: sms" not in text_of(tree(PAGE))
    assert texts == [
        *["Câu một.", "Một. Lời một nối dòng. [C09]", "Hai. Xem trang kia.", "Ba. Đoạn sau.", "Lời nói."],
        *["Đầu Sau", "ô một ô Việt", "Một.", "Một.", "……"],
    ]


SAID = {
    "<p>a <strong>b <em>c</em></strong></p>": (Run("a "), Run("b ", bold=True), Run("c", bold=True, italic=True)),
    "<p>a<br>b</p>": (Run("a"), Run("\n", breaks=True), Run("b")),
    '<p><a href="x"></a><!-- y -->z</p>': (Run("", link="x"), Run("z")),
    '<p lang="tyz">a <span lang="vi">b</span></p>': (Run("a ", language="tyz"), Run("b", language="vi")),
}


@pytest.mark.parametrize(("html", "runs"), SAID.items(), ids=SAID)
def test_words_keep_their_look_their_language_and_their_link(html: str, runs: tuple[Run, ...]) -> None:
    (block,) = blocks_of(lxml.html.fragment_fromstring(html, create_parent="div"), Places((), 1))
    assert block.runs == runs


def test_words_between_blocks_are_paragraphs() -> None:
    html = "<div>a<p>b</p>c <b>d</b><p>e</p></div>"
    (frame,) = blocks_of(lxml.html.fragment_fromstring(html, create_parent="div"), Places((), 1))
    assert [words_of(child) for child in frame.children] == ["b", "c d", "e"]
    assert (frame.kind, words_of(frame)) == ("frame", "a b c d e")


def placed_wrongly(handbook: Handbook) -> list[str]:
    """Return the items and rows whose line in the file does not hold their first word."""
    found = []
    for page in handbook.pages.values():
        lines = (ROOT / page.file).read_text(encoding="utf-8").splitlines()
        for section in page.sections.values():
            for block in (part for each in section.blocks for part in (each, *children(each))):
                first = (words_of(block).split() or [""])[0]
                if block.kind in {"item", "row", "paragraph", "heading"} and first not in lines[block.line - 1]:
                    found.append(f"{page.file}:{block.line}: {first}")
    return found


def test_every_block_of_the_real_handbook_stands_on_its_line() -> None:
    assert placed_wrongly(real_handbook()) == []
