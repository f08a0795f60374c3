"""What people, chats and broken phones send: it never becomes markup, and every page still serves its purpose."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_kinds import LANGUAGES, PAGE_KINDS, SCAM, paths_in
from tests.browser.searching import first_hit
from tests.browser.waiting import becomes_true

MARKUP = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>\'"><svg onload=window.harmed=1>'
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('off', 'SecurityError'); }});"
)
UNANSWERED = "chưa đáp"
QUERIES = {
    "markup": MARKUP,
    "10,000 letters": "lừa đảo " * 1250,
    "one word of 10,000 letters": "a" * 10_000,
    "emoji": "😀👨‍👩‍👧‍👦🇻🇳",
    "Chinese": "诈骗电话",
    "Lao": "ຫຼອກລວງ",
    "Arabic": "احتيال",
    "half a letter": "\ud83d",
    "marks without letters": "\u0301\u0323",
    "signs of the search": "+-*:^~ AND title:x",
    "null": "\x00\x01\x1f",
    "only spaces": "   ",
}
MIXED = {
    "decomposed": unicodedata.normalize("NFD", "công an giả"),
    "half decomposed": "công " + unicodedata.normalize("NFD", "an giả"),
    "capitals": "CÔNG AN GIẢ",
    "decomposed capitals": unicodedata.normalize("NFD", "CÔNG AN GIẢ"),
    "some marks": "cong an giả",
    "many spaces": "  công   an  giả ",
    "with a full stop": "Công an giả.",
}


def ask_strangely(page: Page, query: str) -> None:
    """Put a query into the box as a program does, and wait for what the box says to it, which may be nothing."""
    status = page.locator("[role=search] [role=status]")
    loading = status.get_attribute("data-loading")
    status.evaluate("(status, text) => { status.textContent = text; }", UNANSWERED)
    page.get_by_role("searchbox").evaluate(
        "(box, text) => { box.focus(); box.value = text; box.dispatchEvent(new Event('input')); }", query
    )
    assert becomes_true(page, lambda: status.text_content() not in {UNANSWERED, loading}), f"no answer to {query!r}"


def test_strange_queries_are_text_and_search_goes_on(phone: Page) -> None:
    phone.goto("")
    for name, query in QUERIES.items():
        ask_strangely(phone, query)
        assert phone.evaluate("window.harmed") is None, name
        strange = phone.locator("[role=search] img, [role=search] svg:not(.line-icon), [role=search] script")
        assert strange.count() == 0, name
        assert first_hit(phone, "cong an gia") == SCAM, name


def test_every_mixture_of_typing_finds_the_page(phone: Page) -> None:
    phone.goto("")
    assert {name: first_hit(phone, query) for name, query in MIXED.items()} == dict.fromkeys(MIXED, SCAM)


@pytest.mark.parametrize("path", ["", "thu-doan/", SCAM, "tai-ve/", "khan-cap/", "404.html", "khan-cap/dang-bi-goi/"])
def test_an_address_full_of_markup_harms_nobody(phone: Page, path: str) -> None:
    for tail in (
        f"?q={quote(MARKUP)}",
        f"?place={quote(MARKUP)}&scam={quote(MARKUP)}",
        f"#{quote(MARKUP)}",
        f"#{MARKUP}",
    ):
        phone.goto(path + tail)
        expect(phone.locator("h1")).to_be_visible()
        assert phone.evaluate("window.harmed") is None, tail
        assert phone.locator("[src='x'], [onload]").count() == 0, tail


def test_a_query_in_the_address_is_cut_and_searched(phone: Page) -> None:
    phone.goto(f"thu-doan/?q={quote('công an giả ' + 'x' * 10_000)}")
    assert len(phone.get_by_role("searchbox").input_value()) == 80
    phone.goto(f"thu-doan/?q={quote('công an giả')}")
    expect(phone.locator("[role=search] ol a").first).to_have_attribute("href", f"../{SCAM}")


def test_nothing_found_offers_the_emergency_path_and_what_one_sees(phone: Page) -> None:
    phone.goto(SCAM)
    phone.get_by_role("searchbox").fill("xyzxyz")
    expect(phone.locator("[role=search] [role=status]")).to_contain_text("Không thấy")
    links = phone.locator(".search__help a")
    assert links.all_inner_texts() == ["Khẩn cấp", "Bạn thấy gì?"]
    assert links.evaluate_all("all => all.map(link => link.pathname)") == ["/khan-cap/", "/thu-doan/"]


@pytest.mark.parametrize("language", ["tyz", "nut"])
def test_a_page_served_in_vietnamese_is_found_and_says_so(phone: Page, language: str) -> None:
    phone.goto(f"{language}/")
    assert first_hit(phone, "ke hoach 940 noi gi") == f"{language}/phap-luat/ke-hoach-940/"
    hit = phone.locator("[role=search] ol a").first
    expect(hit).to_have_attribute("lang", "vi")
    expect(hit.locator("b")).to_contain_text("tiểng Việt")


def test_an_index_that_is_cut_short_says_so_and_is_asked_for_again(phone: Page) -> None:
    phone.route("**/search/vi.json", lambda route: route.fulfill(body='{"docs": ['))
    phone.goto("")
    phone.get_by_role("searchbox").fill("cong an gia")
    expect(phone.locator("[role=search] [role=status]")).to_contain_text("Chưa tải được")
    expect(phone.locator(".search__help a").first).to_be_visible()
    phone.unroute("**/search/vi.json")
    phone.get_by_role("button", name="Tìm kiếm", exact=True).click()
    expect(phone.locator("[role=search] ol a").first).to_be_visible()


def test_typing_on_after_an_index_that_failed_asks_for_it_again(phone: Page) -> None:
    """A line that refuses at once is known before the first letter is looked at; that letter must not wait for it."""
    phone.route("**/search/vi.json", lambda route: route.fulfill(body='{"docs": ['))
    phone.goto("")
    phone.get_by_role("searchbox").focus()
    expect(phone.locator("[role=search] [role=status]")).to_contain_text("Chưa tải được")
    phone.unroute("**/search/vi.json")
    phone.get_by_role("searchbox").fill("cong an gia")
    expect(phone.locator("[role=search] ol a").first).to_be_visible()


def test_with_storage_refused_every_kind_of_page_works(phone: Page) -> None:
    phone.add_init_script(NO_STORAGE)
    for path in PAGE_KINDS.values():
        phone.goto(path)
        expect(phone.locator("h1")).to_be_visible()
    phone.goto("")
    assert first_hit(phone, "cong an gia") == SCAM


@pytest.fixture
def unscripted(browser: Browser, address: str) -> Iterator[Page]:
    """A phone whose browser runs no script."""
    context = browser.new_context(viewport={"width": 320, "height": 568}, base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


SERVES = {
    "home": "main a:has-text('Đang bị gọi')",
    "situations": "main a:has-text('113')",
    "situation": "main :text('Tắt máy ngay.')",
    "scams": "main a:has-text('Giả danh công an')",
    "scam, video call": "main .panel--do li",
    "scam, chat": "main .panel--do li",
    "scam, message": "main .panel--do li",
    "scam, app": "main .panel--do li",
    "scam, web page": "main .panel--do li",
    "report": "main a[href='sms:5656']",
    "form to print": "main td",
    "downloads": "main summary",
    "warnings": "main a.warning",
    "warning": "main a.card",
    "quiz": "main summary:has-text('Xem câu trả lời')",
    "glossary": "main dt:has-text('OTP')",
    "sources": "main .sources__item a",
    "translations": "main progress",
    "list of plain pages": "main a.card",
    "plain page with a table": "main table",
    "about": "main h2",
    "communicators": "main a.card:has-text('Ngân hàng')",
    "kit": "main #loa-30 blockquote",
    "bank of messages": "main summary",
    "office files": "main h2",
    "office": "main summary",
    "year of posts": "main summary",
    "scams of the month": "main a[href*='thu-doan/']",
    "not found": "main a:has-text('Trang chủ')",
}


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_without_scripts_every_kind_of_page_serves_its_purpose(unscripted: Page, kind: str) -> None:
    unscripted.goto(PAGE_KINDS[kind])
    expect(unscripted.locator(SERVES[kind]).first).to_be_visible()
    expect(unscripted.locator("a[href='tel:113']").first).to_be_visible()
    for needing_script in unscripted.locator(
        ".search__voice, .text-size, .read-aloud, .quiz__choices, .filter, .saying__copy"
    ).all():
        expect(needing_script).to_be_hidden()


@pytest.mark.parametrize("prefix", LANGUAGES, ids=["vi", "tyz", "nut"])
def test_without_scripts_search_leads_to_the_list_of_scams(unscripted: Page, prefix: str) -> None:
    unscripted.goto(prefix)
    unscripted.locator("#search-query").fill("<b>công an")
    unscripted.keyboard.press("Enter")
    unscripted.wait_for_url(f"**/{prefix}thu-doan/?q=*")
    expect(unscripted.locator("h1")).to_be_visible()
    assert paths_in(prefix)["scams"] in unscripted.url


def test_without_scripts_zooming_is_told(unscripted: Page) -> None:
    unscripted.goto(SCAM)
    expect(unscripted.get_by_text("đặt hai ngón tay lên màn hình")).to_be_visible()
