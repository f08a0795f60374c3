"""What a run worked out and leaves to the next one: it saves time only, and is never trusted when in doubt."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from camnang.files.whole_folder import made_folder


def head_of(shape: str, content: bytes) -> bytes:
    """Return the first line of a kept file: a hash over all that decides its content, and over the content."""
    return hashlib.sha256(shape.encode() + b"\0" + content).hexdigest().encode()


def kept(file: Path, shape: str) -> bytes | None:
    """Return what was kept; None when it is missing, damaged, or of another `shape`."""
    try:
        head, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if head == head_of(shape, content) else None


def keep_for_next_time(file: Path, shape: str, content: bytes) -> None:
    """Keep `content`, which follows from `shape`; a disk that refuses costs only time.

    The new file always has the same name first, so that a killed run leaves one at most. Two runs that write it at
    once may spoil it: its head tells.
    """
    fresh = file.with_name(f".{file.name.lstrip('.')}-moi")
    with suppress(OSError):
        made_folder(file.parent)
        fresh.write_bytes(head_of(shape, content) + b"\n" + content)
        fresh.replace(file)
