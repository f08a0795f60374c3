"""Someone edits the handbook with the preview open beside it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from camnang.entry.preview.previewed_site import PreviewedSite
from camnang.entry.preview.serving import PreviewServer
from camnang.entry.preview.watching import Watch
from camnang.handbook.project import Project
from tests.browser.conftest import PHONE
from tests.conftest import SCAM, copy_handbook, edit

TITLE, NEW_TITLE = "Người lạ gọi, xưng công an", "Người rất lạ gọi, xưng công an"


@pytest.fixture
def previewed(tmp_path: Path) -> Iterator[tuple[Project, str]]:
    project = copy_handbook(tmp_path / "handbook")
    watch = Watch(project)
    server = PreviewServer(0, PreviewedSite(project, watch))
    for run in (watch.run, server.serve_forever):
        threading.Thread(target=run, daemon=True).start()
    yield project, f"http://127.0.0.1:{server.server_port}/"
    watch.end()
    server.shutdown()
    server.server_close()


def test_the_open_page_follows_what_is_saved_through_a_fault_and_back(
    browser: Browser, previewed: tuple[Project, str]
) -> None:
    project, address = previewed
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{address}thu-doan/goi-la/")
    expect(page.locator("h1")).to_have_text(TITLE)
    edit(project, SCAM, f"# {TITLE}", f"# {NEW_TITLE}")
    expect(page.locator("h1")).to_have_text(NEW_TITLE)
    edit(project, SCAM, f"# {NEW_TITLE}", f"# {NEW_TITLE} 0912 345 678")
    expect(page.locator("h1")).to_have_text("Có lỗi cần sửa")
    expect(page.locator("li").first).to_contain_text(f"{SCAM}:")
    edit(project, SCAM, f"# {NEW_TITLE} 0912 345 678", f"# {TITLE}")
    expect(page.locator("h1")).to_have_text(TITLE)
    context.close()


def test_nothing_that_the_page_fetches_is_missing(browser: Browser, previewed: tuple[Project, str]) -> None:
    _, address = previewed
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("response", lambda told: wrong.append(f"{told.status} {told.url}") if told.status >= 400 else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}thu-doan/goi-la/")
    page.get_by_role("searchbox").fill("cong an")
    expect(page.locator("[role=search] ol a").first).to_be_visible()
    assert wrong == []
    context.close()
