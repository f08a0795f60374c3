from __future__ import annotations

import unicodedata

import pytest
from playwright.sync_api import Page, expect

FAKE_POLICE = "thu-doan/gia-danh-cong-an/"
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


def first_hit(page: Page, query: str) -> str:
    """Type a query and return where the first result leads."""
    hits = page.locator("[role=search] ol a")
    page.get_by_role("searchbox").fill("")
    expect(hits).to_have_count(0)
    page.get_by_role("searchbox").fill(query)
    expect(hits.first).to_be_visible()
    return str(hits.first.evaluate("link => new URL(link.href).pathname.slice(1)"))


@pytest.mark.parametrize(("query", "wanted"), QUERIES.items())
def test_every_way_of_typing_finds_the_page_first(phone: Page, query: str, wanted: str) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").focus()
    assert first_hit(phone, query) == wanted


def test_lua_dao_finds_scams(phone: Page) -> None:
    """The word that most people will type leads to pages about scams, with and without accents."""
    phone.goto("")
    found = {}
    for query in ("lừa đảo", "lua dao"):
        first_hit(phone, query)
        found[query] = phone.locator("[role=search] ol a").evaluate_all("all => all.map(a => a.pathname)")
    assert set(found["lừa đảo"]) <= set(found["lua dao"]), found
    assert found["lừa đảo"][0] == found["lua dao"][0], found
    assert "/thu-doan/" in found["lua dao"], found


def test_a_language_finds_its_own_pages_and_marks_vietnamese_ones(phone: Page) -> None:
    phone.goto("tyz/")
    assert first_hit(phone, "Công an chá") == f"tyz/{FAKE_POLICE}"
    assert first_hit(phone, "ke hoach 940 noi gi") == "tyz/phap-luat/ke-hoach-940/"
    expect(phone.locator("[role=search] ol a").first).to_contain_text("tiểng Việt")


def test_the_index_is_fetched_only_when_the_box_is_used(phone: Page) -> None:
    fetched: list[str] = []
    phone.on("request", lambda request: fetched.append(request.url))
    phone.goto("", wait_until="networkidle")
    assert not [url for url in fetched if "search" in url]
    phone.get_by_role("searchbox").focus()
    phone.wait_for_timeout(300)
    assert [url for url in fetched if url.endswith("search/vi.json")]


def test_a_query_that_finds_nothing_offers_the_emergency_path(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").fill("xyzxyz")
    expect(phone.locator("[role=search] [role=status]")).to_contain_text("Không thấy")
    expect(phone.locator("[role=search]").get_by_role("link", name="Khẩn cấp")).to_be_visible()


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "+-*:^~", "a" * 10_000, "😀", "^title:x"])
def test_strange_queries_do_no_harm(phone: Page, query: str) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").fill(query)
    phone.wait_for_timeout(400)
    assert phone.locator("[role=search] img").count() == 0
