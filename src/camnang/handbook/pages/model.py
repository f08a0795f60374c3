"""The handbook as objects: pages of several kinds, their sections, list items and mock-ups."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.hotlines import Threat
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.blocks import Block, whole_texts


class Kind(StrEnum):
    """What a page is for; the folder decides it."""

    HOME = "home"
    SITUATIONS = "situations"
    SITUATION = "situation"
    SCAMS = "scams"
    SCAM = "scam"
    KIT = "kit"
    OUTREACH = "outreach"
    SMS_BANK = "sms-bank"
    OFFICE_FILES = "office-files"
    DOWNLOADS = "downloads"
    WARNINGS = "warnings"
    WARNING = "warning"
    THIS_MONTH = "this-month"
    QUIZ = "quiz"
    GLOSSARY = "glossary"
    SOURCES = "sources"
    TRANSLATIONS = "translations"
    FEEDBACK = "feedback"
    EMBEDDING = "embedding"
    OFFICE = "office"
    CALENDAR = "calendar"
    PLAN = "plan"
    PLAIN = "plain"


# Of a communicator's kit only what is said aloud is translated: the rest is for officials, who write Vietnamese.
TRANSLATED_KIT_SECTIONS = ("khau-hieu", "loa-30")
# Sections whose list items carry a bold lead, because pictures print it.
LEAD_SECTIONS = frozenset({"khong", "hay", "bi-lua", "dau-hieu", "cach-lam", "lam"})

MockKind = Literal["goi-video", "chat", "sms", "app", "web"]
TranslationState = Literal["original", "draft", "human"]


@dataclass(frozen=True)
class Item:
    """A list item: its bold `lead` is what pictures print, `text` is all of it; `language` of its words."""

    lead: str
    text: str
    line: int
    language: str


@dataclass(frozen=True)
class Section:
    """The part of a page under one `##` heading; `html`, `text` and `blocks` without the heading."""

    id: str
    title: str
    html: str
    text: str
    items: tuple[Item, ...]
    line: int
    blocks: tuple[Block, ...]


def texts_of(lead: str, sections: Mapping[str, Section]) -> Iterator[str]:
    """Yield what a page says paragraph by paragraph, item by item, row by row: the lead first."""
    yield lead
    for section in sections.values():
        yield from whole_texts(section.blocks)


@dataclass(frozen=True)
class MockLine:
    """What the swindler says or shows; a red flag has a number from 1."""

    say: str
    flag: str | None
    number: int | None


@dataclass(frozen=True)
class MockUp:
    """The scam's call, chat, message, app or web page as data."""

    kind: MockKind
    sender: str
    via: str
    lines: tuple[MockLine, ...]
    bait: bool = False


@dataclass(frozen=True)
class Translation:
    """Where a text comes from; `current` is false when the Vietnamese changed after the translation."""

    state: TranslationState = "original"
    current: bool = True
    translator: str = ""
    reviewer: str = ""


@dataclass(frozen=True)
class WordCount:
    """How many words of a text are the language's own, loans, names, or attested nowhere."""

    own: int = 0
    loans: int = 0
    names: int = 0
    unattested: int = 0

    @property
    def total(self) -> int:
        """All words."""
        return self.own + self.loans + self.names + self.unattested

    @property
    def attested_share(self) -> float:
        """The share of words that something attests, 0 to 1; 1 where there is no word."""
        return 1 - self.unattested / self.total if self.total else 1.0

    @property
    def loan_share(self) -> float:
        """The share of words that are Vietnamese loans, 0 to 1."""
        return self.loans / self.total if self.total else 0.0


@dataclass(frozen=True)
class Details:
    """What the front matter of the Vietnamese page says; a translation has the same details."""

    id: str
    reviewed: datetime.date
    group: str = ""
    tier: int = 0
    order: int = 0
    threat: Threat | None = None
    pictogram: str = ""
    audience: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: datetime.date | None = None
    place: str = ""
    scam: str = ""
    scene: str = ""
    document: bool = False


def joined(statement: str, intro: str) -> str:
    """Return the statement and the sentences after it as one text."""
    return " ".join(part for part in (statement, intro) if part)


@dataclass(frozen=True)
class Page:
    """One page in one language; `file` is relative to the project, `folder` to `docs/` ('' for home).

    `words` counts those of a translation, `low` its sentences that are graded low.
    """

    kind: Kind
    language: Language
    file: str
    folder: str
    details: Details
    title: str
    title_line: int
    statement: str
    intro_html: str
    intro: str
    intro_blocks: tuple[Block, ...]
    sections: Mapping[str, Section]
    mock: MockUp | None = None
    translation: Translation = field(default_factory=Translation)
    short: str = ""
    hint: str = ""
    words: WordCount = field(default_factory=WordCount)
    low: int = 0

    @property
    def lead(self) -> str:
        """The statement and the sentences after it, as plain text."""
        return joined(self.statement, self.intro)

    @property
    def path(self) -> str:
        """The page's address from the site's root, for example 'tyz/thu-doan/gia-danh-cong-an/'."""
        return self.path_in(self.language)

    def path_in(self, language: Language) -> str:
        """Return the page's address under a reader's language, whatever language its text is in."""
        return language.url_prefix + (f"{self.folder}/" if self.folder else "")


@dataclass(frozen=True)
class Handbook:
    """All pages by folder and language code, with the facts they rest on."""

    facts: Facts
    pages: Mapping[tuple[str, str], Page]

    @property
    def originals(self) -> tuple[Page, ...]:
        """The Vietnamese pages."""
        return tuple(page for page in self.pages.values() if page.language == self.facts.original)

    @property
    def original_paths(self) -> frozenset[str]:
        """The addresses of the Vietnamese pages from the site's root, as 'thu-doan/gia-danh-cong-an/'."""
        return frozenset(page.path for page in self.originals)

    def of_kind(self, kind: Kind, code: str) -> tuple[Page, ...]:
        """Return the pages of `kind` that exist in the language `code`, in reading order."""
        return self.kinds.get((kind, code), ())

    @cached_property
    def kinds(self) -> Mapping[tuple[Kind, str], tuple[Page, ...]]:
        """The pages of each kind and language code, in reading order; every page of the site asks for some."""
        found: dict[tuple[Kind, str], list[Page]] = {}
        for page in self.pages.values():
            found.setdefault((page.kind, page.language.code), []).append(page)
        return {key: tuple(sorted(pages, key=reading_order)) for key, pages in found.items()}

    @cached_property
    def scam_order(self) -> tuple[str, ...]:
        """The ids of the scams group by group, in each by tier: the number that a poster shows is the place here."""
        ranks = {name: rank for rank, name in enumerate(self.facts.groups)}
        scams = self.of_kind(Kind.SCAM, self.facts.original.code)
        return tuple(page.details.id for page in sorted(scams, key=lambda page: ranks.get(page.details.group, 0)))

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The folders of the pages that lie directly in each folder."""
        original, found = self.facts.original.code, dict[str, list[str]]()
        for name, language in self.pages:
            if language == original and name:
                found.setdefault(parent(name), []).append(name)
        return {folder: tuple(names) for folder, names in found.items()}

    def below(self, folder: str, code: str) -> tuple[Page, ...]:
        """Return the pages whose folders lie directly in `folder`, in the language `code` or in Vietnamese."""
        found = (self.served(name, code) for name in self.children.get(folder, ()))
        return tuple(sorted(found, key=reading_order))

    def served(self, folder: str, code: str) -> Page:
        """Return the page in the language `code`, else the Vietnamese one; `KeyError` when there is neither."""
        return self.pages.get((folder, code)) or self.pages[folder, self.facts.original.code]

    def languages_of(self, folder: str) -> tuple[Language, ...]:
        """Return the languages in which the page really exists."""
        return tuple(language for language in self.facts.languages if (folder, language.code) in self.pages)


def parent(folder: str) -> str:
    """Return the folder in which a page's folder lies, '' at the top."""
    return folder.rpartition("/")[0]


def reading_order(page: Page) -> tuple[int, int, int, str]:
    """Sort key: warnings from the newest on, situations by their order, scams by tier, then by folder."""
    age = -page.details.date.toordinal() if page.details.date else 0
    return age, page.details.order, page.details.tier, page.folder
