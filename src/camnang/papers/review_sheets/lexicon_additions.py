"""Words that a reviewer used and the lexicon lacks: added with the sentence that they mean."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_left
from collections.abc import Iterator

from camnang.files.folding import fold
from camnang.handbook.facts.lexicon import FOLDER, Entry, Lexicon
from camnang.papers.review_sheets.drafts import Draft
from camnang.papers.review_sheets.judgement import MARKUP, Judgement

MEANING_LENGTH = 70
VOWEL = re.compile(r"[aeiouy]")  # of folded words; what has none is a mark or an abbreviation


def lexicon_path(code: str) -> str:
    """Return the path of a language's table, relative to the project."""
    return f"{FOLDER}/{code}.tsv"


def meaning_in(sentence: str) -> str:
    """Return the meaning of a word that is known from a sentence only."""
    return f"trong câu: {textwrap.shorten(sentence, MEANING_LENGTH, placeholder='…')}"


def is_word(text: str) -> bool:
    """Tell whether letters may be a word: they can be spoken, and are no abbreviation in capitals."""
    return bool(VOWEL.search(fold(text))) and not (len(text) > 1 and text.isupper())


def words_in(correction: str, code: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of a correction that nothing attests; signs, links and abbreviations are no words."""
    bare = MARKUP.sub(" ", correction)
    for token in lexicon.tokens(bare if not bare.isupper() else bare.lower(), code):
        if token.entry is None and is_word(token.text):
            yield token.text.lower()


def new_entries(judgement: Judgement, draft: Draft, lexicon: Lexicon) -> Iterator[Entry]:
    """Yield an entry for each word of the corrections that nothing attests, the first sentence it stands in."""
    found: set[str] = set()
    date = judgement.date.isoformat() if judgement.date else ""
    source = f"người duyệt: {judgement.reviewer}, {date}"
    if draft.language.code not in lexicon.entries:
        return
    for name, words in judgement.corrections.items():
        for word in words_in(words, draft.language.code, lexicon):
            if word not in found:
                found.add(word)
                yield Entry(word, "word", meaning_in(draft.originals.get(name, words)), source)


def with_entries(table: str, entries: tuple[Entry, ...]) -> str:
    """Return a table with new rows where their words belong in its order; its own rows stay as they are."""
    if not entries:
        return table
    end = "\r\n" if "\r\n" in table else "\n"
    lines = (table if table.endswith("\n") else f"{table}{end}").split("\n")[:-1]
    for entry in entries:
        words = [line.split("\t", 1)[0] for line in lines[1:]]
        row = "\t".join((entry.word, entry.kind, entry.meaning, entry.source))
        lines.insert(bisect_left(words, entry.word) + 1, row + end[:-1])
    return "\n".join([*lines, ""])
