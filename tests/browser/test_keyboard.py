"""With a keyboard alone: every stop is seen, in the order of the screen, and none is a trap."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.made_up import FAKE_RECOGNISER, FAKE_VOICES
from tests.browser.page_kinds import LANGUAGES, PAGE_KINDS, SCAM

# What has the focus: its name, its place, whether a ring is drawn, whether something lies over it.
STOP = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const ringed = [element, element.closest('.search')].filter(Boolean).some(each => {
    const style = getComputedStyle(each);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return outlined || style.boxShadow.includes('inset');
  });
  const over = document.elementFromPoint(box.x + box.width / 2, Math.min(box.y + box.height / 2, innerHeight - 1));
  return {
    name: (element.innerText || element.name || element.className).trim().slice(0, 40), tag: element.localName,
    x: box.x, y: box.y + scrollY, ringed, hidden: box.bottom < 1 || box.top > innerHeight - 1,
    covered: Boolean(over) && !element.contains(over) && !over.contains(element) && !over.closest('.search')
  };
}"""
FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, audio[controls]')]
  .filter(each => !each.disabled && each.checkVisibility({visibilityProperty: true})).length"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Tab through the whole page."""
    found = []
    for _ in range(page.evaluate(FOCUSABLE)):
        page.keyboard.press("Tab")
        found.append(page.evaluate(STOP))
    return found


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", ["home", "scam, video call", "downloads", "quiz", "situation"])
def test_every_stop_is_seen_and_none_is_a_trap(
    browser: Browser, address: str, kind: str, size: tuple[int, int]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, base_url=address, reduced_motion="reduce")
    context.add_init_script(FAKE_RECOGNISER + FAKE_VOICES)
    page = context.new_page()
    page.goto(PAGE_KINDS[kind])
    found = stops(page)
    page.keyboard.press("Tab")
    left = page.evaluate("document.activeElement.localName")
    context.close()
    assert [stop["name"] for stop in found if not stop["ringed"]] == [], "no ring"
    assert [stop["name"] for stop in found if stop["hidden"] or stop["covered"]] == [], "out of sight or covered"
    assert left == "body", "after the last stop the focus leaves the page"
    assert len({json.dumps(stop) for stop in found}) == len(found), "no stop comes twice"


@pytest.mark.parametrize("prefix", LANGUAGES, ids=["vi", "tyz", "nut"])
def test_the_first_stop_skips_to_the_content(phone: Page, prefix: str) -> None:
    phone.goto(prefix)
    phone.keyboard.press("Tab")
    expect(phone.locator(".skip-link")).to_be_focused()
    expect(phone.locator(".skip-link")).to_be_in_viewport()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    expect(phone.locator(".choice").first).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_header_is_walked_as_it_is_seen(phone: Page, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 800})
    phone.goto("")
    order = phone.locator(".brand, .language-switch, .search, .text-size").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [Math.round(box.y / 40), box.x])"
    )
    assert order == sorted(order), order


def test_search_is_walked_with_arrows_and_left_with_escape(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").focus()
    phone.keyboard.insert_text("cong an gia")  # at once: a list that comes for each letter would take the focus away
    links = phone.locator("[role=search] ol a")
    expect(links.first).to_be_visible()
    phone.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    phone.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("searchbox")).to_be_focused()
    expect(phone.locator(".search__panel")).to_be_hidden()


def test_enter_searches_and_goes_to_the_first_result(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").focus()
    phone.keyboard.insert_text("công an giả")
    phone.keyboard.press("Enter")
    expect(phone.locator("[role=search] ol a").first).to_be_focused()
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**/{SCAM}")


def test_enter_on_nothing_found_goes_to_the_emergency_path(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").fill("xyzxyz")
    phone.keyboard.press("Enter")
    expect(phone.locator(".search__help a").first).to_be_focused()


def test_a_panel_left_with_the_keyboard_covers_nothing(phone: Page) -> None:
    phone.goto("")
    phone.get_by_role("searchbox").fill("cong an")
    expect(phone.locator("[role=search] ol a").first).to_be_visible()
    for _ in range(phone.locator("[role=search]").locator("button:visible, a:visible").count() + 1):
        phone.keyboard.press("Tab")
    expect(phone.locator(".search__panel")).to_be_hidden()


def test_a_place_opens_and_the_filter_is_pressed_without_a_mouse(phone: Page) -> None:
    phone.goto("tai-ve/")
    phone.locator("summary").first.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("details").first).to_have_attribute("open", "")


def test_the_quiz_is_answered_without_a_mouse(phone: Page) -> None:
    phone.goto("thu-tai/")
    question = phone.locator(".quiz__question").first
    question.get_by_role("button", name="Lừa").focus()
    phone.keyboard.press("Space")
    expect(question.locator("details")).to_have_attribute("open", "")
    expect(phone.locator(".quiz__result")).to_contain_text("/1")
    phone.keyboard.press("Tab")
    focused = phone.evaluate("document.activeElement.closest('.quiz__question, details') !== null")
    assert focused, "the focus goes on in the quiz, not back to the top"
