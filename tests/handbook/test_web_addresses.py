from __future__ import annotations

import pytest

from camnang.handbook.web_addresses import Kind, kind_of

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


@pytest.mark.parametrize(("address", "kind"), KINDS.items())
def test_an_address_leads_where_a_browser_takes_it(address: str, kind: Kind) -> None:
    assert kind_of(address) is kind
