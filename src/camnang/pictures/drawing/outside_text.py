"""The one door by which text from outside reaches Typst: what our fonts cannot show is replaced or left out.

PDF/UA-1 forbids text without a glyph, so one odd sign would stop a whole run (`typst.TypstError`). What the handbook
itself says is not made safe here: there a letter that is missing is a fault.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from camnang.files.letters import LOOK_ALIKES

UNKNOWN: Final = "?"  # stands for a letter of another script, so that the reader sees that something was there
IN_OTHER_SIGNS: Final[Mapping[int, str]] = {
    **LOOK_ALIKES,
    **dict.fromkeys(map(ord, "→⇒➔➜➡⟶"), "->"),
    **dict.fromkeys(map(ord, "←⇐⟵"), "<-"),
    **dict.fromkeys(map(ord, "✓✔☑✅"), "[x]"),
    **dict.fromkeys(map(ord, "☐□◻⬜"), "[ ]"),
    **dict.fromkeys(map(ord, "●◦▪■◆▶➢❖‣⁃"), "•"),
    **dict.fromkeys(map(ord, "‐‑‒―"), "–"),
    ord("№"): "số",
}


def sign_for(letter: str, covered: frozenset[str]) -> str:
    """Return what stands for a letter without glyph: a space, the same in other letters, or nothing."""
    if letter.isspace():
        return " "
    same = IN_OTHER_SIGNS.get(ord(letter)) or unicodedata.normalize("NFKC", letter).replace("⁄", "/")
    if same != letter and all(part in covered for part in same):
        return same
    return UNKNOWN if letter.isalnum() else ""


def drawable(text: str, covered: frozenset[str]) -> str:
    """Return a text in letters of `covered` (see `glyphs.common_coverage`) and single spaces."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(letter if letter in covered else sign_for(letter, covered) for letter in composed)
    return " ".join(shown.split())


def drawable_value(value: Any, covered: frozenset[str]) -> Any:  # noqa: ANN401 (any JSON value)
    """Return a JSON value with every string made drawable, names of fields as they are."""
    if isinstance(value, str):
        return drawable(value, covered)
    if isinstance(value, Mapping):
        return {name: drawable_value(part, covered) for name, part in value.items()}
    return [drawable_value(part, covered) for part in value] if isinstance(value, list | tuple) else value
