"""What a reader's phone keeps: the first pages of a language, then those about what happens in the province."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS, REPORT
from camnang.handbook.pages.model import Handbook, Kind, Page

FOLDER = "offline/"
PARTS = (".css", ".js", ".woff2", ".svg")
ASSETS = "assets/"
SEEN_HERE = 1  # the tier of scams that people in the province met
MARK_DIGITS = 8  # the service worker cuts the hash alike


def mark(content: bytes) -> str:
    """Return the first digits of the SHA-256: enough to tell versions and damage apart."""
    return hashlib.sha256(content).hexdigest()[:MARK_DIGITS]


@dataclass(frozen=True)
class SavedTexts:
    """What the service worker shows of its own in a language, as HTML.

    `notice` says that a page comes from the phone, `footnote` says it on an emergency page; `page` stands where a
    page cannot be had.
    """

    notice: str
    footnote: str
    page: str


@dataclass(frozen=True)
class SharedParts:
    """Paths on the site that pages of every language need; `worker` is the search worker's."""

    assets: tuple[str, ...]
    worker: str


def is_first(page: Page) -> bool:
    """Tell whether a page is kept before all others: home and the emergency pages."""
    return KINDS[page.kind].kept == "first"


def is_next(page: Page) -> bool:
    """Tell whether a page is kept in the background of the first visit: report, list of scams, scams seen here."""
    seen = page.kind is Kind.SCAM and page.details.tier == SEEN_HERE
    return seen or KINDS[page.kind].kept == "next" or page.folder == REPORT


def served_pages(handbook: Handbook, language: Language) -> tuple[Page, ...]:
    """Return every page as a reader of `language` gets it, by folder."""
    folders = sorted({folder for folder, _ in handbook.pages})
    return tuple(handbook.served(folder, language.code) for folder in folders)


def newest_day(pages: Iterable[Page]) -> str:
    """Return the ISO date of the newest check or warning: of that day is what a reader has in hand.

    Not the day on which a phone fetched it: that would say nothing of how old the words are.
    """
    return max(day.isoformat() for page in pages for day in (page.details.reviewed, page.details.date) if day)


def kept_assets(paths: Iterable[str]) -> tuple[str, ...]:
    """Return those of a site's paths that are our style sheets, scripts, fonts and drawings; no folder below."""
    own = (path for path in paths if path.startswith(ASSETS) and "/" not in path.removeprefix(ASSETS))
    return tuple(sorted(path for path in own if path.endswith(PARTS)))


def site_assets(site: Path) -> tuple[str, ...]:
    """Return the paths of a built site's own assets."""
    return kept_assets(file.relative_to(site).as_posix() for file in (site / ASSETS).iterdir())


def file_of(path: str) -> str:
    """Return the file behind an address of the site."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def title(page: Page, language: Language) -> str:
    """Return a page's title as HTML, marked with its language where it is not the reader's."""
    text = escape(page.title)
    return text if page.language == language else f'<span lang="{page.language.code}">{text}</span>'


def keeping_list(
    handbook: Handbook, language: Language, marks: Mapping[str, str], parts: SharedParts, texts: SavedTexts
) -> dict[str, Any]:
    """Return the list of one language: what to keep first and then, marks, titles, own texts.

    `marks` are those of the site's files, by their paths.
    """
    pages = served_pages(handbook, language)
    index = f"search/{language.code}.json"
    first = [*parts.assets, *(page.path_in(language) for page in pages if is_first(page))]
    then = [*(page.path_in(language) for page in pages if is_next(page)), index, parts.worker]
    listed = [*(page.path_in(language) for page in pages), *parts.assets, index, parts.worker]
    return {
        "first": first,
        "then": then,
        "marks": {path: marks[file_of(path)] for path in sorted(listed)},
        "titles": {page.path_in(language): title(page, language) for page in pages if not is_first(page)},
        "notice": texts.notice,
        "footnote": texts.footnote,
        "page": texts.page,
    }


def list_bytes(found: dict[str, Any]) -> bytes:
    """Return a list as it is served."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
