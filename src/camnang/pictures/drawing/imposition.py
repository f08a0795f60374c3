"""A book's pages two on a sheet, in the order in which folded and stapled sheets are read."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

import pikepdf

PAGES_A_SHEET = 4
HALVES = ("/Left", "/Right")


class Side(NamedTuple):
    """One side of a sheet: the pages on its left and right half, counted from 0; None is a page to write on."""

    left: int | None
    right: int | None


def padded(pages: int) -> list[int | None]:
    """Return the pages filled up to whole sheets; the last page stays last, since it is the back cover."""
    numbers: list[int | None] = list(range(pages))
    return [*numbers[:-1], *([None] * (-pages % PAGES_A_SHEET)), *numbers[-1:]]


def saddle_stitch(pages: int) -> tuple[Side, ...]:
    """Return the sides, front and back by turns, from the outermost sheet to the innermost.

    Printed on both sides and turned over the short edge, laid on one another and folded, the sheets
    give the pages in their order.
    """
    order = padded(pages)
    last = len(order) - 1
    sides = []
    for first in range(0, len(order) // 2, 2):
        sides.append(Side(order[last - first], order[first]))
        sides.append(Side(order[first + 1], order[last - first - 1]))
    return tuple(sides)


def half(width: float, height: float, left: bool) -> pikepdf.Rectangle:
    """Return the left or the right half of a sheet, in pt."""
    middle = width / 2
    return pikepdf.Rectangle(0, 0, middle, height) if left else pikepdf.Rectangle(middle, 0, width, height)


def place(target: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, name: str, box: pikepdf.Rectangle) -> None:
    """Draw a page into a box of a sheet (pikepdf's own overlay names its pieces by chance)."""
    drawn = target.copy_foreign(page.as_form_xobject())
    key = sheet.add_resource(drawn, pikepdf.Name.XObject, pikepdf.Name(name))
    sheet.contents_add(sheet.calc_form_xobject_placement(drawn, key, box))


def describe(target: pikepdf.Pdf, source: pikepdf.Pdf, title: str) -> None:
    """Carry the book's language and keywords over and say in the title what the sheets are."""
    if "/Lang" in source.Root:
        target.Root.Lang = str(source.Root.Lang)
    target.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge)
    target.docinfo[pikepdf.Name.Title] = title
    if pikepdf.Name.Keywords in source.docinfo:
        target.docinfo[pikepdf.Name.Keywords] = str(source.docinfo[pikepdf.Name.Keywords])


def impose(book: bytes, blank: Callable[[], bytes], width: float, height: float, title: str) -> bytes:
    """Return the sheets of `width` × `height` pt that give `book` when they are folded.

    `blank` makes the one-page PDF for pages that fill the last sheet. Tags are lost: a page is drawn as a
    picture of itself, and two pages on one side have no reading order of their own.
    """
    with pikepdf.open(BytesIO(book)) as source, pikepdf.new() as target:
        sides = saddle_stitch(len(source.pages))
        if any(None in side for side in sides):
            with pikepdf.open(BytesIO(blank())) as empty:
                source.pages.extend(empty.pages)
        for side in sides:
            sheet = target.add_blank_page(page_size=(width, height))
            for number, name in zip(side, HALVES, strict=True):
                page = source.pages[-1 if number is None else number]
                place(target, sheet, page, name, half(width, height, name == HALVES[0]))
        describe(target, source, title)
        out = BytesIO()
        target.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()
