from __future__ import annotations

import unicodedata

from playwright.sync_api import Page, expect

from tests.browser.page_kinds import SCAM as FAKE_POLICE
from tests.browser.searching import first_hit
from tests.browser.waiting import lets_timers_pass

TYPING_PAUSE = 200  # ms; longer than the box waits for the next letter (`PAUSE` of handbook.js)

QUERIES = {
    "công an giả": FAKE_POLICE,
    "cong an gia": FAKE_POLICE,
    "CONG AN GIA": FAKE_POLICE,
    unicodedata.normalize("NFD", "công an giả"): FAKE_POLICE,
    "vneid gia": "thu-doan/ung-dung-gia/",
    "bat coc": "thu-doan/bat-coc-online/",
    "trung thuong": "thu-doan/trung-thuong-qua-tang/",
    "vay tien": "thu-doan/vay-tien-qua-mang/",
    "tien ao": "thu-doan/dau-tu-san-gia/",
    "tu thien": "thu-doan/tu-thien-gia/",
    "đã chuyển tiền": "khan-cap/da-chuyen-tien/",
    "da chuyen tien": "khan-cap/da-chuyen-tien/",
    "cong an goi video": FAKE_POLICE,
    "shipper goi chuyen tien": "thu-doan/gia-nguoi-giao-hang/",
    "quet ma mat zalo": "thu-doan/quet-qr-mat-tai-khoan/",
    "bi doa tung anh": "khan-cap/bi-doa-anh/",
    "ngan hang nhan link": "thu-doan/tin-nhan-gia-ten-ngan-hang/",
    "lam nhiem vu nap tien": "thu-doan/viec-nhe-luong-cao/",
    "nguoi yeu tren mang xin tien": "thu-doan/tinh-cam-buu-kien/",
    "lay lai tien bi lua": "thu-doan/lay-lai-tien/",
    "con choi game bi xin anh": "thu-doan/du-do-tre-em/",
    "sang campuchia lam": "thu-doan/lua-sang-nuoc-ngoai/",
    "ban be muon tien zalo": "thu-doan/chiem-tai-khoan-gia-nguoi-than/",
    "mua ve xe tet": "thu-doan/du-lich-ve-gia/",
    "bi lua tien phai lam sao": "khan-cap/da-chuyen-tien/",
}


def test_every_way_of_typing_finds_the_page_first(phone: Page) -> None:
    phone.goto("")
    found = {query: first_hit(phone, query) for query in QUERIES}
    assert {query: hit for query, hit in found.items() if hit != QUERIES[query]} == {}


def test_lua_dao_finds_scams(phone: Page) -> None:
    """The word that most people will type leads to pages about scams, with and without accents."""
    phone.goto("")
    found = {}
    for query in ("lừa đảo", "lua dao"):
        first_hit(phone, query)
        found[query] = phone.locator("[role=search] ol a").evaluate_all("all => all.map(a => a.pathname)")
    assert found["lừa đảo"][:3] == found["lua dao"][:3], found  # the tail of a list that is cut may differ
    assert "/thu-doan/" in found["lua dao"][:3], found


def test_a_language_finds_its_own_pages(phone: Page) -> None:
    phone.goto("tyz/")
    assert first_hit(phone, "Công an chá") == f"tyz/{FAKE_POLICE}"


def test_the_index_is_fetched_only_when_the_box_is_used(phone: Page) -> None:
    fetched: list[str] = []
    phone.on("request", lambda request: fetched.append(request.url))
    phone.goto("", wait_until="networkidle")
    assert not [url for url in fetched if "search" in url]
    with phone.expect_request("**/search/vi.json"):
        phone.get_by_role("searchbox").focus()


def test_an_answer_that_comes_late_is_not_shown_for_a_newer_query(phone: Page) -> None:
    phone.goto("")
    assert first_hit(phone, "vay tien") == "thu-doan/vay-tien-qua-mang/"
    phone.evaluate(
        """() => { const box = document.querySelector('#search-query');
        const post = Worker.prototype.postMessage, asked = window.asked = [];
        Worker.prototype.postMessage = function (message) { asked.push([this, message]); };
        window.letThrough = () => { Worker.prototype.postMessage = post; asked.forEach(([worker, message]) =>
          worker.postMessage(message)); }; }"""
    )
    phone.get_by_role("searchbox").fill("vay tien qua mang")
    lets_timers_pass(phone, TYPING_PAUSE)
    assert phone.evaluate("asked.length") == 1, "the older query must be on its way"
    phone.get_by_role("searchbox").fill("cong an gia")
    lets_timers_pass(phone, TYPING_PAUSE)
    phone.evaluate("letThrough()")
    expect(phone.locator("[role=search] ol a").first).to_have_attribute("href", f"./{FAKE_POLICE}")
    phone.get_by_role("searchbox").fill("")
    expect(phone.locator("[role=search] ol a")).to_have_count(0)
