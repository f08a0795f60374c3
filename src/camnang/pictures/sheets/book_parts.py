"""What the pocket handbook is made of: its pages and their parts, as `design/handbook.typ` draws them."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.pictures.sheets.parts import Code, Headline, HotlineStrip, Slogan, Telephone
from camnang.pictures.sheets.printed_blocks import PrintedKind
from camnang.pictures.sheets.values import Sheet


@dataclass(frozen=True)
class Said:
    """Words with the language that they are in."""

    text: str
    language: str


@dataclass(frozen=True)
class BookItem:
    """A list item cut into its bold words and the rest, with its language."""

    lead: str
    rest: str
    language: str


@dataclass(frozen=True)
class BookList:
    """A section that is a list."""

    title: str
    items: tuple[BookItem, ...]


@dataclass(frozen=True)
class BookText:
    """A section that is a text."""

    title: str
    text: str


@dataclass(frozen=True)
class BookRun:
    """Words of one weight with their language."""

    text: str
    bold: bool
    language: str


@dataclass(frozen=True)
class BookBlock:
    """A paragraph, a list or a table; `parts` are its paragraphs, items or cells row by row."""

    kind: PrintedKind
    parts: tuple[tuple[BookRun, ...], ...]
    columns: int


@dataclass(frozen=True)
class BookSection:
    """A section of running text."""

    title: str
    blocks: tuple[BookBlock, ...]


@dataclass(frozen=True)
class Opening:
    """What every page begins with."""

    title: str
    headline: Headline
    intro: str


@dataclass(frozen=True)
class Emergency(Opening):
    """An emergency: what to do, what to say, what not to do, and why."""

    do: BookList
    say: BookList
    dont: BookList
    why: BookText


@dataclass(frozen=True)
class Scam(Opening):
    """A scam: what it looks like, what to do."""

    mock: Telephone
    dont: BookList
    do: BookList
    lost: BookList
    signs: BookList


@dataclass(frozen=True)
class Emergencies:
    """The emergency pages under the home page's question."""

    title: str
    pages: tuple[Emergency, ...]


@dataclass(frozen=True)
class ScamGroup:
    """Scams that begin alike, under what a reader sees first; `language` is that of the title."""

    title: str
    language: str
    scams: tuple[Scam, ...]


@dataclass(frozen=True)
class Report(Opening):
    """Whom to tell."""

    sections: tuple[BookSection, ...]


@dataclass(frozen=True)
class Term:
    """A hard word with what else it is called and what it means."""

    term: str
    also: tuple[str, ...]
    meaning: str


@dataclass(frozen=True)
class Glossary(Opening):
    """The hard words."""

    terms: tuple[Term, ...]


@dataclass(frozen=True)
class BookQuestion:
    """A question of the quiz with its answer: `via` tells how it comes, `verdict` what it is."""

    text: str
    why: str
    via: str
    is_scam: bool
    verdict: str


@dataclass(frozen=True)
class QuizLevel:
    """The questions for readers of one kind."""

    title: Said
    questions: tuple[BookQuestion, ...]


@dataclass(frozen=True)
class BookQuiz(Opening):
    """The family's quiz; `key` heads its answers, `true` and `scam` are the choices."""

    key: str
    true: str
    scam: str
    levels: tuple[QuizLevel, ...]


@dataclass(frozen=True)
class ReportLine:
    """A number to report to."""

    number: str
    label: str


@dataclass(frozen=True)
class BookNumbers(HotlineStrip):
    """All numbers and places of help, for the back cover."""

    report_title: str
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True)
class BookLabels:
    """The book's own words, each with its language."""

    book: Said
    book_folding: Said
    contents: Said
    remember: Said
    home: Said
    family: Said
    bank: Said
    police: Said
    notes: Said


@dataclass(frozen=True, kw_only=True)
class Book(Sheet):
    """The handbook of one language; what the language lacks is None."""

    campaign: str
    slogan: Slogan
    labels: BookLabels
    state: Said
    emergencies: Emergencies | None
    groups: tuple[ScamGroup, ...]
    report: Report | None
    glossary: Glossary | None
    quiz: BookQuiz | None
    hotlines: BookNumbers
    notices: tuple[str, ...]
    credit: str
    qr: Code | None


@dataclass(frozen=True, kw_only=True)
class NotesPage(Sheet):
    """A page to write on, which fills a booklet up to whole sheets."""

    labels: BookLabels
