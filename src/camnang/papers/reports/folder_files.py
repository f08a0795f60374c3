"""What lies in a folder of returned files: reports, droppings of programs, other things; and how each is called."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

# What systems and programs leave behind by themselves: macOS, Windows, Office, LibreOffice, WPS, clouds, browsers.
DROPPINGS: Final = re.compile(
    r"\._.*|\.DS_Store|__MACOSX|\.(?:fseventsd|Spotlight-V100|Trashes|TemporaryItems|localized|directory)|Icon\r?"
    r"|(?:eh)?thumbs\.db(?::.*)?|desktop\.ini|.*zone\.identifier|\$RECYCLE\.BIN|System Volume Information"
    r"|~\$.*|\.~lock\..*#?|\.~.*|~.*\.tmp|.*\.(?:tmp|crdownload|part|download|lnk|url|bak)"
    r"|\.(?:dropbox.*|sync|owncloudsync.*|nextcloudsync.*|tmp\.drive.*|git.*)",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_NAME: Final = 80
LOST: Final = "\ufffd"


def is_dropping(name: str) -> bool:
    """Tell whether a program left the file behind, so that nobody sent it."""
    return bool(DROPPINGS.fullmatch(unicodedata.normalize("NFC", name)))


def shown_name(name: str) -> str:
    """Return a file's name as it can be printed: bytes that are no letters and controls replaced, long ones cut."""
    composed = unicodedata.normalize("NFC", name)
    plain = "".join(LOST if unicodedata.category(letter) in {"Cc", "Cf", "Cs"} else letter for letter in composed)
    if len(plain) <= LONGEST_NAME:
        return plain
    half = LONGEST_NAME // 2 - 2
    return f"{plain[:half]}…{plain[-half:]}"


def shown_names(files: Iterable[Path]) -> dict[Path, str]:
    """Return how each file is called; files that look the same are numbered."""
    times: Counter[str] = Counter()
    names = {}
    for file in files:
        name = shown_name(file.name)
        times[name] += 1
        names[file] = f"{name} [tệp thứ {times[name]}]" if times[name] > 1 else name
    return names
