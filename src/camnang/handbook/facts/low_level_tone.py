"""How the dictionary prints our words with the tone lửng, which pages write with hỏi (`data/lexicon/lung.tsv`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from camnang.files.tab_table import numbered_rows
from camnang.files.text_file import open_text
from camnang.handbook.facts.lexicon import FOLDER, Lexicon, Token

FILE = f"{FOLDER}/lung.tsv"


def read_printed_forms(root: Path) -> dict[str, str]:
    """Return the dictionary's form with the macron below by our spelling, none when there is no file."""
    if not (root / FILE).is_file():
        return {}
    rows = numbered_rows(open_text(root / FILE, FILE))
    return {row["word"]: row["printed"] for _, row in rows}


def as_written(token: Token, printed: Mapping[str, str]) -> str:
    """Return a word as the dictionary prints it, with the capital that it has in the text."""
    word = " ".join(token.text.split())
    found = printed.get(word.lower())
    if found is None:
        return token.text
    return found[:1].upper() + found[1:] if word[:1].isupper() else found


def with_macrons(text: str, code: str, lexicon: Lexicon, printed: Mapping[str, str]) -> str:
    """Return a text with the tone lửng marked as the dictionary marks it."""
    text = unicodedata.normalize("NFC", text)
    parts, at = [], 0
    for token in lexicon.tokens(text, code):
        parts += [text[at : token.start], as_written(token, printed)]
        at = token.end
    return "".join([*parts, text[at:]])
