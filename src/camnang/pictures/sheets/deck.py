"""What the slides of an audience say, slide by slide: drawn by `design/deck.typ`, written by `slides`.

A slide carries what is read from the last row; what is said about it stands in its notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from camnang.handbook.facts.decks import Deck
from camnang.handbook.pages.kinds import scam_page, situation_page
from camnang.handbook.pages.model import Handbook, Item, Page, Section
from camnang.handbook.pages.notices import notices, translation_mark
from camnang.handbook.pages.rendering import without_sources
from camnang.handbook.project import Settings
from camnang.pictures.sheets.book import listed, question, said
from camnang.pictures.sheets.book_parts import BookItem, BookQuestion
from camnang.pictures.sheets.parts import Act, ActList, Headline, HotlineStrip, Telephone
from camnang.pictures.sheets.sheet import MAX_DO, MAX_DONT, act_list, headline, hotlines, slogan, telephone
from camnang.pictures.sheets.values import Sheet

MOST_ITEMS = 5
NOTED = ("dau-hieu", "cach-lam", "vu-viec")


@dataclass(frozen=True, kw_only=True)
class Slide:
    """What every slide has: what its speaker says, paragraph by paragraph."""

    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CoverSlide(Slide):
    """The first slide: the deck's name, a telephone, the three acts."""

    kind: Literal["cover"] = "cover"
    kicker: str
    title: str
    title_language: str
    mock: Telephone
    acts: tuple[Act, ...]


@dataclass(frozen=True, kw_only=True)
class ListSlide(Slide):
    """The bold words of a list beside the one message of its page."""

    kind: Literal["list"] = "list"
    kicker: str
    headline: Headline
    label: str
    numbered: bool
    items: tuple[BookItem, ...]


@dataclass(frozen=True, kw_only=True)
class SignsSlide(Slide):
    """The anatomy of a scam: what the telephone shows, and its numbered flags."""

    kind: Literal["signs"] = "signs"
    kicker: str
    headline: Headline
    signs_title: str
    mock: Telephone


@dataclass(frozen=True, kw_only=True)
class ActsSlide(Slide):
    """What not to do and what to do."""

    kind: Literal["acts"] = "acts"
    title: str
    dont: ActList
    do: ActList


@dataclass(frozen=True)
class Choices:
    """What a question may be answered with."""

    true: str
    scam: str


@dataclass(frozen=True, kw_only=True)
class QuestionSlide(Slide):
    """A question of the quiz; how it is answered stands on the next slide."""

    kind: Literal["question", "answer"]
    kicker: str
    title: str
    choices: Choices
    text: str
    why: str
    via: str
    is_scam: bool


@dataclass(frozen=True, kw_only=True)
class EndSlide(Slide):
    """The last slide: the three acts and whom to call."""

    kind: Literal["end"] = "end"
    title: str
    title_language: str
    acts: tuple[Act, ...]
    hotlines: HotlineStrip


AnySlide = CoverSlide | ListSlide | SignsSlide | ActsSlide | QuestionSlide | EndSlide


@dataclass(frozen=True, kw_only=True)
class DeckSheet(Sheet):
    """The slides of an audience.

    `language_tags` names languages as Office does; `reviewed` (ISO 8601) dates the file that can be edited, and
    `translation_mark` tells machines that its words are a draft.
    """

    campaign: str
    notices: tuple[str, ...]
    language_tags: Mapping[str, str]
    reviewed: str
    translation_mark: str
    slides: tuple[AnySlide, ...]


def told(items: Iterable[Item]) -> Iterator[str]:
    """Yield list items as a speaker says them."""
    return (f"– {without_sources(entry.text)}" for entry in items)


def section_notes(section: Section) -> Iterator[str]:
    """Yield a section's heading and what it says."""
    yield f"{section.title}:"
    yield from told(section.items) if section.items else [without_sources(section.text)]


def spoken(lines: Iterable[str]) -> tuple[str, ...]:
    """Return notes paragraph by paragraph, without empty ones."""
    return tuple(line for line in lines if line.strip())


def cover(deck: Deck, page: Page, handbook: Handbook, scams: list[Page]) -> CoverSlide:
    """Return the first slide."""
    code, original = page.language.code, handbook.facts.original.code
    language = code if code in deck.title else original
    words = handbook.facts.words[code]
    return CoverSlide(
        title=deck.title[language],
        title_language=language,
        kicker=words["campaign"],
        mock=telephone(next(scam for scam in scams if scam.mock), words),
        acts=slogan(words).acts,
        notes=(deck.opening.get(code, deck.opening[original]).strip(),),
    )


def list_slide(page: Page, handbook: Handbook, section: Section, numbered: bool) -> ListSlide:
    """Return a slide with the bold words of a list."""
    return ListSlide(
        kicker=page.title,
        headline=headline(page.statement, handbook.facts.words[page.language.code]["stress"]),
        label=section.title,
        numbered=numbered,
        items=tuple(entry for entry in listed(section).items if entry.lead)[:MOST_ITEMS],
        notes=spoken([without_sources(page.intro), *section_notes(section)]),
    )


def first_list(page: Page) -> Section:
    """Return a page's first section with a list; the rules of decks have made sure that there is one."""
    return next(section for section in page.sections.values() if section.items)


def signs_slide(page: Page, handbook: Handbook) -> SignsSlide:
    """Return the anatomy of a scam; its notes say what the signs mean and tell the true case."""
    words = handbook.facts.words[page.language.code]
    said_more = [line for name in NOTED if name in page.sections for line in section_notes(page.sections[name])]
    return SignsSlide(
        kicker=page.title,
        headline=headline(page.statement, words["stress"]),
        signs_title=words["signs"],
        mock=telephone(page, words),
        notes=spoken([without_sources(page.intro), *said_more]),
    )


def acts_slide(page: Page) -> ActsSlide:
    """Return what not to do and what to do."""
    dont, do, lost = (page.sections[name] for name in ("khong", "hay", "bi-lua"))
    return ActsSlide(
        title=page.title,
        dont=act_list(page, "khong", MAX_DONT),
        do=act_list(page, "hay", MAX_DO),
        notes=spoken([*section_notes(dont), *section_notes(do), *section_notes(lost)]),
    )


def question_slides(asked: list[BookQuestion], handbook: Handbook, code: str) -> Iterator[QuestionSlide]:
    """Yield each question and, on the next slide, its answer."""
    words = handbook.facts.words[code]
    choices = Choices(words["quiz_true"], words["quiz_scam"])
    for number, entry in enumerate(asked, start=1):
        asking = QuestionSlide(
            kind="question",
            kicker=f"{words['quiz']} {number}/{len(asked)}",
            title=entry.text,
            notes=(words["deck_ask"],),
            choices=choices,
            text=entry.text,
            why=entry.why,
            via=entry.via,
            is_scam=entry.is_scam,
        )
        yield asking
        yield replace(asking, kind="answer", title=entry.verdict, notes=(entry.why,))


def ending(handbook: Handbook, code: str) -> EndSlide:
    """Return the last slide; its notes credit the words of a translation."""
    words = handbook.facts.words[code]
    title = said(handbook, code, "book_remember")
    return EndSlide(
        title=title.text,
        title_language=title.language,
        acts=slogan(words).acts,
        hotlines=hotlines(handbook.facts, words),
        notes=spoken([words["deck_together"], words["dial_yourself"], handbook.facts.language(code).credit]),
    )


def slides(deck: Deck, page: Page, handbook: Handbook, scams: list[Page]) -> Iterator[AnySlide]:
    """Yield a deck's slides after the cover in their order; what the language lacks is left out."""
    code = page.language.code
    habits = [found for name in deck.pages if (found := handbook.pages.get((name, code)))]
    asked = [entry for entry in handbook.facts.quiz if entry.id in deck.quiz]
    in_order = sorted(asked, key=lambda entry: deck.quiz.index(entry.id))
    questions = [shown for entry in in_order if (shown := question(entry, handbook, code))]
    for scam in scams:
        yield signs_slide(scam, handbook)
        yield acts_slide(scam)
    for habit in habits:
        yield list_slide(habit, handbook, first_list(habit), numbered=True)
    yield from question_slides(questions, handbook, code)
    for name in deck.situations:
        if situation := handbook.pages.get((situation_page(name), code)):
            yield list_slide(situation, handbook, situation.sections["lam"], numbered=True)
    yield ending(handbook, code)


def deck_sheet(deck: Deck, page: Page, handbook: Handbook, settings: Settings) -> DeckSheet | None:
    """Return a deck in the home page's language, None where none of its scams is translated."""
    code = page.language.code
    scams = [found for name in deck.scams if (found := handbook.pages.get((scam_page(name), code)))]
    if not scams:
        return None
    words, first = handbook.facts.words[code], cover(deck, page, handbook, scams)
    return DeckSheet(
        language=code,
        title=f"{first.title} – {words['campaign']}",
        author=words["campaign"],
        campaign=words["campaign"],
        notices=notices(page, handbook.facts, settings),
        language_tags={each.code: each.speech or each.code for each in handbook.facts.languages},
        reviewed=page.details.reviewed.isoformat(),
        translation_mark=translation_mark(page),
        slides=(first, *slides(deck, page, handbook, scams)),
    )


def deck_sheets(page: Page, handbook: Handbook, settings: Settings) -> Mapping[str, DeckSheet]:
    """Return every deck that the home page's language can have, by its id."""
    made = {deck.id: deck_sheet(deck, page, handbook, settings) for deck in handbook.facts.decks}
    return {name: content for name, content in made.items() if content}
