"""What the pocket handbook says: pages of one language as the book that `design/handbook.typ` draws.

A translation's book holds what is translated and nothing else: a Vietnamese page between Tày ones would need its
own notice on every spread, and Vietnamese readers have a whole book.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from camnang.handbook.facts.quiz import Level, Question
from camnang.handbook.facts.sightings import Sighting
from camnang.handbook.pages.blocks import Block, Run
from camnang.handbook.pages.kinds import REPORT, scam_page
from camnang.handbook.pages.model import Handbook, Item, Kind, Page, Section
from camnang.handbook.pages.notices import approval_notice, notices
from camnang.handbook.pages.rendering import without_sources
from camnang.handbook.project import Settings
from camnang.pictures.sheets.book_parts import (
    Book,
    BookBlock,
    BookItem,
    BookLabels,
    BookList,
    BookNumbers,
    BookQuestion,
    BookQuiz,
    BookRun,
    BookSection,
    BookText,
    Emergencies,
    Emergency,
    Glossary,
    QuizLevel,
    Report,
    ReportLine,
    Said,
    Scam,
    ScamGroup,
    Term,
)
from camnang.pictures.sheets.parts import Headline
from camnang.pictures.sheets.printed_blocks import PrintedBlock, printed
from camnang.pictures.sheets.sheet import headline, hotlines, qr, slogan, telephone

REPORT_NUMBERS = "report"
QUIZ_LEVELS: tuple[Level, ...] = ("nguoi-cao-tuoi", "nguoi-lon", "tre-em")
# Enough for an evening; the rest of the questions stands on the site.
QUESTIONS_A_LEVEL = 4


def said(handbook: Handbook, code: str, key: str) -> Said:
    """Return an interface word with the language it is in."""
    words = handbook.facts.words[code]
    return Said(words[key], code if words.has(key) else handbook.facts.original.code)


def item(entry: Item) -> BookItem:
    """Return a list item cut into its bold words and the rest."""
    rest = entry.text.removeprefix(entry.lead)
    return BookItem(entry.lead, without_sources(rest).strip(), entry.language)


def listed(section: Section) -> BookList:
    """Return a section that is a list."""
    return BookList(section.title, tuple(item(entry) for entry in section.items))


def run(part: Run, code: str) -> BookRun:
    """Return words of one weight with their language."""
    return BookRun(part.text, part.bold, part.language or code)


def block(found: PrintedBlock, code: str) -> BookBlock:
    """Return a paragraph, a list or a table."""
    parts = tuple(tuple(run(part, code) for part in runs) for runs in found.parts)
    return BookBlock(found.kind, parts, found.columns)


def blocks(found: Iterable[Block], code: str) -> tuple[BookBlock, ...]:
    """Return the blocks of a section."""
    return tuple(block(each, code) for each in printed(found))


def opening(page: Page, handbook: Handbook) -> tuple[str, Headline, str]:
    """Return what every page begins with: its title, its headline, its intro."""
    stressed = handbook.facts.words[page.language.code]["stress"]
    return page.title, headline(page.statement, stressed), without_sources(page.intro)


def situation(page: Page, handbook: Handbook) -> Emergency:
    """Return an emergency page."""
    do, say, dont = (listed(page.sections[name]) for name in ("lam", "noi", "khong"))
    why = page.sections["vi-sao"]
    return Emergency(*opening(page, handbook), do, say, dont, BookText(why.title, without_sources(why.text)))


def scam(page: Page, handbook: Handbook) -> Scam:
    """Return a scam page; the parser has made sure of its mock-up."""
    return Scam(
        *opening(page, handbook),
        mock=telephone(page, handbook.facts.words[page.language.code]),
        dont=listed(page.sections["khong"]),
        do=listed(page.sections["hay"]),
        lost=listed(page.sections["bi-lua"]),
        signs=listed(page.sections["dau-hieu"]),
    )


def translated(handbook: Handbook, folders: Iterable[str], code: str) -> Iterator[Page]:
    """Yield the pages that really exist in the language."""
    for folder in folders:
        if page := handbook.pages.get((folder, code)):
            yield page


def groups(handbook: Handbook, code: str) -> Iterator[ScamGroup]:
    """Yield the scams by what a reader sees first; a scam stands where it is named first."""
    shown: set[str] = set()
    for sighting in handbook.facts.sightings:
        folders = [scam_page(name) for name in sighting.scams if name not in shown]
        shown |= set(sighting.scams)
        pages = tuple(scam(page, handbook) for page in translated(handbook, folders, code))
        if pages:
            yield group(sighting, pages, handbook, code)


def group(sighting: Sighting, pages: tuple[Scam, ...], handbook: Handbook, code: str) -> ScamGroup:
    """Return one group with the language of its title."""
    language = code if code in sighting.title else handbook.facts.original.code
    return ScamGroup(sighting.title[language], language, pages)


def report(handbook: Handbook, code: str) -> Report | None:
    """Return the page that tells whom to tell, None where the language has none."""
    page = handbook.pages.get((REPORT, code))
    if page is None:
        return None
    parts = tuple(BookSection(part.title, blocks(part.blocks, code)) for part in page.sections.values())
    return Report(*opening(page, handbook), parts)


def page_of(handbook: Handbook, kind: Kind, code: str) -> Page | None:
    """Return the one page of a kind, None where the language has none."""
    return next(iter(handbook.of_kind(kind, code)), None)


def meanings(handbook: Handbook, code: str) -> Iterator[Term]:
    """Yield the hard words that are explained in the language."""
    data = handbook.facts.translated_data.get((code, "glossary"))
    for term in handbook.facts.glossary:
        if code == handbook.facts.original.code:
            yield Term(term.term, term.also, term.meaning)
        elif data and term.id in data.entries:
            yield Term(term.term, term.also, data.entries[term.id]["meaning"])


def glossary(handbook: Handbook, code: str) -> Glossary | None:
    """Return the glossary, None where the language has none."""
    page, terms = page_of(handbook, Kind.GLOSSARY, code), tuple(meanings(handbook, code))
    return Glossary(*opening(page, handbook), terms) if page and terms else None


def question_words(entry: Question, handbook: Handbook, code: str) -> tuple[str, str] | None:
    """Return a question and why it is answered so, None where it is not translated."""
    if code == handbook.facts.original.code:
        return entry.text, entry.why
    data = handbook.facts.translated_data.get((code, "quiz"))
    own = data.entries.get(entry.id) if data else None
    return (own["text"], own["why"]) if own else None


def question(entry: Question, handbook: Handbook, code: str) -> BookQuestion | None:
    """Return a question with its answer, None where it is not translated."""
    own = question_words(entry, handbook, code)
    if own is None:
        return None
    words, is_scam = handbook.facts.words[code], entry.answer == "lua"
    via = words[f"via_{entry.via.replace('-', '_')}"]
    return BookQuestion(*own, via, is_scam, words["quiz_is_scam" if is_scam else "quiz_is_true"])


def levels(handbook: Handbook, code: str) -> Iterator[QuizLevel]:
    """Yield the levels that have questions in the language."""
    for level in QUIZ_LEVELS:
        asked = (question(entry, handbook, code) for entry in handbook.facts.quiz if entry.level == level)
        questions = tuple(islice((each for each in asked if each), QUESTIONS_A_LEVEL))
        if questions:
            yield QuizLevel(said(handbook, code, f"level_{level.replace('-', '_')}"), questions)


def quiz(handbook: Handbook, code: str) -> BookQuiz | None:
    """Return the quiz, None where the language has none."""
    page, found = page_of(handbook, Kind.QUIZ, code), tuple(levels(handbook, code))
    if page is None or not found:
        return None
    words = handbook.facts.words[code]
    title, _, intro = opening(page, handbook)
    return BookQuiz(
        title=title,
        headline=headline(words["quiz_hint"], words["stress"]),  # the page's own statement speaks of tapping
        intro=intro,
        key=words["quiz_key"],
        true=words["quiz_true"],
        scam=words["quiz_scam"],
        levels=found,
    )


def numbers(handbook: Handbook, code: str) -> BookNumbers:
    """Return all numbers and places of help, for the back cover."""
    words = handbook.facts.words[code]
    strip = hotlines(handbook.facts, words)
    reports = tuple(
        ReportLine(line.number, words[line.detail])
        for line in handbook.facts.hotlines.numbers
        if line.role == REPORT_NUMBERS
    )
    return BookNumbers(strip.main, strip.child, strip.places, strip.rule, words["report_number"], reports)


def emergencies(handbook: Handbook, code: str) -> Emergencies | None:
    """Return the emergency pages under the home page's question."""
    pages = tuple(situation(page, handbook) for page in handbook.of_kind(Kind.SITUATION, code))
    return Emergencies(handbook.facts.words[code]["question"], pages) if pages else None


def labels(handbook: Handbook, code: str) -> BookLabels:
    """Return the book's own words, each with its language."""
    return BookLabels(
        book=said(handbook, code, "book"),
        book_folding=said(handbook, code, "book_folding"),
        contents=said(handbook, code, "book_contents"),
        remember=said(handbook, code, "book_remember"),
        home=said(handbook, code, "book_home"),
        family=said(handbook, code, "book_family"),
        bank=said(handbook, code, "book_bank"),
        police=said(handbook, code, "book_police"),
        notes=said(handbook, code, "book_notes"),
    )


def state(page: Page, handbook: Handbook, settings: Settings) -> Said:
    """Return what stands at the foot of every page: a draft translation, else who approved or that nobody has."""
    if page.translation.state == "draft":
        return said(handbook, page.language.code, "draft_translation")
    return Said(approval_notice(handbook.facts, settings), handbook.facts.original.code)


def book_sheet(page: Page, handbook: Handbook, settings: Settings) -> Book:
    """Return all that the handbook of the home page's language says."""
    code = page.language.code
    words = handbook.facts.words[code]
    return Book(
        language=code,
        title=f"{words['book']} – {words['campaign']}",
        author=words["campaign"],
        campaign=words["campaign"],
        slogan=slogan(words),
        labels=labels(handbook, code),
        state=state(page, handbook, settings),
        emergencies=emergencies(handbook, code),
        groups=tuple(groups(handbook, code)),
        report=report(handbook, code),
        glossary=glossary(handbook, code),
        quiz=quiz(handbook, code),
        hotlines=numbers(handbook, code),
        notices=notices(page, handbook.facts, settings),
        credit=page.language.credit,
        qr=qr(page, settings, words),
    )
