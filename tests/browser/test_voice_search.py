"""Searching by voice, with a made-up recogniser: nobody is heard unasked, nothing is searched before a press."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.made_up import FAKE_RECOGNISER
from tests.browser.page_kinds import SCAM

NO_RECOGNISER = "window.SpeechRecognition = window.webkitSpeechRecognition = undefined;"
NO_STORAGE = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("off", "SecurityError"); }});"""
)
OPENED = datetime.datetime(2026, 12, 1, 8)
MICROPHONE = "Tìm bằng giọng nói"


def microphone(page: Page) -> Locator:
    return page.get_by_role("button", name=MICROPHONE)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name=MICROPHONE)


def press(page: Page, name: str) -> None:
    dialog(page).get_by_role("button", name=name, exact=True).click()


def calls(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate("recognisers.map(each => each.calls)")
    return found


@pytest.fixture
def home(phone: Page) -> Page:
    phone.add_init_script(FAKE_RECOGNISER)
    phone.clock.install(time=OPENED)
    phone.goto("")
    phone.clock.pause_at(OPENED + datetime.timedelta(hours=1))  # the ten seconds pass when a test says so
    return phone


@pytest.fixture
def listening(home: Page) -> Page:
    """A page that hears a reader who has agreed."""
    microphone(home).click()
    press(home, "Đồng ý")
    return home


def test_nothing_is_heard_before_the_reader_agrees(home: Page) -> None:
    microphone(home).click()
    expect(dialog(home)).to_contain_text("gửi tới hãng làm trình duyệt")
    assert calls(home) == []
    press(home, "Thôi")
    expect(dialog(home)).to_be_hidden()
    expect(microphone(home)).to_be_focused()
    assert calls(home) == []


def test_what_was_heard_is_shown_and_searched_only_at_a_press(listening: Page) -> None:
    fetched: list[str] = []
    listening.on("request", lambda request: fetched.append(request.url))
    assert listening.evaluate("recognisers[0].lang") == "vi-VN"
    listening.evaluate("hear('công an giả')")
    expect(dialog(listening)).to_contain_text("công an giả")
    press(listening, "Nói xong")
    expect(dialog(listening)).to_contain_text("Nghe được: «công an giả»")
    expect(listening.get_by_role("searchbox", include_hidden=True)).to_have_value("công an giả")
    listening.clock.run_for(5000)
    assert fetched == [], "nothing is searched yet"
    press(listening, "Tìm")
    first = listening.locator("[role=search] ol a").first
    expect(first).to_be_focused()
    assert str(first.evaluate("link => link.pathname")) == f"/{SCAM}"


def test_ten_seconds_are_counted_down_then_it_stops(listening: Page) -> None:
    count = dialog(listening).locator(".voice__count")
    expect(count).to_have_text("10")
    listening.clock.run_for(9000)
    expect(count).to_have_text("1")
    assert calls(listening) == [["start"]]
    listening.clock.run_for(1000)
    assert calls(listening)[0][:2] == ["start", "stop"]
    expect(dialog(listening)).to_contain_text("Chưa nghe được chữ nào")


def test_a_recogniser_that_does_not_stop_is_cut_off(listening: Page) -> None:
    listening.evaluate("neverEnds = true; hear('vay tiền')")
    listening.clock.run_for(10_000)
    assert calls(listening) == [["start", "stop"]]
    listening.clock.run_for(2000)
    assert calls(listening) == [["start", "stop", "abort"]]
    expect(dialog(listening)).to_contain_text("«vay tiền»")


@pytest.mark.parametrize(
    ("error", "said"),
    {
        "not-allowed": "chưa cho trang này dùng mi-crô",
        "service-not-allowed": "chưa cho trang này dùng mi-crô",
        "no-speech": "Chưa nghe được chữ nào",
        "network": "chưa đổi được tiếng nói thành chữ",
        "audio-capture": "chưa đổi được tiếng nói thành chữ",
        "a word of tomorrow": "chưa đổi được tiếng nói thành chữ",
    }.items(),
)
def test_a_refusal_is_told_and_one_can_try_again(listening: Page, error: str, said: str) -> None:
    listening.evaluate("error => failWith(error)", error)
    expect(dialog(listening)).to_contain_text(said)
    press(listening, "Nói lại")
    assert [each[0] for each in calls(listening)] == ["start", "start"]
    expect(dialog(listening).locator(".voice__count")).to_have_text("10")


def test_a_recogniser_that_cannot_start_is_told(home: Page) -> None:
    home.evaluate("() => { SpeechRecognition.prototype.start = () => { throw new Error('no'); }; }")
    microphone(home).click()
    press(home, "Đồng ý")
    expect(dialog(home)).to_contain_text("chưa đổi được tiếng nói thành chữ")


def test_escape_ends_the_hearing_and_gives_the_focus_back(listening: Page) -> None:
    listening.keyboard.press("Escape")
    expect(dialog(listening)).to_be_hidden()
    expect(microphone(listening)).to_be_focused()
    assert calls(listening) == [["start", "abort"]]
    listening.clock.run_for(15_000)
    expect(dialog(listening)).to_be_hidden()


def test_leaving_the_page_ends_the_hearing(listening: Page) -> None:
    listening.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert calls(listening) == [["start", "abort"]]


def test_the_reader_is_asked_once(listening: Page) -> None:
    listening.goto(SCAM)
    microphone(listening).click()
    expect(dialog(listening).locator(".voice__count")).to_have_text("10")
    assert calls(listening) == [["start"]]


def test_without_storage_each_page_asks_once(phone: Page) -> None:
    phone.add_init_script(FAKE_RECOGNISER + NO_STORAGE)
    for path in ("", SCAM):
        phone.goto(path)
        microphone(phone).click()
        expect(dialog(phone)).to_contain_text("gửi tới hãng làm trình duyệt")
        press(phone, "Đồng ý")
        phone.evaluate("hear('vay tiền')")
        press(phone, "Nói xong")
        press(phone, "Nói lại")
        assert len(calls(phone)) == 2


def test_a_long_speech_and_markup_stay_text(listening: Page) -> None:
    listening.evaluate("hear('<img src=x onerror=alert(1)> ' + 'a'.repeat(10000))")
    press(listening, "Nói xong")
    assert len(listening.locator("#search-query").input_value()) <= 80
    assert dialog(listening).locator("img").count() == 0


def test_no_microphone_where_the_browser_hears_nothing(phone: Page) -> None:
    phone.add_init_script(NO_RECOGNISER)
    phone.goto("")
    expect(phone.locator(".search__voice")).to_be_hidden()


@pytest.mark.parametrize("language", ["tyz", "nut"])
def test_no_microphone_in_languages_that_no_browser_hears(phone: Page, language: str) -> None:
    phone.add_init_script(FAKE_RECOGNISER)
    phone.goto(f"{language}/")
    expect(phone.get_by_role("searchbox")).to_be_visible()
    assert phone.locator(".search__voice, .voice").count() == 0


def test_script_and_words_are_fetched_at_the_first_tap(phone: Page) -> None:
    fetched: list[str] = []
    phone.on("request", lambda request: fetched.append(request.url))
    phone.add_init_script(FAKE_RECOGNISER)
    phone.goto("", wait_until="networkidle")
    assert [url for url in fetched if "voice" in url] == []
    microphone(phone).click()
    expect(dialog(phone)).to_be_visible()
    assert len([url for url in fetched if "voice" in url]) == 2


def test_without_a_network_the_box_is_there_to_type_in(phone: Page) -> None:
    phone.add_init_script(FAKE_RECOGNISER)
    phone.goto("")
    phone.route("**/voice.vi.json", lambda route: route.fulfill(body="<html>not json"))
    microphone(phone).click()
    expect(phone.get_by_role("searchbox")).to_be_focused()
