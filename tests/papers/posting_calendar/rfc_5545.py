"""A reader of calendars by RFC 5545 alone, so that a mistake that a library writes and reads again does not hide."""

from __future__ import annotations

import re

MEANT = {"n": "\n", "N": "\n"}
# 3.1 (CONTROL): a content line may hold none of these; the tab is no control character there.
CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


def content_lines(file: bytes) -> list[str]:
    """Return the lines of a file, unfolded (3.1); the test fails where the file is none of RFC 5545."""
    physical = file.split(b"\r\n")
    assert physical.pop() == b"", f"a file ends with CRLF, not with {file[-8:]!r}"
    assert max(map(len, physical)) <= 75, f"a line of more than 75 octets: {max(physical, key=len)!r}"
    lines = file.decode("utf-8").removesuffix("\r\n").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    assert [line for line in lines if CONTROLS.search(line)] == []
    return lines


def text(value: str) -> str:
    """Return what a TEXT value says (3.3.11); the test fails at an escape that the RFC does not have."""
    said = re.sub(r"\\(.|$)", lambda escape: MEANT.get(escape[1], escape[1]), value)
    bare = re.sub(r"\\[\\;,nN]", "", value)
    assert not re.search(r"[\\;,]", bare), f"{value!r} holds what 3.3.11 wants escaped, or an escape that it has not"
    return said


def texts_of(file: bytes, name: str) -> list[str]:
    """Return what the properties `name` of a file say, in its order."""
    parts = [re.fullmatch(r"([A-Z-]+)(?:;[^:]*)?:(.*)", line, re.DOTALL) for line in content_lines(file)]
    assert all(parts), [line for line, part in zip(content_lines(file), parts, strict=True) if not part]
    return [text(part[2]) for part in parts if part and part[1] == name]
