"""What a recording kit prints: the sheets to read from, and how to record with a telephone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages.model import Page
from camnang.handbook.pages.notices import approval_notice, translation_notices
from camnang.handbook.project import Settings
from camnang.handbook.spoken.script import Script
from camnang.handbook.spoken.spoken_text import has_digits

Sheet = dict[str, Any]

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
LABELS: dict[str, str] = {
    "sheet": "Phiếu đọc",
    "page": "Trang",
    "language": "Tiếng",
    "version": "Mã lời đọc",
    "file": "Thu vào tệp",
    "or": "hoặc",
    "length": "Dài chừng",
    "seconds": "giây",
    "syllables": "tiếng",
    "legend": "Dấu trong bài",
    "short_pause": "nghỉ một nhịp",
    "long_pause": "nghỉ lấy hơi",
    "digits": "đọc từng chữ số",
    "speaker": "Tên người đọc (sẽ ghi dưới bản thu)",
    "place": "Xóm, xã",
    "date": "Ngày thu",
    "consent": "Tôi đồng ý cho dùng giọng đọc này trong cẩm nang.",
    "signature": "Ký tên",
}


def parts(sentence: str) -> list[Sheet]:
    """Return a sentence cut where the reader pauses, each part with its sign."""
    found = PAUSE_AFTER.split(sentence)
    signs = [LONG_PAUSE if part.rstrip('»”"')[-1:] in {".", "!", "?"} else SHORT_PAUSE for part in found[:-1]]
    return [{"text": text, "pause": sign} for text, sign in zip(found, [*signs, LONG_PAUSE], strict=True)]


def script_sheet(script: Script) -> Sheet:
    """Return one script as it is printed."""
    return {
        "name": script.name,
        "pin": script.pin,
        "files": [f"{script.stem}.wav", f"{script.stem}.m4a"],
        "seconds": script.seconds,
        "syllables": script.syllables,
        "sentences": [{"parts": parts(each), "digits": has_digits(each)} for each in script.sentences],
    }


def frame(title: str, facts: Facts) -> Sheet:
    """Return what both kinds of sheet have; the labels are Vietnamese on all of them."""
    words = facts.words[facts.original.code]
    language = facts.original.code
    return {"language": language, "title": title, "author": words["campaign"], "labels": LABELS}


def page_sheet(page: Page, scripts: Sequence[Script], facts: Facts, settings: Settings) -> Sheet:
    """Return a page's sheets, one for each script."""
    return {
        **frame(f"{LABELS['sheet']}: {page.title}", facts),
        "heading": page.title,
        "page": page.folder or page.details.id,
        "text_language": page.language.code,
        "language_name": page.language.description,
        "notices": [*translation_notices(page, facts), approval_notice(facts, settings)],
        "scripts": [script_sheet(script) for script in scripts],
        "guide": [],
    }


def guide_sheet(facts: Facts) -> Sheet:
    """Return the page that tells how to record."""
    steps = [{"act": act, "why": why} for act, why in GUIDE]
    return {**frame(GUIDE_TITLE, facts), "heading": GUIDE_TITLE, "guide": steps, "scripts": [], "notices": []}
