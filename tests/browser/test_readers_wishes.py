"""Large text, 400 % zoom, little motion, more contrast, own colours, large targets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_kinds import PAGE_KINDS, SCAM, paths_in
from tests.browser.test_read_aloud import FAKE_VOICES
from tests.browser.test_voice_search import FAKE_RECOGNISER

READER_PAGES = {kind: path for kind, path in PAGE_KINDS.items() if kind != "situation"}
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('off', 'SecurityError'); }});"
)
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
# A link inside a sentence may be as low as its line (WCAG 2.5.8, exception «Inline»).
SMALL_TARGETS = """() => {
  const inSentence = element => getComputedStyle(element).display === 'inline' &&
    element.parentElement.textContent.trim().length > element.textContent.trim().length + 1;
  return [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !inSentence(element))
    .map(element => [element, element.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 1 && box.bottom + scrollY > 0 && (box.height < 43.9 || box.width < 43.9))
    .map(([element, box]) => `${element.textContent.trim() || element.className}: ${box.width} × ${box.height}`);
}"""


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 320, "height": 568})
    context.add_init_script(FAKE_RECOGNISER + FAKE_VOICES)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("prefix", ["", "tyz/"], ids=["vi", "tyz"])
def test_targets_are_large_enough_on_every_kind_of_page(tab: Page, prefix: str) -> None:
    wrong = {}
    for kind, path in paths_in(prefix).items():
        tab.goto(path)
        wrong[kind] = tab.evaluate(SMALL_TARGETS)
    assert {kind: found for kind, found in wrong.items() if found} == {}


def test_large_text_stays_on_the_next_page(tab: Page) -> None:
    tab.goto("")
    usual = float(tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
    button = tab.get_by_role("button", name="Chữ to")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    tab.goto(SCAM)
    expect(tab.get_by_role("button", name="Chữ to")).to_have_attribute("aria-pressed", "true")
    large = float(tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
    assert large == pytest.approx(usual * 1.25), f"{usual} px became {large} px"
    tab.get_by_role("button", name="Chữ to").click()
    tab.goto("")
    assert tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == usual


def test_large_text_is_there_before_the_first_paint(tab: Page) -> None:
    """The script that sets it stands before the style sheet, and nothing is inline."""
    tab.goto("")
    tab.get_by_role("button", name="Chữ to").click()
    tab.route("**/handbook.js*", lambda route: route.abort())
    tab.goto("")
    expect(tab.locator("html")).to_have_class("scripted hears speaks large-text")
    assert tab.evaluate("document.head.querySelector('script').nextElementSibling.rel") == "stylesheet"


def test_large_text_without_storage_holds_for_the_page(tab: Page) -> None:
    tab.add_init_script(NO_STORAGE)
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto("")
    tab.get_by_role("button", name="Chữ to").click()
    expect(tab.locator("html")).to_have_class("scripted hears speaks large-text")
    assert wrong == []


def test_large_text_fits_a_small_phone(tab: Page) -> None:
    tab.add_init_script("localStorage.setItem('text-size', 'large')")
    wider = {}
    for kind, path in (paths_in("") | {"in Tày": "tyz/"}).items():
        tab.goto(path)
        wider[kind] = tab.evaluate(SIDEWAYS)
    assert {kind: pixels for kind, pixels in wider.items() if pixels > 0} == {}


@pytest.fixture
def zoomed(browser: Browser, address: str) -> Iterator[Page]:
    """A window of 1280 × 1024 at 400 %."""
    context = browser.new_context(base_url=address, viewport={"width": 320, "height": 256})
    context.add_init_script(FAKE_RECOGNISER + FAKE_VOICES)
    yield context.new_page()
    context.close()


def test_nothing_is_lost_at_400_per_cent(zoomed: Page) -> None:
    wrong = {}
    for kind, path in PAGE_KINDS.items():
        zoomed.goto(path)
        stuck = zoomed.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(each => each.checkVisibility() &&
            ['fixed', 'sticky'].includes(getComputedStyle(each).position)).map(each => each.className)"""
        )
        sideways = zoomed.evaluate(SIDEWAYS)
        wrong[kind] = [*stuck, *([f"{sideways} px too wide"] if sideways > 0 else [])]
    assert {kind: found for kind, found in wrong.items() if found} == {}


def test_search_serves_at_400_per_cent(zoomed: Page) -> None:
    zoomed.goto("")
    zoomed.get_by_role("searchbox").fill("cong an gia")
    expect(zoomed.locator("[role=search] ol a").first).to_be_visible()
    zoomed.keyboard.press("ArrowDown")
    expect(zoomed.locator("[role=search] ol a").first).to_be_in_viewport(ratio=0.9)


def test_the_dialog_and_the_reading_bar_serve_at_400_per_cent(zoomed: Page) -> None:
    zoomed.goto(SCAM)
    zoomed.locator(".search__voice").click()
    agree = zoomed.get_by_role("button", name="Đồng ý")
    agree.scroll_into_view_if_needed()
    expect(agree).to_be_in_viewport(ratio=1)
    zoomed.keyboard.press("Escape")
    zoomed.locator(".read-aloud__start").click()
    stop = zoomed.get_by_role("button", name="Thôi", exact=True)
    stop.scroll_into_view_if_needed()
    expect(stop).to_be_in_viewport(ratio=1)


def test_nothing_moves_for_those_who_asked_for_little_motion(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    moving = {}
    for kind, path in PAGE_KINDS.items():
        page.goto(path)
        moving[kind] = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(each => { const style = getComputedStyle(each);
            return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 ||
              style.scrollBehavior === 'smooth'; }).map(each => each.className || each.localName)"""
        )
    context.close()
    assert {kind: found for kind, found in moving.items() if found} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_means_rules_as_strong_as_text(tab: Page, scheme: str) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light", contrast="more")
    tab.goto("thu-doan/")
    colours = tab.locator(".card").first.evaluate(
        "card => [getComputedStyle(card).borderTopColor, getComputedStyle(document.body).color]"
    )
    assert colours[0] == colours[1]


def test_with_own_colours_every_box_and_sign_keeps_an_edge(tab: Page) -> None:
    tab.emulate_media(forced_colors="active")
    without_edge = {}
    for path, boxes in {
        "": (".choice", ".button, .text-size, .search__query", ".emergency-bar"),
        SCAM: (".panel", ".phone__flag", ".panel li", ".timeline"),
    }.items():
        tab.goto(path)
        for box in boxes:
            without_edge[path + box] = tab.locator(box).evaluate_all(
                """all => all.filter(each => each.checkVisibility() && ![each, '::before'].some(part => {
                  const style = part === each ? getComputedStyle(each) : getComputedStyle(each, part);
                  return parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none'; })).length"""
            )
    assert {box: count for box, count in without_edge.items() if count} == {}
