from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.papers.review_sheets.units import units_of, with_replaced
from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs").rglob("index*.md"))
TRANSLATIONS = [page for page in PAGES if page.name != "index.md"]

EXAMPLE = """---
translation: draft
short: Đạ phác chèn
hint: "Cần lạ: roọng"
---

# Tên trang

**Câu chính.** Lời sau.

Đoạn hai có **chữ đậm** ở giữa. [C09]

Câu tiếng Việt.
{: lang="vi" }

## Màn hình {#mau}

```mau
kind: sms
from: 'Ngân hàng'
lines:
  - say: "Nói «thế»."
    co-do: Dấu
  - say: Không dấu
```

## Không {#khong}

- **Một.** Lời một
  nối dòng. [C09] [S16]
- **Hai.**
- **Câu Việt.** Lời.
{: lang="vi" }
- Không đậm.

| Đầu | Sau |
| --- | --- |
| ô một | 113 |

> Lời nói.

- **Ba.** Trước <span lang="vi">câu **Việt** [C09]</span> sau.
- <span lang="vi">Cả câu Việt.</span> Rồi sau.
- <span lang="vi">Cả câu Việt.</span>

<p>chữ của máy</p>
"""
CUT = {
    "short": "Đạ phác chèn",
    "hint": "Cần lạ: roọng",
    "title": "Tên trang",
    "statement": "Câu chính.",
    "p1": "Lời sau.",
    "p2": "Đoạn hai có **chữ đậm** ở giữa.",
    "mau.title": "Màn hình",
    "mau.from": "Ngân hàng",
    "mau.1.say": "Nói «thế».",
    "mau.1.co-do": "Dấu",
    "mau.2.say": "Không dấu",
    "khong.title": "Không",
    "khong.1.lead": "Một.",
    "khong.1.rest": "Lời một nối dòng.",
    "khong.2.lead": "Hai.",
    "khong.4.rest": "Không đậm.",
    "khong.row1.1": "Đầu",
    "khong.row1.2": "Sau",
    "khong.row2.1": "ô một",
    "khong.p1": "Lời nói.",
    "khong.5.lead": "Ba.",
    "khong.5.rest": "Trước",
    "khong.5.rest.2": "sau.",
    "khong.6.rest": "Rồi sau.",
}


def test_a_page_is_cut_into_units_with_stable_ids() -> None:
    assert {unit.id: unit.text for unit in units_of(EXAMPLE)} == CUT


def test_windows_line_ends_change_no_unit() -> None:
    assert {unit.id: unit.text for unit in units_of(EXAMPLE.replace("\n", "\r\n"))} == CUT


def test_a_yaml_value_is_quoted_only_where_it_must_be() -> None:
    new = {"short": "Mẻn: liển", "hint": 'Cạ "pây"', "mau.from": "Hâu 'lạ'", "mau.1.co-do": "Đắp máy"}
    lines = with_replaced(EXAMPLE, new).splitlines()
    assert 'short: "Mẻn: liển"' in lines
    assert 'hint: "Cạ \\"pây\\""' in lines
    assert "from: 'Hâu ''lạ'''" in lines
    assert "    co-do: Đắp máy" in lines


@pytest.mark.parametrize(
    "text", ["yes", "12", "null", "- gạch", "# thăng", "a: b", "a #b", "'", "[a", "*a", "&a", "2026-01-01"]
)
def test_words_that_yaml_would_misread_come_back_as_they_were(text: str) -> None:
    after = {
        unit.id: unit.text for unit in units_of(with_replaced(EXAMPLE, {"mau.1.co-do": f"{text} chữ", "short": text}))
    }
    assert after["mau.1.co-do"] == f"{text} chữ", after
    assert after.get("short", text) == text, after


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_real_pages_are_cut_soundly(page: Path) -> None:
    check_text(page.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("page", TRANSLATIONS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_most_units_of_a_real_translation_have_a_vietnamese_counterpart(page: Path) -> None:
    own = {unit.id for unit in units_of(page.read_text(encoding="utf-8"))}
    original = {unit.id for unit in units_of(page.with_name("index.md").read_text(encoding="utf-8"))}
    alone = own - original
    most = max(1, 0.1 * len(own))  # a Vietnamese island parts a paragraph in two: on a short page that is much
    assert len(alone) <= most, f"{sorted(alone)} of {len(own)} units"


WORDS = st.lists(
    st.sampled_from(["bấu", "lao", "Phác", "chèn", "«cần", "lạ»", "ỏn,", "slim.", "113", "8/2025", "(xã)"]),
    min_size=1,
    max_size=5,
)
PLAIN = WORDS.map(lambda words: "chữ " + " ".join(words))
SOURCES = st.sampled_from(["", " [C09]", " [C09] [S16]"])
MARKS = st.sampled_from(["", "", '\n{: lang="vi" }'])
SPANS = PLAIN.map(' <span lang="vi">{}</span>'.format)
RESTS = st.one_of(st.just(""), PLAIN.map(" {}".format), SPANS, st.builds(" {}{} {}".format, PLAIN, SPANS, PLAIN))
BOLD = st.builds("**{}**{}{}".format, PLAIN, RESTS, SOURCES)
TEXTS = st.one_of(PLAIN, BOLD, st.builds("{}{}".format, PLAIN, SOURCES), st.builds("{}\n{}".format, PLAIN, PLAIN))
PARAGRAPHS = st.builds("{}{}".format, TEXTS, MARKS)
ITEMS = st.lists(st.builds("{} {}{}".format, st.sampled_from(["-", "1."]), TEXTS, MARKS), min_size=1, max_size=4).map(
    "\n".join
)
TABLES = st.lists(st.builds("| {} | {} |".format, PLAIN, PLAIN), min_size=1, max_size=3).map(
    lambda rows: "\n".join([rows[0], "| --- | --- |", *rows[1:]])
)
SCALARS = st.one_of(PLAIN, PLAIN.map('"{}"'.format), PLAIN.map("'{}'".format), PLAIN.map('"{}: a"'.format))
MOCKS = st.builds(
    "```mau\nkind: sms\nfrom: {}\nvia: {}\nlines:\n  - say: {}\n    co-do: {}\n```".format, *[SCALARS] * 4
)
QUOTES = PLAIN.map("> {}".format)
BLOCKS = st.lists(st.one_of(PARAGRAPHS, ITEMS, TABLES, QUOTES, st.just("<b>chữ</b>")), max_size=4)
SECTIONS = st.lists(st.tuples(PLAIN, BLOCKS, st.one_of(st.just([]), MOCKS.map(lambda mock: [mock]))), max_size=3)


def page_of(front: list[str], title: str, lead: list[str], sections: list[tuple[str, list[str], list[str]]]) -> str:
    parts = [f"# {title}", *lead]
    for number, (heading, blocks, mocks) in enumerate(sections):
        parts += [f"## {heading} {{#muc-{number}}}", *mocks, *blocks]
    return "\n".join(["---", "translation: draft", *front, "---", "", *(f"{part}\n" for part in parts)])


PAGE = st.builds(
    page_of, st.one_of(st.just([]), st.builds(lambda short: [f"short: {short}"], SCALARS)), PLAIN, BLOCKS, SECTIONS
)


def check_text(text: str) -> None:
    units = units_of(text)
    assert len({unit.id for unit in units}) == len(units), [unit.id for unit in units]
    assert with_replaced(text, {unit.id: unit.text for unit in units}) == text
    new = {unit.id: f"mới: {number}" for number, unit in enumerate(units)}
    changed = with_replaced(text, new)
    assert {unit.id: unit.text for unit in units_of(changed)} == new
    assert outside(changed) == outside(text)


def outside(text: str) -> list[str]:
    """Return what stands between the units; that they do not overlap shows in the places being in order."""
    places = [0, *(place for unit in units_of(text) for place in (unit.start, unit.end)), len(text)]
    assert places == sorted(places), places
    return [text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]


@given(PAGE, st.booleans())
def test_any_page_keeps_every_character_outside_replaced_units(page: str, windows: bool) -> None:
    check_text(page.replace("\n", "\r\n") if windows else page)


@given(PAGE, st.data())
def test_one_replaced_unit_changes_no_other(page: str, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(units_of(page)))
    after = with_replaced(page, {unit.id: "chữ mới"})
    assert after.startswith(page[: unit.start]), (unit, after)
    assert after.endswith(page[unit.end :]), (unit, after)


@given(st.text(alphabet="ab# *-|>`\n\r:{}[]\"'lang=m1.", max_size=80))
def test_any_text_is_cut_without_an_error_and_nothing_is_lost(text: str) -> None:
    assert with_replaced(text, {unit.id: unit.text for unit in units_of(text)}) == text
