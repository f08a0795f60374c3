"""What a recording kit prints: the sheets to read from, and how to record with a telephone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages.model import Page
from camnang.handbook.pages.notices import approval_notice, translation_notices
from camnang.handbook.project import Settings
from camnang.handbook.spoken.script import Script
from camnang.handbook.spoken.spoken_text import has_digits
from camnang.pictures.sheets.values import Sheet

SHORT_PAUSE, LONG_PAUSE = "/", "//"
PAUSE_AFTER = re.compile(r"(?<=[,;:])\s+|(?<=[.!?])\s+|(?<=[.!?][»”\"])\s+")
GUIDE_TITLE = "Cách thu bằng điện thoại"
GUIDE: tuple[tuple[str, str], ...] = (
    ("Chọn chỗ yên.", "Đóng cửa, tắt quạt, tắt ti vi. Đợi gà chó thôi kêu."),
    ("Bật chế độ máy bay.", "Không ai gọi vào giữa chừng."),
    ("Mở ứng dụng ghi âm.", "Có sẵn trong máy. Không cần cài gì thêm."),
    ("Đặt máy cách miệng một gang tay.", "Đặt trên bàn, kê khăn mềm. Đừng cầm tay."),
    ("Bấm thu, đếm thầm một giây.", "Rồi mới đọc. Đọc xong cũng đợi một giây hãy tắt."),
    ("Đọc chậm, như kể cho bà nghe.", "Gặp dấu / thì nghỉ một nhịp. Gặp dấu // thì lấy hơi."),
    ("Đọc sai thì đọc lại cả câu.", "Không cần thu lại từ đầu. Câu hỏng sẽ cắt sau."),
    ("Nghe lại một lần.", "Nghe rõ từng tiếng, không ù, không vỡ là được."),
    ("Mỗi phiếu một tệp.", "Đặt tên tệp đúng như ghi trên phiếu."),
    ("Chép tệp gửi người biên tập.", "Cắm dây, hoặc gửi dạng tệp. Gửi tin nhắn thoại thì tiếng bị nghẹt."),
    ("Ký phiếu, gửi kèm.", "Chưa ký đồng ý thì bản thu chưa được dùng."),
)


@dataclass(frozen=True)
class RecordingLabels:
    """The sheet's own words, Vietnamese on every sheet."""

    sheet: str = "Phiếu đọc"
    page: str = "Trang"
    language: str = "Tiếng"
    version: str = "Mã lời đọc"
    file: str = "Thu vào tệp"
    other_file: str = "hoặc"
    length: str = "Dài chừng"
    seconds: str = "giây"
    syllables: str = "tiếng"
    legend: str = "Dấu trong bài"
    short_pause: str = "nghỉ một nhịp"
    long_pause: str = "nghỉ lấy hơi"
    digits: str = "đọc từng chữ số"
    speaker: str = "Tên người đọc (sẽ ghi dưới bản thu)"
    place: str = "Xóm, xã"
    date: str = "Ngày thu"
    consent: str = "Tôi đồng ý cho dùng giọng đọc này trong cẩm nang."
    signature: str = "Ký tên"


LABELS = RecordingLabels()


@dataclass(frozen=True)
class SentencePart:
    """What is read in one breath, with the sign of the pause after it."""

    text: str
    pause: str


@dataclass(frozen=True)
class SentenceToRead:
    """A sentence cut where the reader pauses; `digits` when numbers are read digit by digit."""

    parts: tuple[SentencePart, ...]
    digits: bool


@dataclass(frozen=True)
class ScriptToRead:
    """One script as it is printed: its version, the files to record into, how long it is."""

    name: str
    pin: str
    files: tuple[str, ...]
    seconds: int
    syllables: int
    sentences: tuple[SentenceToRead, ...]


@dataclass(frozen=True)
class GuideStep:
    """A step of recording and why it is done."""

    act: str
    why: str


@dataclass(frozen=True, kw_only=True)
class RecordingSheet(Sheet):
    """A page's scripts to read from, or the guide that tells how to record."""

    heading: str
    labels: RecordingLabels = LABELS
    page: str = ""
    text_language: str = ""
    language_name: str = ""
    notices: tuple[str, ...] = ()
    scripts: tuple[ScriptToRead, ...] = ()
    guide: tuple[GuideStep, ...] = ()


def parts(sentence: str) -> tuple[SentencePart, ...]:
    """Return a sentence cut where the reader pauses, each part with its sign."""
    found = PAUSE_AFTER.split(sentence)
    signs = [LONG_PAUSE if part.rstrip('»”"')[-1:] in {".", "!", "?"} else SHORT_PAUSE for part in found[:-1]]
    return tuple(SentencePart(text, sign) for text, sign in zip(found, [*signs, LONG_PAUSE], strict=True))


def script_to_read(script: Script) -> ScriptToRead:
    """Return one script as it is printed."""
    return ScriptToRead(
        name=script.name,
        pin=script.pin,
        files=(f"{script.stem}.wav", f"{script.stem}.m4a"),
        seconds=script.seconds,
        syllables=script.syllables,
        sentences=tuple(SentenceToRead(parts(each), has_digits(each)) for each in script.sentences),
    )


def page_sheet(page: Page, scripts: Sequence[Script], facts: Facts, settings: Settings) -> RecordingSheet:
    """Return a page's sheets, one for each script; the labels are Vietnamese on all of them."""
    original = facts.original.code
    return RecordingSheet(
        language=original,
        title=f"{LABELS.sheet}: {page.title}",
        author=facts.words[original]["campaign"],
        heading=page.title,
        page=page.folder or page.details.id,
        text_language=page.language.code,
        language_name=page.language.description,
        notices=(*translation_notices(page, facts), approval_notice(facts, settings)),
        scripts=tuple(script_to_read(script) for script in scripts),
    )


def guide_sheet(facts: Facts) -> RecordingSheet:
    """Return the page that tells how to record."""
    original = facts.original.code
    return RecordingSheet(
        language=original,
        title=GUIDE_TITLE,
        author=facts.words[original]["campaign"],
        heading=GUIDE_TITLE,
        guide=tuple(GuideStep(act, why) for act, why in GUIDE),
    )
