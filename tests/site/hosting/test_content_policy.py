from __future__ import annotations

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from camnang.site.hosting.content_policy import content_policy, inline_styles, source_hash


def test_a_page_without_inline_sheets_allows_its_own_host_only() -> None:
    policy = content_policy()
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_an_inline_sheet_is_allowed_by_its_hash_and_no_other() -> None:
    sheet = "body{color:red}"
    expected = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{expected}'" in content_policy([sheet, sheet])


@given(st.text(st.characters(codec="utf-8", exclude_characters="<")))
def test_a_sheet_is_found_as_it_stands(sheet: str) -> None:
    assert inline_styles(f"<head><style>{sheet}</style></head>") == {sheet}
    assert source_hash(sheet) in content_policy(inline_styles(f"<style>{sheet}</style>"))
