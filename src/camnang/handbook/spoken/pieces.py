"""The sentences of a page that may be read aloud, the act before the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.words import RULE
from camnang.handbook.pages.blocks import bold_beginning, is_in, items_in, words_of
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Page, Section
from camnang.handbook.spoken.spoken_text import can_be_spoken, closed, sentences, syllables, vietnamese_for_the_ear

UNTITLED_SECTIONS = frozenset({"khong", "hay", "lam"})
# Bold words are chosen before what explains them; what to say to whom comes after both.
LEAD_RANK, REST_RANK = 0, 1
WHOLE_SECTIONS = frozenset({"noi"})


@dataclass(frozen=True)
class Piece:
    """A sentence for the ear; low ranks are chosen first, and never without the piece at the place `after`."""

    text: str
    rank: int
    after: int | None = None

    @property
    def cost(self) -> int:
        """How many syllables it takes."""
        return syllables(self.text)


def for_the_ear(sentence: str, page: Page, facts: Facts) -> str:
    """Return a sentence as it is said; figures of other languages than Vietnamese stay for the sheet to mark."""
    vietnamese = page.language == facts.original
    return closed(vietnamese_for_the_ear(sentence, facts.hotlines.allowed) if vietnamese else sentence)


def own_items(section: Section, code: str) -> Iterator[tuple[str, str]]:
    """Yield (bold lead, whole text) of each list item that is in the page's own language."""
    items = (item for item in items_in(section.blocks) if is_in(item, code))
    return ((bold_beginning(item), words_of(item)) for item in items)


def spoken_sentences(texts: Iterator[str], page: Page, facts: Facts) -> Iterator[str]:
    """Yield sentences for the ear up to the first that cannot be read aloud."""
    for text in texts:
        sentence = for_the_ear(text, page, facts)
        if not can_be_spoken(sentence):
            return
        yield sentence


def titled(title: str, sentence: str) -> str:
    """Return a sentence with the heading it belongs under."""
    return f"{title} {sentence}" if title.endswith((".", "!", "?", ":")) else f"{title}: {sentence}"


def item_pieces(lead: str, text: str, page: Page, facts: Facts, whole: bool) -> list[tuple[str, int]]:
    """Return the sentences of one list item with their ranks; `whole` items are taken in one or not at all."""
    if whole:
        joined = [for_the_ear(text, page, facts)]
        return [(each, REST_RANK) for each in joined if can_be_spoken(each)]
    bold = max(1, sum(1 for _ in sentences(lead)))
    spoken = spoken_sentences(sentences(text), page, facts)
    return [(sentence, LEAD_RANK if place < bold else REST_RANK) for place, sentence in enumerate(spoken)]


def section_pieces(section: Section, page: Page, facts: Facts, place: int) -> list[Piece]:
    """Return a section's pieces; `place` is that of its first piece in the whole."""
    found: list[Piece] = []
    says_title = section.id not in UNTITLED_SECTIONS
    title = for_the_ear(section.title, page, facts).removesuffix(".")
    for lead, text in own_items(section, page.language.code):
        before = place if says_title and found else None
        for sentence, rank in item_pieces(lead, text, page, facts, section.id in WHOLE_SECTIONS):
            said = titled(title, sentence) if says_title and not found else sentence
            found.append(Piece(said, rank, before))
            before = place + len(found) - 1
    return found


def opening_pieces(page: Page, facts: Facts) -> list[Piece]:
    """Return title and statement; a page without spoken sections of its kind adds the sentences after them."""
    told = not KINDS[page.kind].spoken
    texts = [page.title, *sentences(page.statement), *(sentences(page.intro) if told else ())]
    spoken = (for_the_ear(text, page, facts) for text in texts if text)
    return [Piece(text, LEAD_RANK) for text in spoken if can_be_spoken(text)]


def page_pieces(page: Page, facts: Facts) -> tuple[Piece, ...]:
    """Return all pieces of a page in the order in which they are read."""
    found = opening_pieces(page, facts)
    for name in KINDS[page.kind].spoken or tuple(page.sections):
        if name in page.sections:
            found += section_pieces(page.sections[name], page, facts, len(found))
    return tuple(found)


def closing(page: Page, facts: Facts) -> tuple[str, ...]:
    """Return the campaign's rule in the page's language; a language without the words has none."""
    words = facts.words[page.language.code]
    return tuple(for_the_ear(words[key], page, facts) for key in RULE if words.has(key))
