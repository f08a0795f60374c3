"""What HTML a page may hold: what Markdown makes of words, and the few elements that words need besides.

All else is told, whether it is typed as HTML, written in braces (`attr_list`) or as a link: the servers' policy
allows no foreign code, and a reader is led nowhere but to the handbook and its sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml.html import HtmlElement

from camnang.files.faults import Fault
from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages.front_matter import UNSHOWN, RawPage
from camnang.handbook.web_addresses import Kind, kind_of, number_in

TEXT: Final = "span strong b em i u s del mark small sub sup kbd abbr code br a img"
BLOCKS: Final = "div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr table thead tbody tr th td"
ELEMENTS: Final = frozenset(f"{TEXT} {BLOCKS}".split())
EVERYWHERE: Final = frozenset({"id", "lang", "class", "title"})
ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
# How Markdown's tables say where a column stands.
ALIGNED: Final = re.compile(r"text-align: (?:left|right|center);")
MOST_OPEN: Final = 20  # brackets; a link has one, a picture in a link two
ADDRESSES: Final = frozenset({"href", "src"})


# What begins a comment or the like and, left open, takes all that follows from the page.
LEFT_OPEN: Final = re.compile(r"<!--|<!\[CDATA\[|<\?")


def open_comment_faults(raw: RawPage, path: str) -> Iterator[Fault]:
    """Yield a fault for each comment that does not end; those that end are gone already (`front_matter.cut`)."""
    shown = UNSHOWN.sub(lambda match: "\n" * match[0].count("\n"), raw.body)
    for match in LEFT_OPEN.finditer(shown):
        yield Fault(
            path=path,
            line=raw.body_line + shown.count("\n", 0, match.start()),
            rule="trang-co-the-la",
            found=f"ghi chú mở bằng «{match[0]}» mà không đóng",
            expected="ghi chú dạng <!-- … -->",
            repair="thêm --> ở cuối ghi chú, hoặc xoá ghi chú",
        )


def bracket_faults(raw: RawPage, path: str) -> Iterator[Fault]:
    """Yield a fault for the first line at which more brackets are open than any link has.

    Markdown looks for the end of each of them up to the end of the page: thousands would take minutes.
    """
    open_now = 0
    for number, line in enumerate(raw.body.splitlines(), start=raw.body_line):
        open_now = open_now if line.strip() else 0  # a new paragraph
        for sign in line:
            open_now = max(0, open_now + (sign == "[") - (sign == "]"))
            if open_now > MOST_OPEN:
                yield Fault(
                    path=path,
                    line=number,
                    rule="duong-dan-hong",
                    found=f"{open_now} dấu «[» mở mà chưa đóng",
                    expected="mỗi dấu «[» có một dấu «]»: [chữ](địa chỉ)",
                    repair="đóng từng dấu «[» ở dòng này, hoặc xoá những dấu thừa",
                )
                return


def line_of(raw: RawPage, *written: str) -> int:
    """Return the line of the first of some words that the page has, whatever its case; else the body's first."""
    lines = raw.body.lower().split("\n")
    places = (place for word in written for place, line in enumerate(lines) if word in line)
    return raw.body_line + next(places, 0)


def may_have(element: HtmlElement, name: str, value: str) -> bool:
    """Tell whether an element may have an attribute."""
    if name == "style":
        return element.tag in {"td", "th"} and ALIGNED.fullmatch(value) is not None
    return name in EVERYWHERE or name in ATTRIBUTES.get(str(element.tag), ())


def element_fault(element: HtmlElement, raw: RawPage, path: str) -> Fault:
    """Say that a page holds an element that no page may hold."""
    return Fault(
        path=path,
        line=line_of(raw, f"<{element.tag!s}"),
        rule="trang-co-the-la",
        found=f"thẻ HTML <{element.tag!s}>",
        expected='chữ viết bằng Markdown; thẻ HTML chỉ để đánh dấu chữ, ví dụ <span lang="vi">',
        repair=f"bỏ thẻ <{element.tag!s}>, giữ phần chữ",
    )


def attribute_fault(element: HtmlElement, name: str, raw: RawPage, path: str) -> Fault:
    """Say that a page gives an element an attribute that no page may give."""
    return Fault(
        path=path,
        line=line_of(raw, name),
        rule="trang-co-the-la",
        found=f"thuộc tính «{name}» trong thẻ <{element.tag!s}>",
        expected="không có thuộc tính này",
        repair=f"bỏ «{name}=…»",
    )


def address_fault(element: HtmlElement, value: str, raw: RawPage, facts: Facts, path: str) -> Fault | None:
    """Return what is wrong with an address that a link or a picture has: foreign, a script, or a strange number."""
    kind = kind_of(value)
    if kind is Kind.OWN:
        return None
    if kind is Kind.NUMBER and number_in(value) in facts.hotlines.allowed:
        return None
    if kind is Kind.WEB and value in {source.url for source in facts.sources.values()}:
        return None
    return Fault(
        path=path,
        line=line_of(raw, value.lower()[:40], f"<{element.tag!s} "),
        rule="trang-co-the-la",
        found=f"địa chỉ «{value[:60]}»",
        expected="địa chỉ trong cẩm nang, một nguồn của data/sources.yml, hoặc số của data/hotlines.yml",
        repair="bỏ đường dẫn, giữ phần chữ; địa chỉ cần dẫn tới thì thêm thành nguồn",
    )


def html_faults(elements: Iterator[HtmlElement], raw: RawPage, facts: Facts, path: str) -> Iterator[Fault]:
    """Yield a fault for each element, attribute and address of a page that no page may have."""
    yield from open_comment_faults(raw, path)
    for element in elements:
        if element.tag not in ELEMENTS:
            yield element_fault(element, raw, path)
            continue
        for name, value in element.items():
            if not may_have(element, name, value):
                yield attribute_fault(element, name, raw, path)
            elif name in ADDRESSES and (fault := address_fault(element, value, raw, facts, path)):
                yield fault
