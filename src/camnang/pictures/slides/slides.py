"""Slides that a teacher can edit: the deck of `deck.py` as PPTX, the same words at the same places as `deck.typ`."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.enum.text import PP_ALIGN

from camnang.files.zip_archive import repacked
from camnang.handbook.facts.formats import Format
from camnang.pictures.drawing import engine, raster
from camnang.pictures.sheets.values import Sheet, as_json
from camnang.pictures.slides.shapes import (
    BETWEEN_ITEMS,
    CROSSES,
    HANGING,
    NUMBERS,
    TICKS,
    Place,
    Style,
    put_badge,
    put_list,
    put_panel,
    put_picture,
    put_text,
    put_title,
)
from camnang.pictures.slides.text_measure import PITCH, SPARE, Fitted, fits, fitting_size, line_count
from camnang.pictures.slides.theme import (
    BORDER_HEIGHT,
    CREAM,
    FOOT_HEIGHT,
    GOLD,
    GREEN,
    INDIGO,
    MARGIN,
    RED,
    WHITE,
    points,
    themed,
)

TITLE_ONLY = 5  # the layout of python-pptx's template that has a title and nothing else
PIXELS = 5  # px a step of the grid: a telephone is 640 px wide
ART_KEPT = 256  # pictures of some 20 KB: the decks of a language show the same telephones and signs
WIDE, END = 480, 270 - FOOT_HEIGHT
INNER = WIDE - 2 * MARGIN
KICKER = Place(MARGIN, 12, 180, 20)  # room for two lines of a long title
COLUMN_TOP = 34
# The least size that the last row of a classroom reads: 1/25 of the slide's height, in pt.
LEAST = points(270 / 25)


@dataclass(frozen=True)
class Easel:
    """One slide with what all of its parts need; `state` names the layouts' state, see `engine.layouts_state`."""

    slide: Any
    content: Sheet
    language: str
    design: Path
    state: int

    def size(self, block: str, boxes: list[Fitted], largest: float, least: float = LEAST) -> float:
        """Return the size in pt at which all `boxes` fit; raise `FitError`."""
        return fitting_size(block, boxes, largest, least, self.design)

    def art(self, content: Sheet, width: float, height: float) -> bytes:
        """Draw a telephone or a sign as PNG, `width` × `height` steps large."""
        return art(self.design, self.state, content, width, height)

    def style(self, size: float, **options: Any) -> Style:  # noqa: ANN401
        """Return a style in the slide's language."""
        return Style(size, **{"language": self.language} | options)


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


def art(design: Path, state: int, content: Sheet, width: float, height: float) -> bytes:
    """Draw a telephone, a sign or the border as PNG, `width` × `height` steps large."""
    named = {"title": "deck-art", "author": "", "language": "vi"} | content
    return drawn_art(design, state, round(width * PIXELS), round(height * PIXELS), as_json(named))


def plain_title(text: str) -> list[list[Sheet]]:
    """Return a title without stressed words."""
    return [[{"text": text, "stress": False}]]


def kicker(easel: Easel, width: float = INNER) -> None:
    """Put the small gold line above the title."""
    place = KICKER._replace(width=width)
    size = easel.size("kicker", [place.fitted(easel.content["kicker"])], 20, 12)
    put_text(easel.slide, place, easel.content["kicker"], easel.style(size, colour=GOLD))


def telephone(easel: Easel, place: Place) -> None:
    """Put the scam's screen on the slide, with its words as alternative text."""
    mock = easel.content["mock"]
    drawn = easel.art({"art": "telephone", "mock": mock, "language": easel.language}, place.width, place.height)
    put_picture(easel.slide, place, drawn, mock["alt"])


def column_title(easel: Easel, width: float, end: float = END - 10, largest: float = 60) -> None:
    """Put the one message left, as large as it goes."""
    place = Place(MARGIN, COLUMN_TOP, width, end - COLUMN_TOP)
    text = easel.content["title"]
    # Stressed words stand in capitals, which are wider.
    phrases = easel.content.get("headline") or plain_title(text)
    shown = " ".join(
        part["text"].upper() if part["stress"] else part["text"] for phrase in phrases for part in phrase
    )
    size = easel.size("headline", [place.fitted(shown)], largest, 24)
    put_title(
        easel.slide, place, easel.style(size, language=easel.content.get("title_language", easel.language)), phrases
    )


def acts_row(easel: Easel, top: float, height: float, largest: float) -> None:
    """Put the campaign's three acts on the gold band."""
    third = INNER / 3
    boxes = [Place(MARGIN + i * third + height + 5, top, third - height - 10, height) for i in range(3)]
    acts = easel.content["acts"]
    size = easel.size("slogan", [box.fitted(act["text"]) for box, act in zip(boxes, acts, strict=True)], largest, 14)
    for box, act in zip(boxes, acts, strict=True):
        sign = easel.art({"art": "act", "act": act["art"]}, 48, 48)
        put_picture(easel.slide, Place(box.x - height - 5, top, height, height), sign, "")
        put_text(easel.slide, box, act["text"], easel.style(size, colour=INDIGO))


def cover(easel: Easel) -> None:
    """Draw the first slide."""
    phone, band = 128, 44
    put_panel(easel.slide, Place(0, END - band, WIDE, band), GOLD, round_by=0)
    kicker(easel, INNER - phone - 20)
    column_title(easel, INNER - phone - 22, END - band - 8, largest=66)
    telephone(easel, Place(WIDE - MARGIN - phone, BORDER_HEIGHT + 8, phone, END - band - BORDER_HEIGHT - 8))
    acts_row(easel, END - band + 6, band - 12, 28)


def signs(easel: Easel) -> None:
    """Draw a scam's anatomy: message, telephone, numbered flags."""
    column, phone = 170, 128
    flags = [line for line in easel.content["mock"]["lines"] if line["flag"]]
    left = MARGIN + column + 12
    words = left + phone + 14
    top = BORDER_HEIGHT + 34
    each = (END - 10 - top) / len(flags)
    boxes = [Place(words + 20, top + i * each, WIDE - MARGIN - words - 20, each) for i in range(len(flags))]
    kicker(easel, column)
    column_title(easel, column)
    telephone(easel, Place(left, BORDER_HEIGHT + 8, phone, END - BORDER_HEIGHT - 8))
    heading = Place(words, BORDER_HEIGHT + 10, WIDE - MARGIN - words, 18)
    label = easel.content["signs_title"]
    put_text(
        easel.slide, heading, label, easel.style(easel.size("sign", [heading.fitted(label)], 22, 12), colour=GOLD)
    )
    size = easel.size("sign", [box.fitted(flag["flag"]) for box, flag in zip(boxes, flags, strict=True)], 27, 16)
    number = easel.style(16, align=PP_ALIGN.CENTER)
    for box, flag in zip(boxes, flags, strict=True):
        put_badge(easel.slide, Place(words, box.y + each / 2 - 7.5, 15, 15), flag["number"], number, RED)
        put_text(easel.slide, box, flag["flag"], easel.style(size))


def list_size(easel: Easel, lists: list[tuple[Place, list[str]]], largest: float) -> float:
    """Return the size at which lists stand in their boxes with air between their lines; brothers share it."""
    for step in range(int(largest - LEAST) + 1):
        size = largest - step
        if all(list_height(words, place, size, easel.design) <= points(place.height) for place, words in lists):
            return size
    place, words = lists[0]
    each = Place(0, 0, place.width - HANGING * LEAST / points(1), place.height / len(words))
    return easel.size("list", [each.fitted(text) for text in words], LEAST)


def list_height(words: list[str], place: Place, size: float, design: Path) -> float:
    """Return how high a list is in pt, set in `size`; infinite where a word is wider than the box."""
    room = points(place.width) - HANGING * size
    lines = sum(line_count(text, room * SPARE / size, design) for text in words)
    whole = all(fits(Fitted(text, room, math.inf), size, design) for text in words)
    return (lines * PITCH + (len(words) - 1) * BETWEEN_ITEMS) * size if whole else math.inf


def put_mark(easel: Easel, place: Place, kind: str) -> None:
    """Put a cross or a tick on its ground."""
    put_picture(easel.slide, place, easel.art({"art": kind}, 48, 48), "")


def acts_panel(easel: Easel, place: Place, kind: str, size: float) -> None:
    """Put one panel of acts: a head of its colour with mark and label, the list under it."""
    colour, marks = (RED, CROSSES) if kind == "dont" else (GREEN, TICKS)
    part = easel.content[kind]
    label = easel.style(30)
    put_panel(easel.slide, place._replace(height=30), colour, round_by=0.1)
    put_panel(easel.slide, place, WHITE, line=colour)
    put_mark(easel, Place(place.x + 10, place.y + 6, 18, 18), kind)
    put_text(easel.slide, Place(place.x + 34, place.y, place.width - 44, 30), part["label"], label)
    words = [(item, easel.language) for item in part["items"]]
    put_list(easel.slide, list_place(place), words, easel.style(size, colour=INDIGO), marks)


def list_place(panel: Place) -> Place:
    """Return where a panel's list stands."""
    return Place(panel.x + 10, panel.y + 34, panel.width - 20, panel.height - 40)


def acts(easel: Easel) -> None:
    """Draw what not to do and what to do."""
    half, top = (INNER - 14) / 2, 52
    panels = {
        kind: Place(MARGIN + number * (half + 14), top, half, END - top - 6)
        for number, kind in enumerate(("dont", "do"))
    }
    title = Place(MARGIN, 18, INNER, 28)
    size = list_size(easel, [(list_place(panel), easel.content[kind]["items"]) for kind, panel in panels.items()], 34)
    for kind, panel in panels.items():
        acts_panel(easel, panel, kind, size)
    title_size = easel.size("title", [title.fitted(easel.content["title"])], 36, 16)
    put_title(easel.slide, title, easel.style(title_size), plain_title(easel.content["title"]))


def listing(easel: Easel) -> None:
    """Draw a message with a numbered list."""
    column = 152
    panel = Place(MARGIN + column + 14, BORDER_HEIGHT + 8, INNER - column - 14, END - BORDER_HEIGHT - 10)
    inner = Place(panel.x + 12, panel.y + 28, panel.width - 24, panel.height - 34)
    items = easel.content["items"]
    size = list_size(easel, [(inner, [item["lead"] for item in items])], 36)
    put_panel(easel.slide, panel, CREAM)
    kicker(easel, column)
    column_title(easel, column, largest=54)
    label = Place(inner.x, panel.y + 6, inner.width, 20)
    put_text(easel.slide, label, easel.content["label"], easel.style(22, colour=INDIGO))
    words = [(item["lead"], item["language"]) for item in items]
    put_list(easel.slide, inner, words, easel.style(size, colour=INDIGO), NUMBERS)


def choice(easel: Easel, place: Place, text: str, kind: str) -> None:
    """Put one of the two answers on a coloured button."""
    put_panel(easel.slide, place, RED if kind == "dont" else GREEN, round_by=0.16)
    put_mark(easel, Place(place.x + place.width * 0.2, place.y + 11, 26, 26), kind)
    words = Place(place.x + place.width * 0.2 + 36, place.y, place.width * 0.8 - 42, place.height)
    put_text(easel.slide, words, text, easel.style(easel.size("choice", [words.fitted(text)], 44, 20)))


def question(easel: Easel) -> None:
    """Draw a message to judge."""
    bubble = Place(MARGIN, 60, INNER, END - 60 - 68)
    title = Place(bubble.x + 18, bubble.y + 8, bubble.width - 36, bubble.height - 16)
    words = f"«{easel.content['text']}»"
    half = (INNER - 16) / 2
    kicker(easel)
    put_text(easel.slide, Place(MARGIN, 34, INNER, 18), easel.content["via"], easel.style(22))
    put_panel(easel.slide, bubble, WHITE, round_by=0.1)
    size = easel.size("question", [title.fitted(words)], 48, 22)
    put_title(easel.slide, title, easel.style(size, colour=INDIGO), plain_title(words))
    choices = easel.content["choices"]
    choice(easel, Place(MARGIN, END - 56, half, 48), choices["true"], "do")
    choice(easel, Place(MARGIN + half + 16, END - 56, half, 48), choices["scam"], "dont")


def answer(easel: Easel) -> None:
    """Draw the verdict and why."""
    side, top = 150, 38
    kind = "dont" if easel.content["is_scam"] else "do"
    left, width = MARGIN + side + 18, INNER - side - 18
    bubble = Place(left, top, width, 62)
    said, why = f"«{easel.content['text']}»", Place(left, top + 70, width, END - top - 80)
    kicker(easel)
    put_panel(easel.slide, Place(MARGIN, top, side, END - top - 10), RED if kind == "dont" else GREEN)
    put_mark(easel, Place(MARGIN + side / 2 - 37, top + 32, 74, 74), kind)
    verdict = Place(MARGIN + 6, top + 118, side - 12, 60)
    size = easel.size("answer", [verdict.fitted(easel.content["title"])], 60, 24)
    put_title(easel.slide, verdict, easel.style(size, align=PP_ALIGN.CENTER), plain_title(easel.content["title"]))
    put_panel(easel.slide, bubble, WHITE, round_by=0.15)
    inner = Place(bubble.x + 12, bubble.y + 4, bubble.width - 24, bubble.height - 8)
    put_text(easel.slide, inner, said, easel.style(easel.size("answer", [inner.fitted(said)], 24, 13), colour=INDIGO))
    why_size = easel.size("answer", [why.fitted(easel.content["why"])], 38, 18)
    put_text(easel.slide, why, easel.content["why"], easel.style(why_size))


def ending(easel: Easel) -> None:
    """Draw the three acts and whom to call."""
    lines = easel.content["hotlines"]
    strip = END - 72
    put_panel(easel.slide, Place(0, BORDER_HEIGHT, WIDE, strip - BORDER_HEIGHT), GOLD, round_by=0)
    title = Place(MARGIN, BORDER_HEIGHT + 8, INNER, 26)
    size = easel.size("title", [title.fitted(easel.content["title"])], 32, 16)
    language = easel.content["title_language"]
    put_title(
        easel.slide, title, easel.style(size, colour=INDIGO, language=language), plain_title(easel.content["title"])
    )
    acts_row(easel, 78, 60, 36)
    cells = [(lines["main"], MARGIN), (lines["child"], MARGIN + 168)]
    for line, x in cells:
        number = Place(x, strip + 6, 88, 60)
        size = easel.size("hotlines", [number.fitted(line["number"])], 64, 40)
        put_text(easel.slide, number, line["number"], easel.style(size, colour=GOLD))
        words = f"{line['label']}\n{line['detail']}"
        box = Place(x + 92, strip + 6, 72, 60)
        put_text(easel.slide, box, words, easel.style(easel.size("hotlines", [box.fitted(words)], 18, 11)))
    places = "\n".join(f"{place['label']}: {place['detail']}" for place in lines["places"])
    box = Place(MARGIN + 340, strip + 6, INNER - 340, 60)
    put_text(easel.slide, box, places, easel.style(easel.size("hotlines", [box.fitted(places)], 18, 11)))


SLIDES: Mapping[str, Callable[[Easel], None]] = {
    "cover": cover,
    "signs": signs,
    "acts": acts,
    "list": listing,
    "question": question,
    "answer": answer,
    "end": ending,
}


def describe(presentation: Any, content: Sheet) -> None:  # noqa: ANN401
    """Set the file's properties; its dates are those of the page, so that the same deck gives the same bytes."""
    properties = presentation.core_properties
    reviewed = datetime.fromisoformat(content["reviewed"]).replace(tzinfo=UTC)
    properties.title, properties.author, properties.language = (
        content["title"],
        content["author"],
        content["language"],
    )
    properties.last_modified_by, properties.revision = content["author"], 1
    properties.created = properties.modified = reviewed.replace(tzinfo=None)


def pptx_bytes(content: Sheet, design: Path) -> bytes:
    """Return a deck as PPTX; raise `FitError` for a text that does not fit its box."""
    state = engine.layouts_state(design)
    presentation = themed(content, art(design, state, {"art": "brocade"}, WIDE, BORDER_HEIGHT))
    for each in content["slides"]:
        slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
        SLIDES[each["kind"]](Easel(slide, each, content["language"], design, state))
        slide.notes_slide.notes_text_frame.text = "\n".join(each["notes"])
    describe(presentation, content)
    out = BytesIO()
    presentation.save(out)
    return repacked(out.getvalue())
