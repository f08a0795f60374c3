"""axe-core on every kind of page, in every language, narrow and wide, light and dark: no violation, no exclusion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.made_up import FAKE_RECOGNISER, FAKE_VOICES
from tests.browser.page_kinds import LANGUAGES, PAGE_KINDS, SCAM, paths_in

# WCAG 2.0 to 2.2, A and AA, and what axe calls best practice: that is every rule but the AAA and experimental ones.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: dict[str, Any] = {"runOnly": TAGS, "resultTypes": ["violations"]}
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
Guise = tuple[dict[str, int], Literal["light", "dark"]]
EVERY_GUISE: tuple[Guise, ...] = ((NARROW, "light"), (NARROW, "dark"), (WIDE, "light"), (WIDE, "dark"))
# Every kind of page is seen in every guise, though not in every language; `--every-guise` leaves nothing out.
GUISES = {"": EVERY_GUISE[::3], "tyz/": EVERY_GUISE[1:2], "nut/": EVERY_GUISE[2:3]}


def hearing_and_speaking(browser: Browser, address: str) -> BrowserContext:
    """Open a browser in which every button is there."""
    context = browser.new_context(base_url=address, viewport=NARROW, reduced_motion="reduce")
    context.add_init_script(FAKE_RECOGNISER + FAKE_VOICES)
    return context


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A tab of its own, for a test that changes what the browser keeps."""
    context = hearing_and_speaking(browser, address)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def one_tab(browser: Browser, address: str) -> Iterator[Page]:
    """One tab for all pages that are only looked at."""
    context = hearing_and_speaking(browser, address)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """Return what axe finds, a line for each place; `axe` must be on the page."""
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", OPTIONS)
    return [
        f"{violation['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def violations_in(page: Page, guises: tuple[Guise, ...]) -> list[str]:
    """Return what axe finds in some guises; the page is loaded once."""
    page.evaluate(Axe().axe_script)
    found = []
    for viewport, scheme in guises:
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme)
        found += [f"{viewport['width']} px, {scheme}: {line}" for line in violations(page)]
    return found


@pytest.mark.parametrize("kind", PAGE_KINDS)
@pytest.mark.parametrize("prefix", LANGUAGES, ids=["vi", "tyz", "nut"])
def test_axe_finds_nothing(one_tab: Page, request: pytest.FixtureRequest, prefix: str, kind: str) -> None:
    one_tab.goto(paths_in(prefix)[kind])
    every = request.config.getoption("every_guise")
    assert violations_in(one_tab, EVERY_GUISE if every else GUISES[prefix]) == []


def open_search(page: Page) -> None:
    page.goto("")
    page.get_by_role("searchbox").fill("công an")
    expect(page.locator("[role=search] ol a").first).to_be_visible()


def open_search_in_tay(page: Page) -> None:
    page.goto("tyz/")
    page.get_by_role("searchbox").fill("ke hoach 940")
    expect(page.locator("[role=search] ol a[lang=vi]").first).to_be_visible()


def find_nothing(page: Page) -> None:
    page.goto("")
    page.get_by_role("searchbox").fill("xyzxyz")
    expect(page.locator("[role=search] [role=status]")).to_contain_text("Không thấy")


def ask_for_consent(page: Page) -> None:
    page.goto("")
    page.locator(".search__voice").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def listen(page: Page) -> None:
    ask_for_consent(page)
    page.get_by_role("button", name="Đồng ý").click()
    expect(page.locator(".voice__count")).not_to_be_empty()


def hear(page: Page) -> None:
    listen(page)
    page.evaluate("hear('công an giả'); recognisers.at(-1).stop()")
    expect(page.get_by_role("dialog").get_by_role("button", name="Tìm", exact=True)).to_be_visible()


def read_aloud(page: Page) -> None:
    page.goto(SCAM)
    page.locator(".read-aloud__start").click()
    expect(page.locator(".read-aloud__bar")).to_be_visible()


def open_details(page: Page) -> None:
    page.goto("")
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")


def open_places(page: Page) -> None:
    page.goto("tai-ve/")
    page.locator("details").evaluate_all(
        "all => all.forEach(each => { each.removeAttribute('name'); each.open = true; })"
    )


def answer_the_quiz(page: Page) -> None:
    page.goto("thu-tai/")
    for answer in page.locator("button[value=lua]").all():
        answer.click()


def large_text(page: Page) -> None:
    page.goto(SCAM)
    page.get_by_role("button", name="Chữ to").click()


OPENED: tuple[Callable[[Page], None], ...] = (
    open_search,
    open_search_in_tay,
    find_nothing,
    ask_for_consent,
    listen,
    hear,
    read_aloud,
    open_details,
    open_places,
    answer_the_quiz,
    large_text,
)


@pytest.mark.parametrize("act", OPENED, ids=[act.__name__ for act in OPENED])
def test_axe_finds_nothing_in_what_opens(
    tab: Page, request: pytest.FixtureRequest, act: Callable[[Page], None]
) -> None:
    act(tab)
    every = request.config.getoption("every_guise")
    assert violations_in(tab, EVERY_GUISE if every else GUISES[""]) == []


def test_axe_would_find_a_fault(tab: Page) -> None:
    """Small grey words on white: the check is no empty ceremony."""
    tab.goto("")
    tab.evaluate(
        """() => { const main = document.querySelector('main');
        main.innerHTML = '<p>pale words</p><img src="data:,">';
        Object.assign(main.firstChild.style, {color: '#aaa', background: '#fff'}); }"""
    )
    tab.evaluate(Axe().axe_script)
    assert {line.split(":")[0] for line in violations(tab)} >= {"color-contrast", "image-alt"}
