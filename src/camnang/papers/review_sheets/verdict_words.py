"""Words by which people answer «is it right?»: what they say in the column of verdicts, or by mistake beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from camnang.files.folding import fold
from camnang.handbook.facts.lexicon import Entry

# Folded words that judge by themselves, phrases that do, and words that only go with them.
JUDGING: Final = frozenset(
    """dung sai ok oke okay okie okla duoc khong chuan tot hay dat yes no true false right wrong correct
    x v d s k ko y n chua roi co sua xong duyet xoa bo nhat tri""".split()  # noqa: SIM905 (read as words)
)
PHRASES: Final = frozenset(
    """dong y|chinh xac|nhu cu|nhu tren|nhu nhap|nhu ban nhap|giu nguyen|de nguyen|khong doi|khong sua|khong can sua
    |khong co gi|khong biet|chua chac|on roi|nghe duoc|thuan tai""".replace("\n    ", "").split("|")
)
GOING_WITH: Final = frozenset(
    "roi a nhe nha lam qua the vay day cau nay ca het can phai la cung hon".split()  # noqa: SIM905 (read as words)
)
MOST_WORDS: Final = 5
WORD: Final = re.compile(r"[^\W_]+")
TICKS: Final = frozenset("✓✔☑✅√✗✘☒❌×+✕")
# «Sai: …» and «Đúng. …» before a sentence.
BEGINNING: Final = re.compile(r"^(đúng|sai|ok|oke|được|chưa đúng|không đúng)(\s+rồi)?\s*[.,:;!–—-]", re.IGNORECASE)
MEANINGS: Final = re.compile(r"[;,/]")


def local_words(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the folded words of a language that mean nothing but a verdict: «đúng», «không», «được»."""
    plain = {"dung", "sai", "duoc", "khong", "tot", "phai", "khong phai", "chua", "roi", "co"}
    found = set()
    for entry in entries:
        meanings = {fold(meaning.strip()) for meaning in MEANINGS.split(entry.meaning)}
        if entry.kind == "word" and meanings and meanings <= plain:
            found.add(fold(entry.word))
    return frozenset(found)


def is_verdict(text: str, local: frozenset[str]) -> bool:
    """Tell whether a text only answers «is it right?»; `local` are words of the language that do so."""
    words = WORD.findall(fold(text))
    if not words:
        return any(letter in TICKS for letter in text)
    if " ".join(words) in PHRASES or " ".join(words) in local:
        return True
    judging = JUDGING | local
    return len(words) <= MOST_WORDS and any(word in judging for word in words) and set(words) <= judging | GOING_WITH
