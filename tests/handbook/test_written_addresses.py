"""Addresses in messages, in the forms that telephones and readers follow; figures and abbreviations are none."""

from __future__ import annotations

import pytest

from camnang.handbook.written_addresses import links_in


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("xem https://a.b", "https://a.b"),
        ("vao www.x", "www.x"),
        ("vao bank-vn.com ngay", "bank-vn.com"),
        ("http:x", "http:x"),
        ("Vao tai bit.do/abc di", "bit.do/abc"),
        ("Xem is.gd/a1, hoi", "is.gd/a1"),
        ("nhom zalo.me/g/abc", "zalo.me/g/abc"),
        ("cuc canh sat ABC.TOP", "ABC.TOP"),
        ("hxxps://lua.dao/x", "hxxps://lua.dao/x"),
        ("vao caobang . gov . vn xem", "caobang . gov . vn"),
        ("vao caobang. gov. vn xem", "caobang. gov. vn"),
        ("vao caobang(.)gov(.)vn xem", "caobang.gov.vn"),
        ("vao caobang[dot]com xem", "caobang.com"),
        ("vao ngân hàng chấm com", "hàng.com"),
        ("vao cao\u00adbang.vn xem", "caobang.vn"),
        ("vao caobang\u200b.vn xem", "caobang.vn"),
        ("vao caobang。vn xem", "caobang.vn"),
        ("vao caobang．vn xem", "caobang.vn"),
        ("vao пример.рф", "пример.рф"),
        ("vao xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai"),
        ("gui can-bo@caobang.gov.vn", "can-bo@caobang.gov.vn"),
        ("vao 103.232.12.14 di", "103.232.12.14"),
        ("vao 103.232.123.145:8080/a", "103.232.123.145"),
        ("vao [2001:db8::1]/a", "[2001:db8::1]"),
        ("vao 3232235777/abc", "3232235777/abc"),
        ("http://0x7f000001/", "http://0x7f000001/"),
        ("lua dao.Ai bao thi tat", "dao.Ai"),
        ("tai ngay play.google.com?id=1", "play.google.com?id=1"),
    ],
)
def test_an_address_is_found_in_every_form(text: str, link: str) -> None:
    assert any(link in each for each in links_in(text)), f"{text!r} gives {links_in(text)}, not {link!r}"


@pytest.mark.parametrize(
    "text",
    [
        "Tat may. Hoi nguoi nha.",
        "goi 113. Den cong an xa.",
        "v.v.",
        "TP. Cao Bang, TP.Cao Bang, P.Tân Giang, H.Ba Be, X.Ngoc Dong, TX.Co",
        "mat 2.000.000 d, 1.000.000.000 dong, 2.150.200.100 đồng",
        "ngay 30.11.2026, luc 10:30:00, dai 1.5km, 3.2.1",
        "goi 113, 1900.1234, 0206.3852.123",
        "Th.S Ha, Mr.An, PGS.TS Ba",
        "KHONG bam link la... Hoi 113",
        "uong nuoc cham com, cham vao",
        "Bao ngay cho cong an . Goi 113",
        "Trang 1/2, 24/7, NQ 12/CP",
        "Cao Bằng cảnh giác: Người lạ xin mã. Cúp máy! Gọi 113.",
    ],
)
def test_sentences_figures_and_abbreviations_are_no_addresses(text: str) -> None:
    assert links_in(text) == (), text
