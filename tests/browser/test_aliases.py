"""Every way of asking that a page names leads to that page first, typed without accents as most people do."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from camnang.files.folding import fold
from camnang.handbook.pages.model import Handbook
from tests.conftest import real_handbook

# Each alias is pressed in turn, as by Enter; the line above the results changes when they are there.
PRESS_EACH = """async aliases => {
  const form = document.querySelector('.search'), found = [];
  for (const alias of aliases) {
    const shown = new Promise(resolve => new MutationObserver((_, observer) => { observer.disconnect(); resolve(); })
      .observe(form.querySelector('.search__status'), {childList: true}));
    form.querySelector('.search__query').value = alias;
    form.requestSubmit();
    await shown;
    const first = form.querySelector('ol a');
    found.push(first ? new URL(first.href).pathname.slice(1) : 'nothing');
  }
  return found;
}"""


def aliases(handbook: Handbook) -> list[tuple[str, str]]:
    original = handbook.facts.original
    pages = [page for page in handbook.pages.values() if page.language == original]
    return [(alias, page.path) for page in pages for alias in page.details.aliases]


def test_every_alias_finds_its_page_first(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").fill("cong an")
    expect(phone.locator("[role=search] ol a").first).to_be_visible()
    wanted = aliases(real_handbook())
    assert len(wanted) > 100
    found = phone.evaluate(PRESS_EACH, [fold(alias) for alias, _ in wanted])
    wrong = [
        f"«{alias}» finds {hit or 'home'} before {path or 'home'}"
        for (alias, path), hit in zip(wanted, found, strict=True)
        if hit != path
    ]
    assert wrong == []
