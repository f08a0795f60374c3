from __future__ import annotations

import pytest

from camnang.handbook.web_addresses import Kind, host_in, kind_of

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


HOSTS = {
    "https://Noi.example/a": "noi.example",
    "noi.example/a?b": "noi.example",
    "ten@noi.example": "noi.example",
    "mailto:ten@noi.example": "noi.example",
    "https://toi@noi.example:8080/": "noi.example",
    "https://noi.example/@caobang.gov.vn": "noi.example",
    "https://noi.example/moi?loi=a@caobang.gov.vn": "noi.example",
    "": "",
}


@pytest.mark.parametrize(("address", "host"), HOSTS.items())
def test_the_host_of_an_address_is_what_a_browser_asks(address: str, host: str) -> None:
    assert host_in(address) == host
