from __future__ import annotations

import pytest

from camnang.handbook.web_addresses import Kind, has_address, kind_of

KINDS = {
    "../a/index.md#hay": Kind.OWN,
    "#hay": Kind.OWN,
    "https://noi.example": Kind.WEB,
    "//noi.example": Kind.WEB,
    "\\\\noi.example": Kind.WEB,
    " HTTP://noi.example": Kind.WEB,
    "tel:113": Kind.NUMBER,
    "javascript:x": Kind.OTHER,
    "java\nscript:x": Kind.OTHER,
    "data:text/html,x": Kind.OTHER,
}
LINKS = ["bit.ly/x", "t.me/ten", "www.abc", "vneid-abc.xyz", "https://a.b", "hxxps://a.b", "VCB.CC nhe", "1.2.3.4/x"]
NO_LINKS = ["tien. To mat", "tien.To mat", "1.500.000 dong", "v.v.", "goi 113.Khong so", "TP.HCM", "24.11.2026"]


@pytest.mark.parametrize(("address", "kind"), KINDS.items())
def test_an_address_leads_where_a_browser_takes_it(address: str, kind: Kind) -> None:
    assert kind_of(address) is kind


@pytest.mark.parametrize("text", LINKS)
def test_what_telephones_make_a_link_of_is_an_address(text: str) -> None:
    assert has_address(text), text


@pytest.mark.parametrize("text", NO_LINKS)
def test_sentences_and_amounts_are_no_addresses(text: str) -> None:
    assert not has_address(text), text
