"""Pages on paper: few A4 sheets, the campaign's head, no navigation, addresses written out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

MOST_SHEETS = 2
# Offices see all their tasks of the plan and what serves each. Five scam pages tell two stories or answer two scams.
LONG_SCAMS = ("con-cap-cuu", "gia-thue-dien-bao-hiem", "lua-sang-nuoc-ngoai", "ep-ban-vang", "gia-bao-hiem-xa-hoi")
MORE_SHEETS = {"tuyen-truyen/": 3, **{f"thu-doan/{name}/": 3 for name in LONG_SCAMS}}
A4 = (595, 842)  # points
RULE = "Tắt máy. Hỏi người nhà. Đến công an xã."
SCAM = "thu-doan/gia-danh-cong-an/"
PAGES = (
    SCAM,
    "khan-cap/dang-bi-goi/",
    "bao-tin/",
    "y-kien/",
    "canh-bao/2026-10-02-trang-gia-vien-kiem-sat/",
    "tuyen-truyen/ngan-hang/",
)
MANY = (
    "thu-doan/*/",
    "khan-cap/*/",
    "bao-tin/",
    "bao-tin/*/",
    "tyz/bao-tin/",
    "nut/bao-tin/",
    "nut/khan-cap/*/",
    "tuyen-truyen/*/",
)


@pytest.fixture(scope="module")
def paper(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


@pytest.fixture
def on_paper(browser: Browser, address: str) -> Iterator[Page]:
    """A screen as wide as a sheet between its margins, with the style of paper."""
    context = browser.new_context(base_url=address, viewport={"width": 680, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def printed(page: Page, path: str) -> PdfReader:
    """Print without grounds, as a reader's printer does."""
    page.goto(path)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in reader.pages)


def longest(site: Path, pattern: str, most: int = 5) -> list[str]:
    """Return the pages that fill the most paper, judged by their bytes."""
    found = sorted(site.glob(pattern + "index.html"), key=lambda file: -file.stat().st_size)
    assert found, f"no page is named {pattern}"
    return [file.parent.relative_to(site).as_posix() + "/" for file in found[:most]]


def most_sheets(path: str) -> int:
    """Return how many sheets a page may fill."""
    return next((most for start, most in MORE_SHEETS.items() if path.startswith(start)), MOST_SHEETS)


@pytest.mark.parametrize("pattern", MANY)
def test_two_sheets_are_enough_for_the_longest_pages(paper: Page, real_site: Path, pattern: str) -> None:
    paths = longest(real_site, pattern)
    counts = {path: len(printed(paper, path).pages) for path in paths}
    assert {path: count for path, count in counts.items() if count > most_sheets(path)} == {}


@pytest.mark.parametrize("path", PAGES)
def test_the_head_says_who_speaks_the_rule_and_113(paper: Page, path: str) -> None:
    reader = printed(paper, path)
    first = " ".join(reader.pages[0].extract_text().split())
    assert re.search(r"Chống lừa đảo Cao Bằng|Cao Bằng cảnh giác lừa đảo", first), first
    assert re.search(re.escape(RULE) + r"\s*113", first), first
    assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in words(reader)
    assert tuple(round(side) for side in reader.pages[0].mediabox[2:]) == A4


@pytest.mark.parametrize("path", PAGES)
def test_nothing_to_press_is_printed(paper: Page, path: str) -> None:
    said = words(printed(paper, path))
    for pressed in (
        "Tìm kiếm",
        "Gửi cho người nhà",
        "Trang chủ",
        "Khẩn cấp 113",
        "Dễ hiểu không",
        "Nghe đọc",
        "Lấy áp phích",
    ):
        assert pressed not in said, f"{pressed!r} is printed: {said}"


def test_addresses_outside_are_written_out_and_those_inside_are_not(paper: Page) -> None:
    for path in (SCAM, "khan-cap/dang-bi-goi/"):
        said = words(printed(paper, path)).replace(" ", "")
        outside = paper.eval_on_selector_all(
            "main a[href^=http], footer a[href^=http]", "all => all.map(a => a.href)"
        )
        assert outside, f"{path} has no link that leaves the site"
        assert [url for url in outside if url not in said] == [], path
        assert "127.0.0.1" not in said
        assert "../" not in said


def test_the_telephone_is_read_line_by_line_each_with_its_flag(on_paper: Page) -> None:
    on_paper.goto(SCAM)
    lines = on_paper.eval_on_selector_all(
        ".phone__line",
        """all => all.map(line => ["say", "flag"].map(part => line.querySelector(".phone__" + part)))
        .map(([say, flag]) => [say, flag].map(part => part.getBoundingClientRect()))
        .map(([say, flag]) => [say.top, say.bottom, flag.top + flag.height / 2, flag.left - say.right])""",
    )
    assert len(lines) == 3
    for (top, bottom, flag, gap), following in zip(lines, [*lines[1:], [float("inf")]], strict=True):
        assert top < flag < bottom, f"a flag at {flag} stands beside no words ({top} to {bottom})"
        assert gap > 0, f"a flag overlaps its words by {-gap} px"
        assert bottom <= following[0], f"words end at {bottom}, the next begin at {following[0]}"


def test_no_words_are_white_on_white(on_paper: Page) -> None:
    for path in ("bao-tin/", SCAM):
        on_paper.goto(path)
        pale = on_paper.evaluate(
            """() => [...document.querySelectorAll("main *, header *, footer *")]
            .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .filter(e => getComputedStyle(e).color.match(/\\d+/g).slice(0, 3).every(part => part > 170))
            .map(e => e.textContent.trim())"""
        )
        assert pale == [], f"{path}: {pale}"
