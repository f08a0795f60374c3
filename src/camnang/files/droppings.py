"""Files that programs leave behind beside those of people, which are passed over everywhere; and second copies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# macOS, Windows, and offices' locks; names that begin with a dot are hidden files of any program.
NAMES: Final = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"})
BEGINNINGS: Final = (".", "~$")
ENDINGS: Final = (".tmp", ".crdownload", ".part", "~", "zone.identifier")
# How systems and clouds name a second copy of a file beside the first.
COPIES: Final = (
    re.compile(r"^(?P<name>.+?)\s*\((?:[^()]*(?:conflicted copy|bản sao xung đột)[^()]*|\d+)\)$", re.IGNORECASE),
    re.compile(r"^(?P<name>.+?) - (?:copy|bản sao|sao chép)(?: \(\d+\))?$", re.IGNORECASE),
    re.compile(r"^(?:copy of|bản sao của) (?P<name>.+)$", re.IGNORECASE),
)


def is_dropping(name: str) -> bool:
    """Tell whether a file or folder of this name was left by a program: '.DS_Store', '~$x.xlsx', 'Thumbs.db'."""
    lower = name.lower()
    return lower in NAMES or lower.startswith(BEGINNINGS) or lower.endswith(ENDINGS)


def is_left_behind(parts: Iterable[str]) -> bool:
    """Tell whether a path, given by its parts, is or lies in such a file or folder."""
    return any(map(is_dropping, parts))


def original_of(name: str) -> str:
    """Return the name of the file of which this one is a copy by its name, '' for one that is none."""
    stem, point, ending = unicodedata.normalize("NFC", name).rpartition(".")
    found = next((match for pattern in COPIES if (match := pattern.match(stem))), None)
    return f"{found['name']}{point}{ending}" if found else ""
