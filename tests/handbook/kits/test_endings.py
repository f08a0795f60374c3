"""Closings, emergency numbers and helpers of the real rules, and of sentences made up for them."""

from __future__ import annotations

import pytest

from camnang.handbook.kits.endings import EMERGENCY, names_any, read_announcing_rules
from camnang.handbook.kits.kits import kits_of
from tests.conftest import ROOT, real_handbook

RULES = read_announcing_rules(ROOT)


@pytest.mark.parametrize(
    "text", ["Dang bi ep: goi 113", "Đang bị ép, gọi một một ba.", "Khong tim thay con: 113", "Nguy: 113"]
)
def test_danger_is_read_with_accents_and_without(text: str) -> None:
    assert names_any(text, RULES.dangers), text


@pytest.mark.parametrize(
    "text", ["Can giup: 113", "Cần giúp gấp, gọi một một ba.", "Nguoi nha goi 113", "Hỏi công an xã, 113"]
)
def test_a_habit_is_no_danger(text: str) -> None:
    assert not names_any(text, RULES.dangers), text


def test_who_ends_otherwise_has_a_kit_a_reason_and_never_says_to_hang_up() -> None:
    scams = {kit.id for kit in kits_of(real_handbook())}
    others = RULES.closings
    assert {each.scam for each in others} <= scams
    assert [each.scam for each in others if "tắt máy" in each.closing.casefold() or not each.why] == []


def test_every_message_of_the_handbook_that_says_that_money_is_gone_sends_to_the_bank() -> None:
    gone = ("da mat tien", "da nop", "da gui", "da cho thue", "thay mat tien")
    messages = [
        line.text for kit in kits_of(real_handbook()) for line in kit.items("sms") if names_any(line.text, gone)
    ]
    assert messages
    assert [text for text in messages if not names_any(text, ("ngân hàng", "số in sau thẻ"))] == []


def test_fewer_messages_name_113_than_the_bank() -> None:
    first = [kit.items("sms")[0].text for kit in kits_of(real_handbook()) if "sms" in kit.sections]
    emergency = sum(1 for text in first if EMERGENCY.search(text))
    bank = sum(1 for text in first if names_any(text, ("goi ngan hang",)))
    assert emergency < bank, f"113: {emergency}, bank: {bank}"
