from __future__ import annotations

import json

from camnang.handbook.pages.model import Handbook
from camnang.site.search.index import index, index_bytes


def entries(handbook: Handbook, code: str) -> dict[str, dict[str, str]]:
    found = index(handbook, handbook.facts.language(code))
    return {entry["location"]: entry for entry in found["docs"]}


def test_aliases_are_found_without_accents(handbook: Handbook) -> None:
    entry = entries(handbook, "vi")["thu-doan/goi-la/"]
    assert "cong an dom" in entry["plain_title"]
    assert "lua dao qua dien thoai" in entry["plain_title"]


def test_the_words_on_the_swindlers_screen_are_indexed(handbook: Handbook) -> None:
    assert "rửa tiền" in entries(handbook, "vi")["thu-doan/goi-la/"]["text"]


def test_a_language_has_its_own_pages_and_vietnamese_ones_marked(handbook: Handbook) -> None:
    found = entries(handbook, "tyz")
    assert found["tyz/thu-doan/goi-la/"]["title"] == "Cần róa chả công an"
    assert "lang" not in found["tyz/thu-doan/goi-la/"]
    assert found["tyz/khan-cap/dang-bi-goi/"]["lang"] == "vi"
    assert all(location.startswith("tyz/") for location in found)


def test_the_same_handbook_gives_the_same_bytes(handbook: Handbook) -> None:
    original = handbook.facts.original
    assert index_bytes(handbook, original) == index_bytes(handbook, original)
    assert json.loads(index_bytes(handbook, original))["config"]["pipeline"] == []
