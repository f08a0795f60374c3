from __future__ import annotations

import pytest

from camnang.handbook.facts.forbidden_words import ForbiddenWords, read_forbidden_words
from tests.conftest import ROOT

HANG_UP = ForbiddenWords(words=("tắt máy",), reason="hai nghĩa", instead="cúp máy", within=("tắt máy. hỏi",))
APP = ForbiddenWords(words=("app",), reason="tiếng lạ", instead="ứng dụng", within=("App Store",), quoted=True)


@pytest.mark.parametrize(
    ("listed", "text", "found"),
    [
        (HANG_UP, "Tắt máy. Hỏi người nhà.", ()),
        (HANG_UP, "Lỡ cài rồi thì tắt máy ngay.", ("tắt máy",)),
        (HANG_UP, "Tắt máy. Hỏi người nhà. Rồi tắt máy.", ("tắt máy",)),
        (HANG_UP, "«Tắt máy» đi.", ("tắt máy",)),
        (APP, "Tìm trong App Store.", ()),
        (APP, "Chúng bảo «cài app này».", ()),
        (APP, "Chúng bảo «cài đi», rồi app mở ra.", ("app",)),
        (APP, "Cà-ráp, happy.", ()),
        (APP, "## Trên ứng dụng {#tren-app}", ()),
        (APP, "Xem [cách xoá app](../xoa-app/index.md).", ("app",)),
        (APP, "Xem [cách xoá](../xoa-app/index.md#app).", ()),
    ],
)
def test_words_are_wrong_but_in_their_phrases_and_quotations(
    listed: ForbiddenWords, text: str, found: tuple[str, ...]
) -> None:
    assert listed.found_in(text) == found


# Each with a sentence that is wrong and one that is right: no entry of the real list says nothing or too much.
TRIED = {
    "tắt máy": (
        "Lỡ cài rồi: tắt mạng, tắt máy.",
        "Tắt máy. Hỏi người nhà. Đến công an xã. Chúng nói: «cấm tắt máy».",
    ),
    "app": ("Mở app ngân hàng.", "Tự tìm trong App Store. Chúng nói: «cài app này»."),
    "công an nơi mình ở": ("Báo công an nơi mình ở.", "Báo công an xã, phường gần nhất."),
    "chưa có chuyện nào": ("Cao Bằng chưa có chuyện nào.", "Có chuyện giống thế thì kể."),
    "xử theo điều": ("Vụ này xử theo điều 290.", "Khởi tố theo điều 290."),
    "Hoà An": ("Ở xã Hoà An.", "Ở xã Hòa An, Khánh Hòa, Hòa Bình."),
    "hi vọng": ("Vẫn hi vọng.", "Vẫn hy vọng."),
    "khóa": ("Gọi ngân hàng khóa thẻ.", "Gọi ngân hàng khoá thẻ, huỷ lệnh ở xã Đàm Thủy."),
}


@pytest.mark.parametrize("word", TRIED)
def test_the_real_list_finds_what_is_wrong_and_leaves_what_is_right(word: str) -> None:
    real = read_forbidden_words(ROOT)
    wrong, right = TRIED[word]
    assert word in {found for listed in real for found in listed.found_in(wrong)}, f"«{wrong}» passes"
    assert [found for listed in real for found in listed.found_in(right)] == [], f"«{right}» is refused"
