"""Headings of every page of the real site: one h1, no level left out; the swindler's screen is read in its order."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lxml.html import parse
from playwright.sync_api import Page, expect

from tests.browser.page_kinds import PAGE_KINDS


def faults(file: Path) -> list[str]:
    headings = parse(str(file)).getroot().xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(heading.tag[1]) for heading in headings]
    wrong = [f"h{after} after h{before}" for before, after in pairwise(levels) if after > before + 1]
    empty = [f"an empty {heading.tag}" for heading in headings if not heading.text_content().strip()]
    return wrong + empty + ([] if levels[:1] == [1] and levels.count(1) == 1 else [f"levels {levels}"])


def test_headings_are_in_order_on_every_page(real_site: Path) -> None:
    files = sorted(real_site.rglob("*.html"))
    assert len(files) > 100, "the real site was built"
    wrong = {file.relative_to(real_site).as_posix(): faults(file) for file in files}
    assert {path: found for path, found in wrong.items() if found} == {}


SCREENS = {
    "scam, video call": """
    - heading [level=2]
    - group "Màn hình kẻ gian. Số đỏ là dấu hiệu lừa đảo.":
      - paragraph: Công an – Đội điều tra Zalo, người lạ
      - list:
        - listitem:
          - paragraph: Bà dính vụ rửa tiền. Đây là lệnh bắt.
          - paragraph: "Dấu hiệu 1: Doạ bắt cho mình sợ"
        - listitem:
          - paragraph: Cấm nói với ai. Cúp máy là bắt ngay.
          - paragraph: "Dấu hiệu 2: Bắt mình giữ bí mật"
        - listitem:
          - paragraph: Chuyển tiền vào đây để kiểm tra.
          - paragraph: "Dấu hiệu 3: Đòi chuyển tiền"
    """,
}
ANY_SCREEN = """
- heading [level=2]
- group /Màn hình kẻ gian/:
  - list:
    - listitem:
      - paragraph
      - paragraph: /^Dấu hiệu 1/
"""


@pytest.mark.parametrize("kind", [kind for kind in PAGE_KINDS if kind.startswith("scam,")])
def test_the_swindlers_screen_is_read_in_its_order(phone: Page, kind: str) -> None:
    phone.goto(PAGE_KINDS[kind])
    expect(phone.locator("#mau")).to_match_aria_snapshot(SCREENS.get(kind, ANY_SCREEN))
