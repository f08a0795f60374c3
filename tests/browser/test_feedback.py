"""«Ý kiến bạn đọc»: what is composed, what is blanked, what works on paper and without the script."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PHONE
from tests.handbook.test_telephone_numbers import SPELLINGS

PATH = "y-kien/"
BLANK = "••••"

# What a reader might write, and what must be left of it. The digits are made up; cards are the issuers' test numbers.
BLANKED = {
    "thẻ 4111 1111 1111 1111 bị trừ tiền": f"thẻ {BLANK} bị trừ tiền",
    "4111111111111111": BLANK,
    "4111-1111-1111-1111": BLANK,
    "số thẻ 5555.5555.5555.4444.": f"số thẻ {BLANK}.",
    "3782 822463 10005 hạn 12/28": f"{BLANK} hạn 12/28",
    "thẻ 4111 1111 1111 1111 12 tháng": f"thẻ {BLANK} 12 tháng",
    "４１１１ １１１１ １１１１ １１１１": BLANK,
    "4111\u200b1111\u200b1111\u200b1111": BLANK,
    "4111 - 1111 - 1111 - 1111": BLANK,
    "4111   1111   1111   1111": BLANK,
    "tài khoản 19034567890123": f"tài khoản {BLANK}",
    "STK 0123-4567-89": f"STK {BLANK}",
    "1234 5656 7890": BLANK,
    "chuyển vào 12345678 rồi": f"chuyển vào {BLANK} rồi",
    "căn cước 001200012345": f"căn cước {BLANK}",
    "căn cước 001.200.012.345": f"căn cước {BLANK}",
    "CCCD 001 200 012 345": f"CCCD {BLANK}",
    "mã OTP là 123456": f"mã OTP là {BLANK}",
    "OTP: 1234": f"OTP: {BLANK}",
    "otp 123 456": f"otp {BLANK}",
    "otp 12-34-56": f"otp {BLANK}",
    "ma xac nhan 556677": f"ma xac nhan {BLANK}",
    "MÃ XÁC NHẬN 556677": f"MÃ XÁC NHẬN {BLANK}",
    "mã 123.456": f"mã {BLANK}",
    "G-482913 là mã Google": f"G-{BLANK} là mã Google",
    "mật khẩu 20202020": f"mật khẩu {BLANK}",
    "ma\u0303 654321": f"mã {BLANK}",
    "CVV 123": f"CVV {BLANK}",
    "gọi 113 19034567890123": f"gọi 113 {BLANK}",
    "nó gọi từ 0912 345 678": f"nó gọi từ {BLANK}",
    "thẻ 4111 1111 1111 1111, mất 20.000.000 đồng": f"thẻ {BLANK}, mất 20.000.000 đồng",
    "ngày 28-11-2026 thẻ 4111111111111111": f"ngày 28-11-2026 thẻ {BLANK}",
    "19034567890123\n001200012345": f"{BLANK}\n{BLANK}",
}
KEPT = (
    "gọi 113, 111, 156, nhắn 5656",
    "113 111 156 5656",
    "113 - 111 - 156 - 5656",
    "nhắn OTP đến 5656 là sao?",
    "mất 20 triệu",
    "mất 20.000.000 đồng",
    "mất 20.000.000",
    "mất 20,000,000 VND",
    "mất 20 000 000 đồng",
    "mất 20000000đ",
    "mất 325.000.000.000 đồng",
    "mất 20000000",
    "mã QR lấy mất 500.000 đồng",
    "hỏi OTP rồi trừ 500000đ",
    "ngày 28/11/2026",
    "ngày 28-11-2026",
    "ngày 28.11.2026, lúc 9h30",
    "ngày 28 11 2026",
    "2026-11-24 08:30",
    "năm 2024 - 2026",
    "tháng 11/2026 nó xin mã",
    "nó xin mã năm 2026",
    "xóm 3, xã 56, tổ 12",
    "Kế hoạch 940/KH-UBND",
    "phòng 1203, 1204",
    "",
)


@pytest.fixture
def opinions(phone: Page) -> Page:
    phone.goto(PATH)
    return phone


def composed(page: Page, texts: list[str]) -> list[str]:
    """Write each text in turn and return what would be sent, without the head of the message."""
    return page.evaluate(
        """texts => texts.map(text => {
            const field = document.querySelector("textarea");
            field.value = text;
            field.dispatchEvent(new Event("input", {bubbles: true}));
            return document.getElementById("loi-gui").textContent.split("\\n").slice(1).join("\\n");
        })""",
        texts,
    )


def test_numbers_that_open_an_account_are_blanked(opinions: Page) -> None:
    found = dict(zip(BLANKED, composed(opinions, list(BLANKED)), strict=True))
    assert {text: (found[text], wanted) for text, wanted in BLANKED.items() if found[text] != wanted} == {}


def test_a_telephone_number_is_blanked_in_every_spelling_that_pages_are_searched_for(opinions: Page) -> None:
    left = composed(opinions, [f"nó gọi từ {spelling} hôm qua" for spelling in SPELLINGS])
    digits = {
        spelling: [sign for sign in found if sign.isdigit()] for spelling, found in zip(SPELLINGS, left, strict=True)
    }
    assert {spelling: "".join(kept) for spelling, kept in digits.items() if kept} == {}


def test_hotlines_dates_and_amounts_stay(opinions: Page) -> None:
    found = composed(opinions, list(KEPT))
    assert [(text, left) for text, left in zip(KEPT, found, strict=True) if text != left] == []


def luhn_digit(digits: str) -> str:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits)))
    return str(-sum(number - 9 if number > 9 else number for number in doubled) % 10)


def grouped(digits: str, rng: random.Random) -> str:
    """Put one kind of separator between groups of three to six, or none."""
    separator = rng.choice(["", " ", "-", ".", "  ", " - ", "\u00a0"])
    size = rng.choice([4, 4, 3, 5, 6])
    return separator.join(digits[place : place + size] for place in range(0, len(digits), size))


def secrets(rng: random.Random, count: int) -> Iterator[str]:
    """Yield card and account numbers as people write them; five noughts at the end would be an amount."""
    for _ in range(count):
        card = rng.choice("3456") + "".join(rng.choices("0123456789", k=rng.randint(11, 17)))
        yield grouped(card + luhn_digit(card), rng)
        account = "0" + "".join(rng.choices("123456789", k=rng.randint(8, 14)))
        yield grouped(account, rng)


def kept_numbers(rng: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        day, month, year = rng.randint(1, 31), rng.randint(1, 12), rng.randint(1990, 2030)
        yield rng.choice("/-.").join([str(day), str(month), str(year)])
        amount = f"{rng.randint(1, 999_999) * 1000:,}"
        yield f"{amount.replace(',', '.')} đồng"
        yield f"{amount.replace(',', ' ')} đồng"
        yield f"{amount.replace(',', '')}đ"
        yield rng.choice(["113", "111", "156", "5656"])


def test_made_up_numbers_are_blanked_or_kept_wherever_they_stand(opinions: Page) -> None:
    rng = random.Random(5)
    around = (("Nó hỏi ", " rồi."), ("", ""), ("Số:", ";"), ("(", ")"), ("tháng 3 nó lấy ", ", mất 5 triệu"))
    hidden = [(secret, *rng.choice(around)) for secret in secrets(rng, 300)]
    left = composed(opinions, [before + secret + after for secret, before, after in hidden])
    assert [
        (secret, found)
        for (secret, before, after), found in zip(hidden, left, strict=True)
        if found != (before + BLANK + after).strip()
    ] == []
    shown = [rng.choice(around)[0] + number for number in kept_numbers(rng, 200)]
    assert [pair for pair in zip(shown, composed(opinions, shown), strict=True) if pair[0].strip() != pair[1]] == []


def test_the_reader_is_told_that_something_was_blanked(opinions: Page) -> None:
    notice = opinions.locator(".writing__blanked")
    opinions.locator("textarea").fill("Trang hay lắm")
    expect(notice).to_be_hidden()
    opinions.locator("textarea").fill("OTP 123456")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Đã che")
    expect(opinions.locator("textarea")).to_have_value("OTP 123456")


def test_a_page_leads_here_with_its_answer_and_nothing_is_asked_of_anybody(phone: Page) -> None:
    phone.goto("thu-doan/gia-danh-cong-an/")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url) if request.method != "GET" else None)
    phone.get_by_role("link", name="Khó hiểu").click()
    expect(phone.get_by_label("Khó hiểu")).to_be_checked()
    expect(phone.locator("#loi-gui")).to_contain_text("Trang: thu-doan/gia-danh-cong-an/")
    phone.locator("textarea").fill("Chữ «OTP» là gì?")
    sms = phone.locator(".writing [data-share]").get_attribute("href") or ""
    assert unquote(sms).endswith("Trang: thu-doan/gia-danh-cong-an/\nChữ «OTP» là gì?"), sms
    assert (asked, phone.evaluate("localStorage.length + sessionStorage.length")) == ([], 0)


@pytest.mark.parametrize(
    "query",
    [
        "?trang=<img src=x onerror=alert(1)>",
        "?trang=Goi%200912345678",
        "?muc=']x&trang=" + "a" * 10_000,
        "?muc=%F0%9F",
    ],
)
def test_a_strange_address_puts_no_words_into_the_message(phone: Page, query: str) -> None:
    phone.goto(PATH + query)
    expect(phone.locator("#loi-gui")).to_have_text("Ý kiến bạn đọc – Chống lừa đảo Cao Bằng")


def test_an_empty_opinion_is_not_sent(opinions: Page) -> None:
    opinions.locator(".writing [data-share]").click()
    expect(opinions.locator(".writing__blanked")).to_contain_text("Viết một câu đã")
    expect(opinions.locator("textarea")).to_be_focused()


def test_without_a_channel_the_page_says_where_the_paper_goes(opinions: Page) -> None:
    expect(opinions.locator(".writing")).to_contain_text("mang phiếu đến công an xã")
    assert opinions.locator(".writing a[href^='mailto:'], .writing [data-channel]").count() == 0


def test_no_field_asks_for_a_number(opinions: Page) -> None:
    kinds = opinions.eval_on_selector_all(".writing input, .writing textarea", "all => all.map(each => each.type)")
    assert set(kinds) == {"radio", "textarea"}


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_it_is_one_sheet_with_lines_to_write_on(browser: Browser, address: str, script: bool) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=script)
    page = context.new_page()
    page.goto(PATH)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    words = sheets[0].extract_text()
    context.close()
    assert len(sheets) == 1
    for said in ("Phiếu giấy", "Chúng bảo làm gì", "Đừng ghi", "113"):
        assert said in words, f"{said!r} is not in {words!r}"
    assert "Lời sẽ gửi" not in words


def test_without_the_script_only_the_paper_form_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(PATH)
    expect(page.locator(".writing")).to_be_hidden()
    expect(page.locator(".paper-form")).to_be_visible()
    assert page.locator("button:visible").all_inner_texts() == page.locator(".search__button").all_inner_texts()
    context.close()


def test_channels_get_the_words_without_the_numbers(browser: Browser, followed_address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=followed_address)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(f"{PATH}?muc=sai&trang=thu-doan/goi-la/")
    page.locator("textarea").fill("Số sai: 19034567890123 & OTP 123456?")
    hrefs = [link.get_attribute("href") or "" for link in page.locator("[data-channel]").all()]
    context.close()
    assert wrong == []
    starts = ("mailto:hop-thu@noi.example?subject=", "https://phieu.example/moi?loi=", "sms:5656?&body=")
    for href, start in zip(hrefs, starts, strict=True):
        assert href.startswith(start), href
        assert f"Số sai: {BLANK} & OTP {BLANK}?" in unquote(href), unquote(href)
        assert "1903" not in href, href
        assert "123456" not in href, href
    assert hrefs[1].endswith("&trang=thu-doan%2Fgoi-la%2F")


def test_without_the_script_the_address_is_still_there(browser: Browser, followed_address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=followed_address, java_script_enabled=False)
    page = context.new_page()
    page.goto(PATH)
    expect(page.locator("a[href^='mailto:hop-thu@noi.example'] >> visible=true")).to_have_count(1)
    context.close()
