"""The tables of a Word file and what stands around them, read from the XML as a person sees it on paper.

ECMA-376 part 1, 17: tracked insertions count, deletions do not; what is no plain word is named beside the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element

from camnang.papers.office.markup import child_of, is_on, name_of, value_of
from camnang.papers.office.oddities import Odd, OddKind
from camnang.papers.office.package import Package

# Signs of Word's symbol fonts that people tick with or that autocorrect puts for «-->».
WINGDINGS: Final = {
    0xF0FC: "✓",
    0xF0FE: "☑",
    0xF0FB: "✗",
    0xF0FD: "☒",
    0xF0A8: "☐",
    0xF06F: "☐",
    0xF0E0: "→",
    0xF0DF: "←",
    0xF0E8: "→",
}
SYMBOL_FONTS: Final = ("wingdings", "webdings", "symbol")
SPACES: Final = frozenset({"w:tab", "w:br", "w:cr", "w:p", "w:ptab"})
PASSED_OVER: Final = frozenset(
    {"w:rPr", "w:pPr", "w:tcPr", "w:sdtPr", "w:instrText", "w:delText", "w:rt", "w:softHyphen", "w:sdtEndPr"}
)
GONE: Final = frozenset({"w:del", "w:moveFrom"})
ADDED: Final = frozenset({"w:ins", "w:moveTo"})
WRAPPERS: Final = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", *ADDED})
DRAWN: Final = frozenset({"w:drawing", "w:pict", "w:object", "w:contentPart", "w14:contentPart"})
OWN_KINDS: Final = {"w:tbl": OddKind.TABLE, "m:oMath": OddKind.MATH, "w:altChunk": OddKind.OBJECT}
REFERENCES: Final = {
    "w:commentReference": ("comments", OddKind.COMMENT),
    "w:footnoteReference": ("footnotes", OddKind.NOTE),
    "w:endnoteReference": ("endnotes", OddKind.NOTE),
}


@dataclass(frozen=True)
class Piece:
    """Words, or something odd, or words in an odd look."""

    text: str = ""
    odd: Odd | None = None


@dataclass(frozen=True)
class WordCell:
    """A cell: words, what is odd in it, its place on the table's grid, whether it goes on from the row above."""

    text: str
    odds: tuple[Odd, ...]
    first: int
    width: int
    joined: bool


@dataclass(frozen=True)
class WordTable:
    """A table's rows, those among them left out that are tracked as deleted."""

    rows: tuple[tuple[WordCell, ...], ...]


@dataclass(frozen=True)
class Aside:
    """A paragraph outside the tables; `after` counts the tables above it."""

    text: str
    odds: tuple[Odd, ...]
    after: int


@dataclass(frozen=True)
class WordPage:
    """A whole document."""

    tables: tuple[WordTable, ...]
    asides: tuple[Aside, ...]


@dataclass(frozen=True)
class Look:
    """How a run looks, as far as it changes what its words mean."""

    struck: bool = False
    hidden: bool = False
    symbols: bool = False


def look_of(run: _Element) -> Look:
    """Return how a run looks."""
    properties = child_of(run, "w:rPr")
    if properties is None:
        return Look()
    fonts = child_of(properties, "w:rFonts")
    font = "" if fonts is None else value_of(fonts, "w:ascii") or value_of(fonts, "w:hAnsi")
    struck = is_on(properties, "w:strike") or is_on(properties, "w:dstrike")
    return Look(struck, is_on(properties, "w:vanish"), font.lower().startswith(SYMBOL_FONTS))


def in_look(text: str, look: Look) -> Piece:
    """Return words of a run with what is odd in their look."""
    if look.symbols:
        return signs(text)
    kind = OddKind.STRUCK if look.struck else OddKind.HIDDEN if look.hidden else None
    return Piece(text, Odd(kind, text) if kind and text.strip() else None)


def signs(text: str) -> Piece:
    """Return letters of a symbol font as the signs that are seen."""
    seen = [WINGDINGS.get(ord(letter) | 0xF000) for letter in text if not letter.isspace()]
    known = "".join(sign for sign in seen if sign)
    return Piece(known, Odd(OddKind.SYMBOL, known) if None in seen else None)


def drawn(element: _Element) -> Odd:
    """Return what a drawing is."""
    words = " ".join(
        " ".join(each.text or "" for each in box.iter() if name_of(each) == "w:t")
        for box in element.iter("{*}txbxContent")
    )
    if words.strip():
        return Odd(OddKind.BOX, words)
    return Odd(OddKind.OBJECT if name_of(element) == "w:object" else OddKind.PICTURE)


def plain(element: _Element) -> str:
    """Return all words below an element, deleted ones and those of formulas among them."""
    return "".join(each.text or "" for each in element.iter("{*}t", "{*}delText"))


@dataclass(frozen=True)
class Reader:
    """Reads a document; `remarks` are the words of comments and notes by kind of part and id."""

    remarks: Mapping[tuple[str, str], str]

    def pieces(self, element: _Element, look: Look) -> Iterator[Piece]:
        """Yield what stands below an element."""
        for child in element:
            name = name_of(child)
            if name == "w:t":
                yield in_look(child.text or "", look)
            elif name in SPACES:
                yield Piece(" ")
                yield from self.pieces(child, look)
            elif name == "w:noBreakHyphen":
                yield Piece("-")
            elif name == "w:sym":
                yield signs(chr(int(value_of(child, "w:char") or "0", 16)))
            elif name not in PASSED_OVER:
                yield from self.special(child, name, look)

    def special(self, element: _Element, name: str, look: Look) -> Iterator[Piece]:
        """Yield what an element gives that is neither words nor space."""
        if name in REFERENCES:
            part, kind = REFERENCES[name]
            yield Piece(odd=Odd(kind, self.remarks.get((part, value_of(element, "w:id")), "")))
        elif name in DRAWN:
            yield Piece(odd=drawn(element))
        elif name in OWN_KINDS:
            yield Piece(odd=Odd(OWN_KINDS[name], plain(element)))
        elif name in GONE:
            yield Piece(odd=Odd(OddKind.DELETED, plain(element)))
        elif name in ADDED:
            yield Piece(odd=Odd(OddKind.INSERTED, plain(element)))
            yield from self.pieces(element, look)
        else:
            yield from self.pieces(shown(element, name), look_of(element) if name == "w:r" else look)

    def read(self, element: _Element) -> tuple[str, tuple[Odd, ...]]:
        """Return the words below an element and what is odd, each odd thing once, words in one look together."""
        text, odds = "", list[Odd]()
        for piece in self.pieces(element, Look()):
            text += piece.text
            if piece.odd is None:
                continue
            if odds and odds[-1].kind is piece.odd.kind and piece.odd.kind in {OddKind.STRUCK, OddKind.HIDDEN}:
                odds[-1] = replace(odds[-1], text=odds[-1].text + piece.odd.text)
            else:
                odds.append(piece.odd)
        return text, tuple(dict.fromkeys(odd for odd in odds if odd.text.strip() or odd.kind not in CHANGES))

    def cells(self, row: _Element) -> Iterator[WordCell]:
        """Yield the cells of a row with their places on the grid."""
        properties = child_of(row, "w:trPr")
        first = number_in(properties, "w:gridBefore", 0)
        for cell in flattened(row, "w:tc"):
            own = child_of(cell, "w:tcPr")
            width, merge = number_in(own, "w:gridSpan", 1), None if own is None else child_of(own, "w:vMerge")
            joined = merge is not None and value_of(merge, "w:val") != "restart"
            yield WordCell(*self.read(cell), first, width, joined)
            first += width

    def table(self, table: _Element) -> WordTable:
        """Return a table."""
        rows = (row for row in flattened(table, "w:tr") if not is_deleted(row))
        return WordTable(tuple(tuple(self.cells(row)) for row in rows))


CHANGES: Final = frozenset({OddKind.INSERTED, OddKind.DELETED, OddKind.STRUCK, OddKind.HIDDEN})


def shown(element: _Element, name: str) -> _Element:
    """Return the part of an element that is seen: of two forms the first, of a control its content unless a hint."""
    if name == "mc:AlternateContent":
        return next((each for each in element if name_of(each) == "mc:Choice"), element)
    if name == "w:sdt" and is_on(child_of(element, "w:sdtPr"), "w:showingPlcHdr"):
        return element.makeelement("empty")
    return element


def number_in(properties: _Element | None, name: str, otherwise: int) -> int:
    """Return a number among properties."""
    found = None if properties is None else child_of(properties, name)
    value = "" if found is None else value_of(found, "w:val")
    return int(value) if value.isdigit() else otherwise


def is_deleted(row: _Element) -> bool:
    """Tell whether a row is tracked as deleted."""
    properties = child_of(row, "w:trPr")
    return properties is not None and child_of(properties, "w:del") is not None


def flattened(element: _Element, name: str) -> Iterator[_Element]:
    """Yield the children with a name, those inside content controls too."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in WRAPPERS:
            yield from flattened(child, name)


def blocks(element: _Element) -> Iterator[_Element]:
    """Yield tables and what stands between them."""
    for child in element:
        if name_of(child) in WRAPPERS:
            yield from blocks(child)
        elif name_of(child) not in {"w:sectPr", "w:sdtPr", "w:sdtEndPr"}:
            yield child


def remarks_of(package: Package) -> dict[tuple[str, str], str]:
    """Return the words of comments and notes by kind of part and id."""
    found = {}
    for kind in ("comments", "footnotes", "endnotes"):
        for part in package.of_kind(package.main, kind):
            root = package.root(part)
            for each in () if root is None else root:
                found[kind, value_of(each, "w:id")] = plain(each)
    return found


def word_page(package: Package) -> WordPage:
    """Return a document; raises what broken XML raises: `ValueError`, `KeyError`, `lxml.etree.XMLSyntaxError`."""
    reader, root = Reader(remarks_of(package)), package.root(package.main)
    body = None if root is None else child_of(root, "w:body")
    tables: list[WordTable] = []
    asides = []
    for block in () if body is None else list(blocks(body)):
        if name_of(block) == "w:tbl":
            tables.append(reader.table(block))
            continue
        holder = block.makeelement("holder")
        holder.append(block)
        text, odds = reader.read(holder)
        if text.strip() or odds:
            asides.append(Aside(text, odds, len(tables)))
    return WordPage(tuple(tables), tuple(asides))
