"""What the layout tells is what it draws."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from pydantic import ValidationError

from camnang.handbook.project import Project
from camnang.pictures.drawing import engine
from camnang.pictures.quality.glyph_boxes import glyphs_of, text_of, words_of
from camnang.pictures.sheets.deck import DeckSheet
from camnang.pictures.sheets.values import as_json
from camnang.pictures.slides.parts import PARTS, Art, Layout, Picture, Shown, Words, laid_out
from camnang.pictures.slides.slides import art_sheet
from camnang.pictures.slides.theme import ROLES
from tests.pictures.slides.made_up import SLIDES

WIDTH, HEIGHT = (side / 25.4 * 72 for side in SLIDES.size)
SLACK = 0.01  # pt, of sums of floating point


@pytest.fixture(scope="module")
def told(decked: Project, deck: DeckSheet) -> Layout:
    return laid_out(as_json(deck), SLIDES, decked.design)


def shown(told: Layout) -> list[Shown]:
    return [part for parts in told.slides.values() for part in parts]


def words(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text).casefold())


def drawn_words(pdf: bytes, page: int) -> Counter[str]:
    """Return the letters that a page shows, those of decoration left out."""
    glyphs = (glyph for glyph in glyphs_of(pdf) if glyph.page == page and not glyph.artifact)
    return words("".join(text_of(word) for word in words_of(glyphs)))


def screen_words(part: Picture, project: Project) -> Counter[str]:
    """Return the letters of a telephone's screen: slides that are edited show it as a picture."""
    form = SLIDES.model_copy(update={"layout": "deck-art", "width": f"{part.width}pt", "height": f"{part.height}pt"})
    data = as_json(art_sheet(part.art, "vi"))
    return drawn_words(engine.draw_pdf(project.design, form, data), 0)


def told_words(parts: tuple[Shown, ...]) -> Counter[str]:
    runs = (run for part in parts if isinstance(part, Words) for told in part.paragraphs for run in told.runs)
    return words("".join(run.text for run in runs))


def test_each_slide_tells_every_word_that_its_page_shows(decked: Project, deck: DeckSheet, told: Layout) -> None:
    pdf = engine.draw_pdf(decked.design, SLIDES, as_json(deck))
    foot = words("".join([*deck.notices, deck.campaign]))
    # Between two notices stands a dot, and the PDF numbers the items of its lists with decoration.
    for number, parts in told.slides.items():
        pictures = [part for part in parts if isinstance(part, Picture)]
        screens = [screen_words(part, decked) for part in pictures if part.art.art == "telephone"]
        drawn = drawn_words(pdf, number - 1) - foot
        for screen in screens:
            drawn -= screen
        drawn.pop("·", None)
        badges = words("".join(part.number for part in parts if part.kind == "disc"))
        assert told_words(parts) + badges == drawn, f"slide {number} of the PPTX and page {number} of the PDF"


def test_every_box_stands_on_its_slide(told: Layout) -> None:
    for part in shown(told):
        assert part.x >= -SLACK, part
        assert part.y >= -SLACK, part
        assert part.x + part.width <= WIDTH + SLACK, part
        assert part.y + part.height <= HEIGHT + SLACK, part


def test_each_slide_tells_one_title(deck: DeckSheet, told: Layout) -> None:
    assert sorted(told.slides) == list(range(1, len(deck.slides) + 1))
    for number, parts in told.slides.items():
        titles = [part for part in parts if isinstance(part, Words) and part.title]
        assert len(titles) == 1, f"slide {number} has {len(titles)} titles"


def test_every_colour_that_is_told_is_one_of_the_theme(told: Layout) -> None:
    named = [getattr(part, field, None) for part in shown(told) for field in ("colour", "fill", "line", "ink")]
    assert {name for name in named if name} - set(ROLES) == set()


def test_a_layout_that_tells_what_nobody_writes_is_a_fault(decked: Project, deck: DeckSheet) -> None:
    told = engine.told_parts(decked.design, SLIDES, as_json(deck))
    with pytest.raises(ValidationError, match="film"):
        PARTS.validate_json(told.replace('"kind": "panel"', '"kind": "film"'))


def test_drawings_that_are_not_asked_tell_nothing(decked: Project, deck: DeckSheet) -> None:
    form = SLIDES.model_copy(update={"layout": "deck-art", "width": "90pt", "height": "90pt"})
    data = as_json(art_sheet(Art(art="dont"), "vi"))
    assert engine.told_parts(decked.design, form, data) == "[]"
