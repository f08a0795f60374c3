"""A communicator takes a text: three taps from the door of the room, copied as it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

ROOM = "tuyen-truyen/"
LOUDSPEAKER = "#loa-30"


def test_a_text_is_in_hand_after_three_taps(phone: Page) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(ROOM)
    phone.get_by_role("link", name="Giả danh công an, viện kiểm sát, toà án").click()
    phone.get_by_role("link", name="Loa 30 giây").click()
    button = phone.locator(LOUDSPEAKER).get_by_role("button", name="Chép lời này")
    button.click()
    expect(phone.locator(LOUDSPEAKER).get_by_role("button")).to_have_text("Đã chép")
    copied = phone.evaluate("navigator.clipboard.readText()")
    assert copied == phone.locator(f"{LOUDSPEAKER} .saying__text").text_content()
    assert str(copied).endswith("Đến công an xã.")


@pytest.mark.parametrize("refusing", ["undefined", "{writeText: () => Promise.reject(new Error('no'))}"])
def test_a_browser_without_a_clipboard_copies_what_is_marked(phone: Page, refusing: str) -> None:
    phone.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{value: {refusing}}})")
    phone.goto("thu-doan/gia-danh-cong-an/tuyen-truyen/")
    part = phone.locator("#khau-hieu .saying").first
    part.get_by_role("button").click()
    expect(part.get_by_role("button")).to_have_text("Đã chép")
    assert phone.evaluate("getSelection().toString()") == part.locator(".saying__text").text_content()


def test_every_message_can_be_copied_from_the_bank(phone: Page) -> None:
    phone.goto(f"{ROOM}sms/")
    expect(phone.locator(".messages")).to_have_count(34)
    phone.locator(".messages summary").first.click()
    first = phone.locator(".messages").first
    expect(first.locator(".saying")).to_have_count(2)
    expect(first.locator(".saying__note").first).to_contain_text("GSM-7")
    expect(first.get_by_role("button").first).to_be_visible()
