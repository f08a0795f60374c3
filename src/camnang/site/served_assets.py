"""Style sheets and scripts as they are served: small, and readable by the browsers of old phones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lightningcss import process_stylesheet

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.palette import PLACE, rules
from camnang.site.served_script import ScriptError, served_script

# Phones of about 2018 and, with Firefox 78, all that read `\p{…}` in patterns (browserslist); for them older ways of
# writing a sheet are put beside newer ones, and scripts are held to what they know by a test.
BROWSERS = ["chrome >= 64", "safari >= 12", "firefox >= 78"]


@cache
def served_sheet(text: str) -> str:
    """Return a style sheet with the campaign's colours, without comments, that says the same to `BROWSERS`."""
    return process_stylesheet(text.replace(PLACE, rules(text)), browsers_list=BROWSERS)


KINDS: Mapping[str, Callable[[str], str]] = {".css": served_sheet, ".js": served_script}


def script_fault(file: Path, line: int) -> Fault:
    """Say that a script is none."""
    found = "chữ không đúng ngữ pháp JavaScript"
    return Fault(
        "/".join(file.parts[-2:]), line, found, "đoạn mã mà trình duyệt đọc được", "xem lại dòng này và dòng trên"
    )


def served_bytes(file: Path) -> bytes:
    """Return an asset's bytes as they are served; raise `FaultsError` when it is a script that is none."""
    kind = KINDS.get(file.suffix)
    try:
        return kind(file.read_text(encoding="utf-8")).encode() if kind else file.read_bytes()
    except ScriptError as problem:
        raise FaultsError([script_fault(file, problem.line)]) from None
