"""What the pocket handbook says: pages of one language as the JSON object that `design/handbook.typ` draws.

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
from camnang.pictures.sheets.printed_blocks import PrintedBlock, printed
from camnang.pictures.sheets.sheet import headline, hotlines, mock_up, qr, slogan, victim
from camnang.pictures.sheets.values import Sheet

REPORT_NUMBERS = "report"
QUIZ_LEVELS: tuple[Level, ...] = ("nguoi-cao-tuoi", "nguoi-lon", "tre-em")
# Enough for an evening; the rest of the questions stands on the site.
QUESTIONS_A_LEVEL = 4


def said(handbook: Handbook, code: str, key: str) -> Sheet:
    """Return an interface word with the language it is in."""
    words = handbook.facts.words[code]
    return {"text": words[key], "language": code if words.has(key) else handbook.facts.original.code}


def item(entry: Item) -> Sheet:
    """Return a list item cut into its bold words and the rest."""
    rest = entry.text.removeprefix(entry.lead)
    return {"lead": entry.lead, "rest": without_sources(rest).strip(), "language": entry.language}


def listed(section: Section) -> Sheet:
    """Return a section that is a list."""
    return {"title": section.title, "items": [item(entry) for entry in section.items]}


def run(part: Run, code: str) -> Sheet:
    """Return words of one weight with their language."""
    return {"text": part.text, "bold": part.bold, "language": part.language or code}


def block(found: PrintedBlock, code: str) -> Sheet:
    """Return a paragraph, a list or a table."""
    parts = [[run(part, code) for part in runs] for runs in found.parts]
    return {"kind": found.kind, "parts": parts, "columns": found.columns}


def blocks(found: Iterable[Block], code: str) -> list[Sheet]:
    """Return the blocks of a section."""
    return [block(each, code) for each in printed(found)]


def opening(page: Page, handbook: Handbook) -> Sheet:
    """Return what every page begins with."""
    stressed = handbook.facts.words[page.language.code]["stress"]
    return {
        "title": page.title,
        "headline": headline(page.statement, stressed),
        "intro": without_sources(page.intro),
    }


def situation(page: Page, handbook: Handbook) -> Sheet:
    """Return an emergency page."""
    content = {name: listed(page.sections[name]) for name in ("lam", "noi", "khong")}
    why = page.sections["vi-sao"]
    return opening(page, handbook) | content | {"why": {"title": why.title, "text": without_sources(why.text)}}


def scam(page: Page, handbook: Handbook) -> Sheet:
    """Return a scam page; the parser has made sure of its mock-up."""
    if page.mock is None:
        raise ValueError(f"{page.file} has no mock-up to draw")
    content = {
        name: listed(page.sections[section])
        for name, section in (("dont", "khong"), ("do", "hay"), ("lost", "bi-lua"), ("signs", "dau-hieu"))
    }
    words = handbook.facts.words[page.language.code]
    return opening(page, handbook) | {"mock": mock_up(page.mock, words, victim(page))} | content


def translated(handbook: Handbook, folders: Iterable[str], code: str) -> Iterator[Page]:
    """Yield the pages that really exist in the language."""
    for folder in folders:
        if page := handbook.pages.get((folder, code)):
            yield page


def groups(handbook: Handbook, code: str) -> Iterator[Sheet]:
    """Yield the scams by what a reader sees first; a scam stands where it is named first."""
    shown: set[str] = set()
    for sighting in handbook.facts.sightings:
        folders = [scam_page(name) for name in sighting.scams if name not in shown]
        shown |= set(sighting.scams)
        pages = [scam(page, handbook) for page in translated(handbook, folders, code)]
        if pages:
            yield group(sighting, pages, handbook, code)


def group(sighting: Sighting, pages: list[Sheet], handbook: Handbook, code: str) -> Sheet:
    """Return one group with the language of its title."""
    language = code if code in sighting.title else handbook.facts.original.code
    title = sighting.title[language]
    return {"title": title, "language": language, "pictogram": sighting.pictogram, "scams": pages}


def report(handbook: Handbook, code: str) -> Sheet | None:
    """Return the page that tells whom to tell, None where the language has none."""
    page = handbook.pages.get((REPORT, code))
    if page is None:
        return None
    parts = [{"title": part.title, "blocks": blocks(part.blocks, code)} for part in page.sections.values()]
    return opening(page, handbook) | {"sections": parts}


def page_of(handbook: Handbook, kind: Kind, code: str) -> Page | None:
    """Return the one page of a kind, None where the language has none."""
    return next(iter(handbook.of_kind(kind, code)), None)


def meanings(handbook: Handbook, code: str) -> Iterator[Sheet]:
    """Yield the hard words that are explained in the language."""
    data = handbook.facts.translated_data.get((code, "glossary"))
    for term in handbook.facts.glossary:
        if code == handbook.facts.original.code:
            yield {"term": term.term, "also": list(term.also), "meaning": term.meaning}
        elif data and term.id in data.entries:
            yield {"term": term.term, "also": list(term.also), "meaning": data.entries[term.id]["meaning"]}


def glossary(handbook: Handbook, code: str) -> Sheet | None:
    """Return the glossary, None where the language has none."""
    page, terms = page_of(handbook, Kind.GLOSSARY, code), list(meanings(handbook, code))
    return opening(page, handbook) | {"terms": terms} if page and terms else None


def question(entry: Question, handbook: Handbook, code: str) -> Sheet | None:
    """Return a question with its answer, None where it is not translated."""
    if code == handbook.facts.original.code:
        own = {"text": entry.text, "why": entry.why}
    else:
        data = handbook.facts.translated_data.get((code, "quiz"))
        if data is None or entry.id not in data.entries:
            return None
        own = dict(data.entries[entry.id])
    words = handbook.facts.words[code]
    is_scam = entry.answer == "lua"
    verdict = words["quiz_is_scam" if is_scam else "quiz_is_true"]
    return own | {"via": words[f"via_{entry.via.replace('-', '_')}"], "is_scam": is_scam, "verdict": verdict}


def levels(handbook: Handbook, code: str) -> Iterator[Sheet]:
    """Yield the levels that have questions in the language."""
    for level in QUIZ_LEVELS:
        asked = (question(entry, handbook, code) for entry in handbook.facts.quiz if entry.level == level)
        questions = list(islice((each for each in asked if each), QUESTIONS_A_LEVEL))
        if questions:
            yield {"title": said(handbook, code, f"level_{level.replace('-', '_')}"), "questions": questions}


def quiz(handbook: Handbook, code: str) -> Sheet | None:
    """Return the quiz, None where the language has none."""
    page, found = page_of(handbook, Kind.QUIZ, code), list(levels(handbook, code))
    if page is None or not found:
        return None
    words = handbook.facts.words[code]
    # The page's own statement speaks of tapping.
    invitation = {"headline": headline(words["quiz_hint"], words["stress"])}
    choices = {"key": words["quiz_key"], "true": words["quiz_true"], "scam": words["quiz_scam"]}
    return opening(page, handbook) | invitation | choices | {"levels": found}


def numbers(handbook: Handbook, code: str) -> Sheet:
    """Return all numbers and places of help, for the back cover."""
    words = handbook.facts.words[code]
    reports = [
        {"number": line.number, "label": words[line.detail]}
        for line in handbook.facts.hotlines.numbers
        if line.role == REPORT_NUMBERS
    ]
    return hotlines(handbook.facts, words) | {"report_title": words["report_number"], "reports": reports}


def emergencies(handbook: Handbook, code: str) -> Sheet | None:
    """Return the emergency pages under the home page's question."""
    pages = [situation(page, handbook) for page in handbook.of_kind(Kind.SITUATION, code)]
    return {"title": handbook.facts.words[code]["question"], "pages": pages} if pages else None


def labels(handbook: Handbook, code: str) -> Sheet:
    """Return the book's own words, each with its language."""
    keys = ("book_contents", "book_remember", "book_home", "book_family", "book_bank", "book_police", "book_notes")
    found = {key.removeprefix("book_"): said(handbook, code, key) for key in keys}
    found |= {key: said(handbook, code, key) for key in ("book", "book_folding")}
    return found


def state(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what stands at the foot of every page: a draft translation, else who approved or that nobody has."""
    if page.translation.state == "draft":
        return said(handbook, page.language.code, "draft_translation")
    return {"text": approval_notice(handbook.facts, settings), "language": handbook.facts.original.code}


def book_sheet(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return all that the handbook of the home page's language says."""
    code = page.language.code
    words = handbook.facts.words[code]
    return {
        "language": code,
        "title": f"{words['book']} – {words['campaign']}",
        "author": words["campaign"],
        "campaign": words["campaign"],
        "slogan": slogan(words),
        "labels": labels(handbook, code),
        "state": state(page, handbook, settings),
        "emergencies": emergencies(handbook, code),
        "groups": list(groups(handbook, code)),
        "report": report(handbook, code),
        "glossary": glossary(handbook, code),
        "quiz": quiz(handbook, code),
        "hotlines": numbers(handbook, code),
        "notices": list(notices(page, handbook.facts, settings)),
        "credit": page.language.credit,
        "qr": qr(page, settings, words),
    }
