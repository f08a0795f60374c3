"""Phrases that mislead without accents, and those that read one way only."""

from __future__ import annotations

import pytest

from camnang.handbook.kits.sms_traps import read_sms_traps, traps_in
from tests.conftest import ROOT

TRAPS = read_sms_traps(ROOT)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Bao ngan hang cua minh", "bao ngan hang"),
        ("Cha me nghe, KHONG mang. Goi 111", "khong mang"),
        ("ra cho dong nguoi, dua may cho cha me", "dua may"),
        ("Con bi cong an gia doa qua mang", "cong an gia"),
        ("Tien la vao tai khoan", "tien la"),
        ("Nguoi la bao con cap cuu", "bao con"),
        ("Da dua roi: goi ngan hang", "da dua"),
        ("Ban quen trong game xin anh", "ban quen"),
        ("Nick nguoi than nhan tin", "nhan tin"),
        ("Ai ru ma nghe", "ru ma"),
    ],
)
def test_a_phrase_that_misleads_is_found(text: str, plain: str) -> None:
    found = [trap.plain for trap in traps_in(text, TRAPS)]
    assert plain in found, f"{text!r}: {found}"


@pytest.mark.parametrize(
    "text",
    [
        "Doa bat, bat chuyen tien la lua.",
        "Quen tren mang, chua gap thi KHONG gui tien.",
        "Mang so den uy ban xa hoi.",
        "Ai hua lai cao thi KHONG nghe.",
        "Xem ten chu quan roi moi chuyen.",
        "Uy ban xa, Mat tran xa.",
        "Bat nop phi truoc, nguoi la lua dao.",
    ],
)
def test_an_honest_phrase_is_no_trap(text: str) -> None:
    assert [trap.plain for trap in traps_in(text, TRAPS)] == [], text


def test_each_trap_has_several_readings_and_advice_that_is_no_trap() -> None:
    assert [trap.plain for trap in TRAPS if len(set(trap.meanings)) < 2] == []
    assert [trap.plain for trap in TRAPS if list(traps_in(trap.instead, TRAPS))] == []
    assert len({trap.plain for trap in TRAPS}) == len(TRAPS)
