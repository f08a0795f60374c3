"""The filter of the download centre, on a made-up site with pictures of the tiny handbook."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, QuietHandler
from tests.browser.served import QuietServer
from tests.bundles.packs.conftest import pack_all
from tests.conftest import copy_handbook, draw
from tests.site.made_up import build_site


@pytest.fixture(scope="module")
def downloads_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = copy_handbook(tmp_path_factory.mktemp("downloads") / "handbook")
    draw(project)
    pack_all(project)
    build_site(project)
    handler = partial(QuietHandler, directory=str(project.root / "site"))
    server = QuietServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/tai-ve/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def centre(browser: Browser, downloads_address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(downloads_address)
    yield page
    context.close()
    assert wrong == []


def test_a_school_takes_its_pack_in_two_taps(centre: Page) -> None:
    centre.locator("summary", has_text="Trường học").click()
    with centre.expect_download() as taken:
        centre.locator("#noi-truong-hoc a.pack").first.click()
    assert taken.value.suggested_filename == "goi-truong-hoc.zip"


def test_a_language_shows_its_files_and_its_picture(centre: Page) -> None:
    card = centre.locator("#to-goi-la")
    centre.locator("button[value='tyz']").click()
    expect(card.locator("a[href$='goi-la-ap-phich-a4.tyz.pdf']")).to_be_visible()
    expect(card.locator("a[href$='goi-la-ap-phich-a4.pdf']")).to_be_hidden()
    assert (card.locator("img").get_attribute("src") or "").endswith(".tyz.nho.webp")
    centre.locator("button[value='tyz']").click()
    expect(card.locator("a[href$='goi-la-ap-phich-a4.pdf']")).to_be_visible()


def test_a_use_leaves_only_its_files(centre: Page) -> None:
    centre.locator("button[value='dien-thoai']").click()
    shown = centre.locator("#to-goi-la .kit__files >> nth=0 >> li[data-use]:visible")
    assert [each.get_attribute("data-use") for each in shown.all()] == ["dien-thoai"]
    expect(centre.locator(".filter__found")).to_have_text("1 thủ đoạn")


def test_an_address_can_be_sent_and_a_strange_one_does_no_harm(centre: Page, downloads_address: str) -> None:
    centre.goto(f"{downloads_address}?place=truong-hoc&language=tyz")
    expect(centre.locator("#noi-truong-hoc")).to_have_attribute("open", "")
    expect(centre.locator("button[value='tyz']")).to_have_attribute("aria-pressed", "true")
    centre.goto(f"{downloads_address}?use=']x&place=khong-co&scam=goi-la")
    expect(centre.locator("#to-goi-la")).to_be_visible()


def test_nothing_is_wider_than_the_phone_and_every_target_is_large(centre: Page) -> None:
    centre.locator("summary", has_text="Trường học").click()
    assert centre.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    small = centre.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main select, main summary')]
        .filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([_, box]) => box.width > 1 && box.height < 44).map(([name]) => name)"""
    )
    assert small == []
