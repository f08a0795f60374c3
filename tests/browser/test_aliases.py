"""Every way of asking that a page names leads to that page first, typed without accents as most people do."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from camnang.handbook.folding import fold
from camnang.handbook.model import Handbook
from camnang.handbook.reader import read_handbook
from camnang.project import Project
from tests.conftest import ROOT

HITS = "[role=search] ol a"
PAUSE = 200  # ms, longer than the box waits for the next letter


def aliases(handbook: Handbook) -> list[tuple[str, str]]:
    original = handbook.facts.original
    pages = [page for page in handbook.pages.values() if page.language == original]
    return [(alias, page.path) for page in pages for alias in page.details.aliases]


def first_hit(page: Page, query: str) -> str:
    page.get_by_role("searchbox").fill("")
    page.clock.run_for(PAUSE)
    expect(page.locator(HITS)).to_have_count(0)
    page.get_by_role("searchbox").fill(query)
    page.clock.run_for(PAUSE)
    expect(page.locator(HITS).first).to_be_attached()
    return str(page.locator(HITS).first.evaluate("link => new URL(link.href).pathname.slice(1)"))


def test_every_alias_finds_its_page_first(phone: Page) -> None:
    phone.clock.install()
    phone.goto("")
    phone.get_by_role("searchbox").focus()
    phone.clock.run_for(PAUSE)
    wrong = []
    for alias, wanted in aliases(read_handbook(Project(ROOT))):
        found = first_hit(phone, fold(alias))
        if found != wanted:
            wrong.append(f"«{alias}» finds {found or 'home'} before {wanted or 'home'}")
    assert wrong == []
