"""Slides that a teacher can edit: what `design/deck.typ` tells of itself, written as PPTX part by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from camnang.files.zip_archive import repacked
from camnang.handbook.facts.formats import Format
from camnang.pictures.drawing import engine, raster
from camnang.pictures.sheets.deck import DeckSheet
from camnang.pictures.sheets.parts import Telephone
from camnang.pictures.sheets.values import Sheet, as_json
from camnang.pictures.slides.parts import Art, Border, Picture, laid_out
from camnang.pictures.slides.shapes import Easel, put
from camnang.pictures.slides.theme import themed

TITLE_ONLY = 5  # the layout of python-pptx's template that has a title and nothing else
PIXELS = 2.65  # px a pt: a telephone is 640 px wide
ART_KEPT = 256  # pictures of some 20 KB: the decks of a language show the same telephones and signs


@dataclass(frozen=True, kw_only=True)
class ArtSheet(Sheet):
    """What `deck-art.typ` draws, see `parts.Art`."""

    art: str
    mock: Telephone | None
    side: str | None
    act: str | None


def art_sheet(art: Art, language: str) -> ArtSheet:
    """Return a drawing of a slide as a sheet."""
    return ArtSheet(
        language=language, title="deck-art", author="", art=art.art, mock=art.mock, side=art.side, act=art.act
    )


@lru_cache(maxsize=ART_KEPT)
def drawn_art(design: Path, state: int, width: int, height: int, data: str) -> bytes:
    """Draw the layout `deck-art` as PNG, `width` × `height` px large, once for all decks that show it."""
    form = Format(
        id="deck-art",
        name={"vi": "Hình của trang chiếu"},
        layout="deck-art",
        width=f"{width}px",
        height=f"{height}px",
        file_format="png",
        pages=(),
        max_kilobytes=300,
    )
    return raster.quantised_png(raster.painted(engine.draw_bare(design, form, data)))


def art(design: Path, state: int, part: Picture | Border) -> bytes:
    """Draw a picture of a slide as PNG; `state` names the layouts' state, see `engine.layouts_state`."""
    data = as_json(art_sheet(part.art, part.language))
    return drawn_art(design, state, round(part.width * PIXELS), round(part.height * PIXELS), data)


def describe(presentation: Any, content: DeckSheet) -> None:  # noqa: ANN401
    """Set the file's properties; its dates are those of the page, so that the same deck gives the same bytes."""
    properties = presentation.core_properties
    reviewed = datetime.fromisoformat(content.reviewed).replace(tzinfo=UTC)
    properties.title, properties.author, properties.language = (
        content.title,
        content.author,
        content.language,
    )
    properties.keywords = content.translation_mark
    properties.last_modified_by, properties.revision = content.author, 1
    properties.created = properties.modified = reviewed.replace(tzinfo=None)


def pptx_bytes(content: DeckSheet, form: Format, design: Path) -> bytes:
    """Return a deck as PPTX; raise `engine.FitError` for a text that does not fit its box."""
    told, tags = laid_out(as_json(content), form, design), content.language_tags
    draw = partial(art, design, engine.layouts_state(design))
    presentation = themed(form.size, told, draw(told.border), tags)
    for number, each in enumerate(content.slides, start=1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
        for part in told.slides[number]:
            put(Easel(slide, tags, draw), part)
        slide.notes_slide.notes_text_frame.text = "\n".join(each.notes)
    describe(presentation, content)
    out = BytesIO()
    presentation.save(out)
    return repacked(out.getvalue())
