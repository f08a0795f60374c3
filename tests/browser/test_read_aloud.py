"""Reading aloud with a made-up voice of the device."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.made_up import FAKE_VOICES
from tests.browser.page_kinds import SCAM
from tests.browser.waiting import becomes_true

MARK_IS_SEEN = """() => { const box = [...CSS.highlights.get('reading')][0].getBoundingClientRect();
const bar = document.querySelector('.read-aloud__bar').getBoundingClientRect();
return box.top >= 0 && box.bottom <= bar.top; }"""


@pytest.fixture
def reader(phone: Page) -> Iterator[Page]:
    """A telephone with a Vietnamese voice."""
    phone.add_init_script(FAKE_VOICES)
    yield phone


READING = re.compile("^(Nghe đọc|Tỉnh cần toọc)")  # in Vietnamese, and in the two other editions


def offer(page: Page) -> Locator:
    return page.locator(".read-aloud__start")


def started(page: Page, path: str) -> Page:
    page.goto(path)
    offer(page).click()
    expect(page.get_by_role("group", name=READING)).to_be_visible()
    return page


def spoken(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("spoken.map(each => each.text)")
    return texts


def all_of(page: Page, path: str) -> list[str]:
    started(page, path).evaluate("sayAll()")
    return spoken(page)


def test_the_act_is_read_before_the_reason_and_each_flag_after_its_words(reader: Page) -> None:
    said = all_of(reader, SCAM)
    wanted = [
        "Giả danh công an, viện kiểm sát, toà án",
        "Công an không gọi video, không đòi tiền.",
        "Không chuyển tiền.",
        "Cũng không đưa tiền, vàng cho ai đến nhà lấy.",
        "Chậm lại, thở một hơi.",
        "Gọi ngân hàng ngay.",
        "Cấm nói với ai.",
        "Dấu hiệu 2:",
        "Bắt mình giữ bí mật",
        "Doạ bắt qua điện thoại.",
        "Cấm kể với người nhà.",
        "Hàng xóm liền báo công an phường nên chặn kịp.",
    ]
    places = [said.index(text) for text in wanted]
    assert places == sorted(places), dict(zip(wanted, places, strict=True))
    assert [said.count(text) for text in wanted] == [1] * len(wanted), "nothing is read twice"


def test_buttons_files_sources_and_numbers_of_sources_are_not_read(reader: Page) -> None:
    said = " ".join(all_of(reader, SCAM))
    for silent in (
        "Gửi cho người nhà",
        "Nguồn",
        "C09",
        "Tạm dừng",
        "Nhập tin nhắn",
        "Đến nội dung chính",
        "Trang chủ",
    ):
        assert silent not in said, silent


def test_telephone_numbers_are_said_figure_by_figure(reader: Page) -> None:
    said = " ".join(all_of(reader, SCAM))
    assert "gọi 1 1 3" in said
    assert "113" not in said
    assert "146 triệu" in said, "other numbers stay numbers"


def test_the_voice_is_the_devices_vietnamese_one(reader: Page) -> None:
    started(reader, SCAM)
    assert reader.evaluate("[spoken[0].lang, spoken[0].voice, spoken[0].rate]") == ["vi-VN", "An", 1]


def test_the_sentence_that_is_read_is_marked(reader: Page) -> None:
    started(reader, SCAM)
    assert reader.evaluate("marked()") == "Giả danh công an, viện kiểm sát, toà án"
    reader.evaluate("sayNext(); sayNext(); sayNext()")
    assert reader.evaluate("marked()") == spoken(reader)[-1] == "Tắt máy."
    reader.evaluate("for (let n = 0; n < 12; n++) sayNext()")
    assert becomes_true(reader, lambda: reader.evaluate(MARK_IS_SEEN)), "what is read lies outside of the screen"
    reader.evaluate("sayAll()")
    assert reader.evaluate("marked()") == ""


def test_older_browsers_mark_the_paragraph(reader: Page) -> None:
    reader.add_init_script("delete window.Highlight")
    started(reader, SCAM)
    expect(reader.locator(".being-read")).to_have_text("Giả danh công an, viện kiểm sát, toà án")
    reader.evaluate("sayNext()")
    expect(reader.locator(".being-read")).to_contain_text("không đòi tiền")


def test_pause_begins_the_sentence_again(reader: Page) -> None:
    started(reader, SCAM)
    reader.evaluate("sayNext()")
    reader.get_by_role("button", name="Tạm dừng").click()
    assert reader.evaluate("speaking") is None
    reader.get_by_role("button", name="Đọc tiếp").click()
    said = spoken(reader)
    assert said[-1] == said[-2] == "Công an không gọi video, không đòi tiền."


def test_the_speed_is_the_readers_own_and_stays(reader: Page) -> None:
    started(reader, SCAM)
    reader.get_by_label("Tốc độ đọc").select_option("Chậm")
    reader.evaluate("sayNext()")
    assert reader.evaluate("spoken.at(-1).rate") == 0.8
    started(reader, "phong-tranh/nguoi-cao-tuoi/")
    expect(reader.get_by_label("Tốc độ đọc")).to_have_value("0.8")
    assert reader.evaluate("spoken[0].rate") == 0.8


@pytest.mark.parametrize("stored", ["7", "", "<b>"])
def test_a_strange_stored_speed_is_the_usual_one(reader: Page, stored: str) -> None:
    reader.add_init_script(f"localStorage.setItem('reading-speed', '{stored}')")
    started(reader, SCAM)
    assert reader.evaluate("spoken[0].rate") == 1


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_it_stops_and_gives_the_focus_back(reader: Page, way: str) -> None:
    started(reader, SCAM)
    expect(reader.get_by_role("button", name="Tạm dừng")).to_be_focused()
    if way == "button":
        reader.get_by_role("button", name="Thôi", exact=True).click()
    else:
        reader.keyboard.press("Escape")
    assert reader.evaluate("[speaking, marked()]") == [None, ""]
    expect(reader.get_by_role("group", name="Nghe đọc")).to_be_hidden()
    expect(offer(reader)).to_be_focused()
    offer(reader).click()
    assert spoken(reader)[-1] == "Giả danh công an, viện kiểm sát, toà án"


def test_it_stops_on_leaving_the_page(reader: Page) -> None:
    started(reader, SCAM)
    reader.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert reader.evaluate("speaking") is None


def test_a_voice_that_fails_ends_the_reading(reader: Page) -> None:
    started(reader, SCAM)
    reader.evaluate("speaking.onerror({error: 'synthesis-failed'})")
    expect(offer(reader)).to_be_visible()


def test_voices_that_load_late_move_nothing(reader: Page) -> None:
    reader.add_init_script("window.late = synthesis.voices; synthesis.voices = [];")
    reader.goto(SCAM)
    expect(offer(reader)).to_be_hidden()
    before = reader.locator("#mau").bounding_box()
    reader.evaluate("synthesis.voices = late; synthesis.onvoiceschanged()")
    expect(offer(reader)).to_be_visible()
    assert reader.locator("#mau").bounding_box() == before


@pytest.mark.parametrize(
    "voices",
    [
        '[{name: "Ann", lang: "en-US", localService: true}]',
        '[{name: "Far", lang: "vi-VN", localService: false}]',
        "[]",
    ],
    ids=["another language", "a voice that sends the text away", "none"],
)
def test_no_button_without_a_vietnamese_voice_on_the_device(reader: Page, voices: str) -> None:
    reader.add_init_script(f"synthesis.voices = {voices}")
    reader.goto(SCAM)
    expect(offer(reader)).to_be_hidden()


def test_no_button_where_the_browser_has_no_voices(phone: Page) -> None:
    phone.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    phone.goto(SCAM)
    expect(offer(phone)).to_be_hidden()


@pytest.mark.parametrize("language", ["tyz", "nut"])
def test_a_vietnamese_voice_never_reads_tay_or_nung(reader: Page, language: str) -> None:
    reader.goto(f"{language}/{SCAM}")
    assert offer(reader).count() == 0
    said = all_of(reader, f"{language}/phong-tranh/ho-kinh-doanh/")  # served in Vietnamese
    assert said
    foreign = reader.evaluate(
        """() => { const found = []; const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) { const node = walker.currentNode;
          if (node.parentElement.closest('[lang]').lang !== 'vi') found.push(node.data.trim()); }
        return found.filter(text => text.length > 3); }"""
    )
    assert [text for text in foreign if text in said] == []


def test_storage_refused_does_no_harm(reader: Page) -> None:
    reader.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('off', 'SecurityError'); }})"
    )
    started(reader, SCAM)
    reader.get_by_label("Tốc độ đọc").select_option("Nhanh")
    reader.evaluate("sayNext()")
    assert reader.evaluate("spoken.at(-1).rate") == 1.2


def test_the_script_is_fetched_at_the_first_tap(reader: Page) -> None:
    fetched: list[str] = []
    reader.on("request", lambda request: fetched.append(request.url))
    reader.goto(SCAM, wait_until="networkidle")
    assert not [url for url in fetched if "read-aloud" in url]
    offer(reader).click()
    expect(reader.get_by_role("group", name="Nghe đọc")).to_be_visible()
    assert [url for url in fetched if "read-aloud" in url]
