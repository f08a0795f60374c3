"""The structure tree of a tagged PDF: which mark belongs to which element (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

Place = tuple[int, int]  # page from 0, MCID


@dataclass(frozen=True)
class Element:
    """One element: its role with those above it, the marks that stand directly in it, its alternative text."""

    role: str
    above: tuple[str, ...]
    marks: tuple[Place, ...]
    alt: str
    empty: bool


def as_list(kids: pikepdf.Object | None) -> list[pikepdf.Object]:
    """Return /K as a list: it may be missing, one thing or several."""
    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]


def is_element(kid: pikepdf.Object) -> bool:
    """Tell whether a kid is an element and no mark, which is a number or a /MCR."""
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def mark_of(kid: pikepdf.Object, page: int, pages: dict[tuple[int, int], int]) -> Place | None:
    """Return a mark that a kid names, None for a reference to an object."""
    if isinstance(kid, pikepdf.Dictionary):
        named = pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
        return (named, int(kid.MCID)) if "/MCID" in kid else None
    return page, int(kid)


def walked(
    node: pikepdf.Object, above: tuple[str, ...], page: int, pages: dict[tuple[int, int], int]
) -> Iterator[Element]:
    """Yield an element and all below it, in reading order."""
    here = pages.get(node.Pg.objgen, page) if "/Pg" in node else page
    kids = as_list(node.get("/K"))
    role = str(node.S)
    found = (mark_of(kid, here, pages) for kid in kids if not is_element(kid))
    yield Element(role, above, tuple(mark for mark in found if mark), str(node.get("/Alt", "")), not kids)
    for kid in kids:
        if is_element(kid):
            yield from walked(kid, (*above, role), here, pages)


def elements_of(pdf: pikepdf.Pdf) -> tuple[Element, ...]:
    """Return every element in reading order, none when the PDF is not tagged."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return ()
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    tops = (kid for kid in as_list(root.get("/K")) if is_element(kid))
    return tuple(element for top in tops for element in walked(top, (), 0, pages))


def picture_marks(elements: tuple[Element, ...]) -> frozenset[Place]:
    """Return the marks inside figures: words that are part of a picture, told by its alternative text."""
    inside = (element for element in elements if "/Figure" in (*element.above, element.role))
    return frozenset(mark for element in inside for mark in element.marks)
