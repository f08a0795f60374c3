"""Style sheets and scripts as they are served: small, and readable by the browsers of old phones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lightningcss import process_stylesheet

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.handbook.facts.palette import PLACE, rules
from camnang.site.served_script import ScriptError, served_script

# Phones of about 2018 and, with Firefox 78, all that read `\p{…}` in patterns (browserslist); for them older ways of
# writing a sheet are put beside newer ones, and scripts are held to what they know by a test.
BROWSERS = ["chrome >= 64", "safari >= 12", "firefox >= 78"]


# A sheet that is put together names its parts in the order of the cascade (CSS Cascading 4, § 2), one a line.
PART = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)


def whole_text(file: Path) -> str:
    """Return a style sheet's text with its parts in their places, or a script's; raise `FaultsError`."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".css":
        return text
    parts = {name: file.parent / name for name in PART.findall(text)}
    raise_if_any(missing_part(file, text, name) for name, part in parts.items() if not part.is_file())
    return PART.sub(lambda found: parts[found[1]].read_text(encoding="utf-8"), text)


def missing_part(file: Path, text: str, name: str) -> Fault:
    """Say that a style sheet names a part that is not there."""
    line = text[: text.index(name)].count("\n") + 1
    return Fault(
        path=short(file),
        line=line,
        rule="thieu-phan-kieu-chu",
        found=f"không có tệp {name}",
        expected="tệp .css trong components/",
        repair="sửa tên, hoặc xoá dòng này",
    )


def short(file: Path) -> str:
    """Return a file's name with its folder's."""
    return "/".join(file.parts[-2:])


@cache
def served_sheet(text: str) -> str:
    """Return a style sheet with the campaign's colours, without comments, that says the same to `BROWSERS`."""
    return process_stylesheet(text.replace(PLACE, rules(text)), browsers_list=BROWSERS)


KINDS: Mapping[str, Callable[[str], str]] = {".css": served_sheet, ".js": served_script}


def script_fault(file: Path, line: int) -> Fault:
    """Say that a script is none."""
    return Fault(
        path=short(file),
        line=line,
        rule="doan-ma-sai",
        found="chữ không đúng ngữ pháp JavaScript",
        expected="đoạn mã mà trình duyệt đọc được",
        repair="xem lại dòng này và dòng trên",
    )


def served_bytes(file: Path) -> bytes:
    """Return an asset's bytes as they are served; raise `FaultsError` when it is a script that is none."""
    kind = KINDS.get(file.suffix)
    try:
        return kind(whole_text(file)).encode() if kind else file.read_bytes()
    except ScriptError as problem:
        raise FaultsError([script_fault(file, problem.line)]) from None
