"""Large text, 400 % zoom, little motion, more contrast, own colours, large targets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.made_up import FAKE_RECOGNISER, FAKE_VOICES
from tests.browser.page_kinds import LANGUAGES, SCAM, paths_in

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


SMALL, ZOOMED = {"width": 320, "height": 568}, {"width": 320, "height": 256}  # ZOOMED: 1280 × 1024 at 400 %
STUCK = """() => [...document.querySelectorAll('body *')].filter(each => each.checkVisibility() &&
  ['fixed', 'sticky'].includes(getComputedStyle(each).position)).map(each => each.className)"""
MOVING = """() => [...document.querySelectorAll('*')].filter(each => { const style = getComputedStyle(each);
  return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 ||
    style.scrollBehavior === 'smooth'; }).map(each => each.className || each.localName)"""


def small_screen(browser: Browser, address: str) -> BrowserContext:
    """Open a small phone whose browser hears and speaks, so that every button is there."""
    context = browser.new_context(base_url=address, viewport=SMALL, reduced_motion="reduce")  # type: ignore[arg-type]
    context.add_init_script(FAKE_RECOGNISER + FAKE_VOICES)
    return context


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    context = small_screen(browser, address)
    yield context.new_page()
    context.close()


def measured(page: Page) -> dict[str, list[str]]:
    """Return what is wrong with a page: at rest, with large text, at 400 %."""
    found = {"targets": page.evaluate(SMALL_TARGETS), "moving": page.evaluate(MOVING)}
    widths = {"sideways": page.evaluate(SIDEWAYS)}
    page.evaluate("document.documentElement.classList.add('large-text')")
    widths["sideways, large"] = page.evaluate(SIDEWAYS)
    page.evaluate("document.documentElement.classList.remove('large-text')")
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    widths["sideways, zoomed"] = page.evaluate(SIDEWAYS)
    found["stuck"] = page.evaluate(STUCK)
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    return found | {name: [f"{pixels} px"] if pixels > 0 else [] for name, pixels in widths.items()}


@pytest.fixture(scope="module")
def pages(browser: Browser, address: str) -> dict[str, dict[str, list[str]]]:
    """Every kind of page in every language, each loaded once."""
    context = small_screen(browser, address)
    page = context.new_page()
    found = {}
    for path in sorted({path for prefix in LANGUAGES for path in paths_in(prefix).values()}):
        page.goto(path)
        found[path] = measured(page)
    context.close()
    return found


@pytest.mark.parametrize(
    "fault",
    {
        "targets": "under 44 px",
        "moving": "moves though the reader asked for little motion",
        "sideways": "wider than 320 px",
        "sideways, large": "wider than 320 px with large text",
        "sideways, zoomed": "wider than the window at 400 %",
        "stuck": "covers the small window at 400 %",
    },
)
def test_every_kind_of_page_suits(pages: dict[str, dict[str, list[str]]], fault: str) -> None:
    assert len(pages) > 60
    assert {path: found[fault] for path, found in pages.items() if found[fault]} == {}


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
    """The script that sets it is one that the first paint waits for, beside the style sheet; nothing is inline."""
    tab.goto("")
    tab.get_by_role("button", name="Chữ to").click()
    tab.route("**/handbook.js*", lambda route: route.abort())
    tab.goto("")
    expect(tab.locator("html")).to_have_class("scripted hears speaks large-text")
    first = "document.head.querySelector('script')"
    assert tab.evaluate(f"[{first}.async, {first}.defer, {first}.previousElementSibling.rel]") == [
        False,
        False,
        "stylesheet",
    ]


def test_large_text_without_storage_holds_for_the_page(tab: Page) -> None:
    tab.add_init_script(NO_STORAGE)
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto("")
    tab.get_by_role("button", name="Chữ to").click()
    expect(tab.locator("html")).to_have_class("scripted hears speaks large-text")
    assert wrong == []


@pytest.fixture
def zoomed(browser: Browser, address: str) -> Iterator[Page]:
    """A window of 1280 × 1024 at 400 %."""
    context = small_screen(browser, address)
    page = context.new_page()
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    yield page
    context.close()


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
