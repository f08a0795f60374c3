"""Which Vietnamese text a translation was made from: the pin in its front matter.

A content hash survives rebases and shallow clones, which a commit id does not.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

PIN_LENGTH = 12
PIN_LINE = re.compile(r"^source:.*$", re.MULTILINE)


def normalised(text: str) -> str:
    """Return text without what changes no meaning: composed letters, line ends, spaces at line ends."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


def pin(original: str) -> str:
    """Return the first 12 hex digits of the SHA-256 of the Vietnamese file's normalised text."""
    return hashlib.sha256(normalised(original).encode()).hexdigest()[:PIN_LENGTH]


def with_pin(translation: str, original: str) -> str:
    """Return a translation's text with its pin set to the Vietnamese text of now."""
    return PIN_LINE.sub(f'source: "{pin(original)}"', translation, count=1)
