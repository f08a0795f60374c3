"""Files that programs leave behind beside those of people; nobody wrote them, so they are passed over everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# macOS, Windows, and offices' locks; names that begin with a dot are hidden files of any program.
NAMES: Final = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"})
BEGINNINGS: Final = (".", "~$")
ENDINGS: Final = (".tmp", ".crdownload", ".part", "~")


def is_dropping(name: str) -> bool:
    """Tell whether a file or folder of this name was left by a program: '.DS_Store', '~$x.xlsx', 'Thumbs.db'."""
    lower = name.lower()
    return lower in NAMES or lower.startswith(BEGINNINGS) or lower.endswith(ENDINGS)


def is_left_behind(parts: Iterable[str]) -> bool:
    """Tell whether a path, given by its parts, is or lies in such a file or folder."""
    return any(map(is_dropping, parts))
