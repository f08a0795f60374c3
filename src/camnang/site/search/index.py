"""The search index of one language, in the shape that Material's search worker reads.

Two channels: accented text with a high boost, folded text with a low one. A reader who types accents gets exact
matches first; one who types none finds everything.
"""

from __future__ import annotations

import json
from typing import Any

from camnang.files.folding import WORD, fold, folded_words
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.rendering import SOURCE_MARK

Entry = dict[str, Any]

# `lang: en` with an empty pipeline means plain words and spares three lunr files; Vietnamese has no stemmer anyway.
CONFIG: Entry = {
    "lang": ["en"],
    "separator": r"[\s\-,:;!?.()\[\]\"“”«»/…–]+",
    "pipeline": [],
    "fields": {
        "title": {"boost": 1000.0},
        "phrases": {"boost": 2000.0},
        "aliases": {"boost": 400.0},
        "text": {"boost": 1.0},
        "plain_title": {"boost": 500.0},
        "plain": {"boost": 0.5},
    },
}


def phrase(name: str) -> str:
    """Return a whole way of asking as one folded word: «công an giả» becomes «cong_an_gia»."""
    return "_".join(WORD.findall(fold(name)))


def text_of(page: Page) -> str:
    """Return all words of a page that a reader sees, without the marks of sources."""
    lines = page.mock.lines if page.mock else ()
    spoken = [f"{line.say} {line.flag or ''}" for line in lines]
    words = [page.title, page.lead, *(section.text for section in page.sections.values()), *spoken]
    return SOURCE_MARK.sub("", "\n".join(words))


def entry(page: Page, language: Language) -> Entry:
    """Return what the index knows of a page; a Vietnamese page served to others says so."""
    text = " ".join(text_of(page).split())
    names = [name for name in (page.title, page.short, *page.details.aliases) if name]
    found: Entry = {
        "location": page.path_in(language),
        "title": page.title,
        "phrases": " ".join(phrase(name) for name in names),
        "aliases": " ".join(names[1:]),
        "text": text,
        "plain_title": fold(" ".join(names)),
        "plain": folded_words(text),
    }
    return found if page.language == language else {**found, "lang": page.language.code}


def index(handbook: Handbook, language: Language) -> Entry:
    """Return the index of a language: every page in it or in Vietnamese, but kits, which would hide their scams."""
    folders = sorted({folder for (folder, _), page in handbook.pages.items() if page.kind is not Kind.KIT})
    docs = [entry(handbook.served(folder, language.code), language) for folder in folders]
    return {"config": CONFIG, "docs": docs}


def index_bytes(handbook: Handbook, language: Language) -> bytes:
    """Return the index as it is served."""
    text = json.dumps(index(handbook, language), ensure_ascii=False, separators=(",", ":"))
    return text.encode()
