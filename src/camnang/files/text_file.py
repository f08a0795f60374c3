"""The one way in which a text is opened: UTF-8 with or without mark, any line ends, only letters that we accept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.letters import CONFLICT, LETTERS, StrangeLetter, strange_letters

MOST_BYTES: Final = 2_000_000  # the largest file of the handbook has 30 kB
LONGEST_LINE: Final = 20_000  # letters; the longest of the handbook has 800, and rules take a line whole
MOST_LINES_TOLD: Final = 20  # a whole file in an old font is told by its first lines
EXPECTED: Final = "tệp chữ mã UTF-8"
SAVE_AS_UTF8: Final = (
    "mở tệp bằng Notepad, chọn «Tệp» (File) rồi «Lưu thành» (Save as), ở ô «Mã hoá» (Encoding) chọn UTF-8, bấm Lưu"
)
# How other kinds of files begin: ECMA-376 and ZIP, OLE, PDF, PNG, JPEG, RTF.
OTHER_FILES: Final = {
    b"PK\x03\x04": "tệp Word, Excel hoặc ZIP",
    b"\xd0\xcf\x11\xe0": "tệp Word, Excel kiểu cũ",
    b"%PDF": "tệp PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"{\\rtf": "tệp RTF của Word, WordPad",
}
# The longest first: the mark of UTF-32 begins as that of UTF-16.
MARKS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16 (Notepad gọi là «Unicode»)",
    b"\xfe\xff": "UTF-16 (Notepad gọi là «Unicode big endian»)",
}
# The bytes of small and capital letters with tones in TCVN 5712:1993, VN3 (the fonts .VnTime, .VnArial …).
TCVN3: Final = frozenset(
    b"\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xb5\xb6\xb7\xb8\xb9\xbb\xbc\xbd\xbe\xc6\xc7\xc8\xc9"
    b"\xca\xcb\xcc\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9"
    b"\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe"
)
ODD_END: Final = re.compile("\r\n?")


def is_windows_1258(data: bytes) -> bool:
    """Tell whether bytes read as Windows-1258 are words in Vietnamese letters and nothing else."""
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return False
    return all(letter in LETTERS for letter in text if letter > "\x7f" and (letter.isalpha() or not letter.isspace()))


def encoding_of(data: bytes) -> str:
    """Return what a text that is not UTF-8 may be, as an editor knows it; a guess where no mark says it."""
    for beginning, name in (*MARKS.items(), *OTHER_FILES.items()):
        if data.startswith(beginning):
            return name
    if data[:4000].count(0) > len(data[:4000]) // 4:
        return "UTF-16 (Notepad gọi là «Unicode»)"
    high = {byte for byte in data if byte > 0x7F}
    if is_windows_1258(data):
        return "có lẽ mã Windows-1258 (Tiếng Việt của Windows)"
    return "có lẽ mã TCVN3 (phông .VnTime)" if high <= TCVN3 else "một mã cũ không rõ tên"


def encoding_fault(data: bytes, path: str, line: int) -> Fault:
    """Say that a file is no UTF-8, what it may be, and how it is saved again."""
    name = encoding_of(data)
    repair = SAVE_AS_UTF8
    if name in OTHER_FILES.values():
        repair = "mở tệp bằng chương trình của nó, chép chữ sang một tệp mới trong Notepad, lưu với mã UTF-8"
    elif name not in MARKS.values():
        repair += "; chữ vẫn sai thì đổi mã bằng UniKey (Ctrl+Shift+F6) rồi lưu lại"
    return Fault(
        path=path,
        line=line,
        rule="khong-doc-duoc-tep",
        found=f"không đọc được như tệp chữ UTF-8: tệp này là {name}",
        expected=EXPECTED,
        repair=repair,
    )


def decoded(data: bytes, path: str) -> str:
    """Return bytes as text with plain line ends and without byte order mark; raise `FaultsError` if no UTF-8."""
    if data.startswith(tuple(MARKS)):
        raise FaultsError([encoding_fault(data, path, 0)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FaultsError([encoding_fault(data, path, line)]) from error
    if "\x00" in text[:4000] and text[:4000].count("\x00") > len(text[:4000]) // 4:
        raise FaultsError([encoding_fault(data, path, 0)])
    return ODD_END.sub("\n", text)


def letter_fault(path: str, line: int, text: str, strange: Iterable[StrangeLetter]) -> Fault:
    """Say which letters of one line do not belong there, each once with its name."""
    listed = list(strange)
    named = ", ".join(dict.fromkeys(each.said for each in listed))
    shown = re.sub(r"[^\S ]|[\x00-\x1f\x7f-\x9f]", " ", text.strip())
    around = shown if len(shown) <= 60 else f"{shown[:60]}…"
    return Fault(
        path=path,
        line=line,
        rule="chu-la",
        found=f"chữ lạ {named} trong «{around}»",
        expected="chữ Unicode, chỉ chữ cái và dấu câu của tiếng Việt, Tày, Nùng",
        repair="; ".join(dict.fromkeys(each.advice for each in listed)),
    )


def letter_faults(text: str, path: str, first_line: int = 1) -> Iterator[Fault]:
    """Yield a fault for each line of a text with letters that do not belong there, as far as one can read them."""
    by_line: dict[int, list[StrangeLetter]] = {}
    for each in strange_letters(text):
        by_line.setdefault(text.count("\n", 0, each.start), []).append(each)
        if len(by_line) > MOST_LINES_TOLD:
            break
    lines = text.split("\n") if by_line else []
    for index, strange in list(by_line.items())[:MOST_LINES_TOLD]:
        yield letter_fault(path, first_line + index, lines[index], strange)


def conflict_faults(text: str, path: str, first_line: int = 1) -> Iterator[Fault]:
    """Yield a fault for each mark of two versions that Git could not join."""
    for match in CONFLICT.finditer(text):
        yield Fault(
            path=path,
            line=first_line + text.count("\n", 0, match.start()),
            rule="hai-ban-chong-nhau",
            found=f"dấu «{match[0]}»: hai bản sửa chồng lên nhau",
            expected="một bản duy nhất của đoạn này",
            repair="giữ một trong hai bản, xoá các dòng «<<<<<<<», «=======», «>>>>>>>»",
        )


def character_faults(text: str, path: str, first_line: int = 1) -> Iterator[Fault]:
    """Yield the faults of a composed text that begins at `first_line` of its file: letters, two versions at once."""
    yield from letter_faults(text, path, first_line)
    yield from conflict_faults(text, path, first_line)


def opening_fault(path: str, found: str, repair: str) -> Fault:
    """Say why the content of a file cannot be had."""
    return Fault(path=path, rule="khong-doc-duoc-tep", found=found, expected=EXPECTED, repair=repair)


def content_of(file: Path, path: str) -> bytes:
    """Return the bytes of a text file; raise `FaultsError` when there is none, or it is no text by its size."""
    try:
        if file.exists() and not file.is_file():  # a pipe would be waited for
            raise OSError(0, "không phải tệp")
        size = file.stat().st_size
        if size > MOST_BYTES:
            found = f"tệp lớn {size / 1_000_000:.0f} MB, tệp chữ của cẩm nang không quá {MOST_BYTES // 1_000_000} MB"
            raise FaultsError([opening_fault(path, found, "xem lại: có lẽ chép nhầm tệp; tách bớt phần thừa")])
        return file.read_bytes()
    except FileNotFoundError as error:
        raise FaultsError([opening_fault(path, "không có tệp này", "xem lại tên tệp và thư mục")]) from error
    except OSError as error:
        found, repair = (
            f"máy không mở được tệp này ({error.strerror})",
            "xem lại: đây có phải tệp không, có quyền đọc không",
        )
        raise FaultsError([opening_fault(path, found, repair)]) from error


def long_lines(text: str, path: str) -> Iterator[Fault]:
    """Yield a fault for each line that nobody wrote: a picture or a whole file that was pasted as one."""
    if len(text) <= LONGEST_LINE:
        return
    for line, letters in enumerate(text.split("\n"), 1):
        if len(letters) > LONGEST_LINE:
            yield Fault(
                path=path,
                line=line,
                rule="khong-doc-duoc-tep",
                found=f"một dòng dài {len(letters)} chữ, bắt đầu bằng «{letters[:40]}»",
                expected=f"dòng không quá {LONGEST_LINE} chữ",
                repair="xem lại: có lẽ dán nhầm ảnh hay cả tệp vào một dòng; xoá, hoặc xuống dòng",
            )


def open_text(file: Path, path: str) -> str:
    """Return a file's text: composed letters, plain line ends, no byte order mark; `path` is what editors call it.

    Raises `FaultsError` when the file is missing, too large, no UTF-8, or a line of it is endless; its letters are
    still to be checked.
    """
    text = decoded(content_of(file, path), path)
    raise_if_any(long_lines(text, path))
    return composed(text)


def composed(text: str) -> str:
    """Return a text with composed letters and plain line ends."""
    return unicodedata.normalize("NFC", ODD_END.sub("\n", text) if "\r" in text else text)


def checked_text(file: Path, path: str) -> str:
    """Return a file's text as `open_text`; letters that do not belong there raise `FaultsError` too."""
    text = open_text(file, path)
    raise_if_any(character_faults(text, path))
    return text
