"""How texts are opened: every way in which other programs save them is read, or told with a step that helps."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.files.text_file import MOST_BYTES, MOST_LINES_TOLD, checked_text, decoded, open_text

WORDS = "Công an không gọi video.\nĐừng chuyển tiền.\n"
READ = {
    "UTF-8": WORDS.encode(),
    "UTF-8 with mark": WORDS.encode("utf-8-sig"),
    "Windows line ends": WORDS.replace("\n", "\r\n").encode(),
    "old Mac line ends": WORDS.replace("\n", "\r").encode(),
    "letters taken apart": unicodedata.normalize("NFD", WORDS).encode(),
}
TOLD = {
    "UTF-16 of Notepad": (WORDS.encode("utf-16"), "UTF-16 (Notepad"),
    "UTF-16 big endian": (b"\xfe\xff" + WORDS.encode("utf-16-be"), "UTF-16 (Notepad"),
    "UTF-16 without mark": ("Dung bam vao link la.\n".encode("utf-16-le"), "UTF-16 (Notepad"),
    "UTF-32": (WORDS.encode("utf-32"), "UTF-32"),
    "Windows-1258": ("Đ\u01b0\u0300ng nghe".encode("cp1258"), "Windows-1258"),
    "TCVN3": (b"C\xabng an kh\xabng g\xe4i", "TCVN3"),
    "Excel file": (b"PK\x03\x04\x14\x00\xff\xfe", "Word, Excel hoặc ZIP"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
}
STRANGE = {
    "soft hyphen": ("Công\u00adan", "dấu nối ẩn U+00AD"),
    "zero width space": ("Công\u200ban", "dấu cách rộng bằng không U+200B"),
    "mark inside": ("Công\ufeffan", "dấu đầu tệp (BOM) nằm giữa chữ U+FEFF"),
    "other direction": ("gọi \u202e113", "dấu ẩn đổi hướng viết U+202E"),
    "NUL": ("Công\x00an", "ký tự NUL U+0000"),
    "C1": ("Công\x85an", "ký tự điều khiển U+0085"),
    "eth": ("Xã Ðông Khê", "chữ Ð của tiếng Iceland, trông như Đ U+00D0"),
    "Cyrillic": ("Сông an", "«С» (CYRILLIC CAPITAL LETTER ES, U+0421)"),
    "Greek": ("Cοng an", "«ο» (GREEK SMALL LETTER OMICRON, U+03BF)"),
    "lost letter": ("C\ufffdng an", "dấu thế chỗ chữ đã hỏng U+FFFD"),
    "private letter": ("C\ue001ng", "ký tự của một phông riêng U+E001"),
    "emoji": ("Gọi 📞", "«📞» (TELEPHONE RECEIVER, U+1F4DE)"),
    "arrow": ("Tắt máy → gọi", "«→» (RIGHTWARDS ARROW, U+2192)"),
    "TCVN3": ("C«ng an kh«ng gäi", "«C«n» (kiểu chữ TCVN3 hoặc VNI)"),
    "VNI": ("Coâng an khoâng", "«oâ» (kiểu chữ TCVN3 hoặc VNI)"),
    "Git": ("<<<<<<< HEAD", "dấu «<<<<<<<»: hai bản sửa chồng lên nhau"),
}


@pytest.mark.parametrize("data", READ.values(), ids=READ)
def test_what_programs_save_as_utf8_is_the_same_text(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert checked_text(tmp_path / "a.md", "a.md") == WORDS


@pytest.mark.parametrize(("data", "name"), TOLD.values(), ids=TOLD)
def test_other_encodings_are_named(data: bytes, name: str) -> None:
    with pytest.raises(FaultsError) as raised:
        decoded(data, "a.md")
    (fault,) = raised.value.faults
    assert name in fault.found, f"{fault.found} does not name {name}"
    assert "UTF-8" in fault.repair, fault.repair


@pytest.mark.parametrize(("text", "name"), STRANGE.values(), ids=STRANGE)
def test_letters_that_do_not_belong_are_told_with_line_and_name(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"một dòng\n{text}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        checked_text(tmp_path / "a.md", "docs/a.md")
    (fault,) = raised.value.faults
    assert (fault.path, fault.line) == ("docs/a.md", 2), fault
    assert name in fault.found, f"{fault.found} does not say {name}"


def test_vietnamese_tay_and_nung_with_the_signs_of_word_pass(tmp_path: Path) -> None:
    text = "“Slổ”, «hỏi» – 35°C, 5 m², 1.500.000₫… pỉ’ noọng f j w z • ½ (A × B) ☐\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert checked_text(tmp_path / "a.md", "a.md") == text


def test_a_file_of_another_size_or_kind_is_told_in_one_message(tmp_path: Path) -> None:
    (tmp_path / "large.yml").write_bytes(b"a" * (MOST_BYTES + 1))
    (tmp_path / "folder.md").mkdir()
    for name, words in (("large.yml", "MB"), ("folder.md", "không mở được"), ("none.md", "không có tệp")):
        with pytest.raises(FaultsError) as raised:
            checked_text(tmp_path / name, name)
        (fault,) = raised.value.faults
        assert words in fault.found, f"{name}: {fault.found} does not say «{words}»"


def test_a_whole_file_in_an_old_font_is_told_by_its_first_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("kh«ng\n" * 1000, encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        checked_text(tmp_path / "a.md", "a.md")
    told = [fault.line for fault in raised.value.faults]
    assert told == list(range(1, MOST_LINES_TOLD + 1)), f"lines {told}"


def test_a_line_without_end_is_told_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "index.md"
    file.write_text("Lời mở.\n" + "9" * 20_001 + "\n", encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        open_text(file, "index.md")
    (fault,) = raised.value.faults
    assert (fault.line, "20001 chữ" in fault.found) == (2, True), fault
