"""A deck of the tiny handbook, laid out and written."""

from __future__ import annotations

from camnang.handbook.facts.formats import Format
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.sheets.deck import AnySlide, DeckSheet, ListSlide, SignsSlide, deck_sheets

DECKS = """
- id: cho-ba
  title: {vi: Bà không mắc lừa, tyz: Cần ké}
  opening: {vi: Cháu chào bà.}
  scams: [goi-la]
  quiz: [goi-doa]
  situations: [dang-bi-goi]
"""
SLIDES = Format(
    id="chieu",
    name={"vi": "Trình chiếu"},
    layout="deck",
    width="320mm",
    height="180mm",
    file_format="pptx",
    pages=("home",),
    max_kilobytes=800,
)


def with_deck(project: Project, decks: str = DECKS) -> Project:
    """Give a handbook its decks."""
    (project.root / "data/decks.yml").write_text(decks, encoding="utf-8")
    return project


def title_of(slide: AnySlide) -> str:
    """Return what a slide is called: its message, or its name."""
    if isinstance(slide, ListSlide | SignsSlide):
        return " ".join("".join(run.text for run in phrase) for phrase in slide.headline)
    return slide.title


def deck_of(project: Project) -> DeckSheet:
    """Return what the deck of a handbook says in Vietnamese."""
    handbook = read_handbook(project)
    return deck_sheets(handbook.pages["", "vi"], handbook, read_settings(project))["cho-ba"]
