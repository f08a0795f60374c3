"""The sheets of an Excel file as cells, joined ranges and what lies upon them; nothing is computed or followed.

Read straight from the XML (ECMA-376 part 1, 18): styles, charts and other decorations that programs write each in
its own way cannot stop it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Final

from lxml import etree
from lxml.etree import _Element
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string as column_number
from openpyxl.utils.cell import coordinate_from_string, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel, from_ISO8601

from camnang.papers.office.file_kinds import OfficeFileError
from camnang.papers.office.markup import child_of, is_on, name_of, value_of
from camnang.papers.office.package import Package

MOST_SPANS: Final = 300
ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ECMA-376 part 1, 22.9.2.19
NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2
THREADED: Final = "[Threaded comment]"  # what newer programs leave for older ones
PICTURES: Final = {
    "xdr:pic": "hình",
    "xdr:sp": "hình vẽ hay hộp chữ",
    "xdr:graphicFrame": "biểu đồ",
    "xdr:cxnSp": "nét vẽ",
}


@dataclass(frozen=True)
class GridCell:
    """A cell's value; `formula` tells that it counts or is an error, `struck` that words of it are crossed out."""

    value: object
    row: int
    column: int
    formula: bool = False
    struck: str = ""

    @property
    def place(self) -> str:
        """The cell's name: «D12»."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True)
class Span:
    """A joined range, counted from 1, both ends included."""

    name: str
    first_column: int
    first_row: int
    last_column: int
    last_row: int

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is in the range."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True)
class Laid:
    """Something that lies on a sheet: what it is, at which cell («» where nobody knows), and its words."""

    what: str
    place: str
    text: str


@dataclass(frozen=True)
class SheetGrid:
    """A sheet: its cells by row and column, its joined ranges, what is hidden, and what lies on it.

    `state` is visible, hidden or veryHidden; `last_row` the last row that the file has, empty or not; `beyond` the
    cells with words outside the rows and columns that are read.
    """

    title: str
    state: str = "visible"
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    last_row: int = 0
    beyond: tuple[GridCell, ...] = ()
    laid: tuple[Laid, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether the sheet is out of sight."""
        return self.state != "visible"

    def at(self, row: int, column: int) -> GridCell:
        """Return a cell; an empty one where nothing is written."""
        return self.cells.get((row, column), GridCell(None, row, column))


@dataclass(frozen=True)
class Reach:
    """How many rows and columns are read; a sheet whose last cell was coloured may claim a million."""

    rows: int
    columns: int

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is read."""
        return row <= self.rows and column <= self.columns


@dataclass(frozen=True)
class Words:
    """Words of a cell, and those of them that are crossed out."""

    text: str
    struck: str = ""


def unescaped(text: str) -> str:
    """Return words with the letters that Excel writes as «_x000D_»; what XML may not hold becomes U+FFFD."""
    if "_x" not in text:
        return text
    units = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    letters = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return NO_XML.sub("\ufffd", letters)


def words_of(element: _Element | None) -> Words:
    """Return the words of a string, rich or not; how they are spoken (18.4.6) is left out."""
    text, struck = "", ""
    for child in () if element is None else element:
        if name_of(child) == "x:t":
            text += child.text or ""
        elif name_of(child) == "x:r":
            said = "".join(each.text or "" for each in child if name_of(each) == "x:t")
            text += said
            struck += said if is_on(child_of(child, "x:rPr"), "x:strike") else ""
    return Words(unescaped(text), unescaped(struck))


@dataclass(frozen=True)
class Styles:
    """Which styles of cells show a day, and which cross their words out."""

    dated: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


def styles_of(root: _Element | None) -> Styles:
    """Return what the styles tell; without styles no number is a day."""
    if root is None:
        return Styles()
    children = {name_of(child): child for child in root}
    formats = {
        int(value_of(each, "x:numFmtId")): value_of(each, "x:formatCode") for each in children.get("x:numFmts", ())
    }
    fonts = [is_on(font, "x:strike") for font in children.get("x:fonts", ())]
    dated, struck = set(), set()
    for number, style in enumerate(children.get("x:cellXfs", ())):
        shown = int(value_of(style, "x:numFmtId") or 0)
        font = int(value_of(style, "x:fontId") or 0)
        if is_date_format(formats.get(shown, BUILTIN_FORMATS.get(shown, ""))):
            dated.add(number)
        if font < len(fonts) and fonts[font]:
            struck.add(number)
    return Styles(frozenset(dated), frozenset(struck))


@dataclass(frozen=True)
class Book:
    """What all sheets of a workbook share."""

    package: Package

    @cached_property
    def strings(self) -> tuple[Words, ...]:
        """The strings that cells name by their number."""
        found: list[Words] = []
        for part in self.package.of_kind(self.package.main, "sharedStrings"):
            for element in whole(self.package.parts.get(part, b"<none/>"), "si"):
                found.append(words_of(element))
        return tuple(found)

    @cached_property
    def styles(self) -> Styles:
        """The styles of cells."""
        parts = self.package.of_kind(self.package.main, "styles")
        return styles_of(self.package.root(parts[0]) if parts else None)

    @cached_property
    def epoch(self) -> datetime.datetime:
        """The day from which days are counted."""
        root = self.package.root(self.package.main)
        return CALENDAR_MAC_1904 if is_1904(root) else CALENDAR_WINDOWS_1900

    def tabs(self) -> Iterator[tuple[str, str, str]]:
        """Yield title, state and part of each sheet."""
        root, related = self.package.root(self.package.main), self.package.related(self.package.main)
        listed = None if root is None else child_of(root, "x:sheets")
        for sheet in () if listed is None else listed:
            kind, part = related.get(value_of(sheet, "r:id"), ("", ""))
            if kind == "worksheet":
                yield unescaped(str(sheet.get("name", ""))), sheet.get("state", "visible"), part


def is_1904(root: _Element | None) -> bool:
    """Tell whether a workbook counts its days from 1904."""
    properties = None if root is None else child_of(root, "x:workbookPr")
    return properties is not None and value_of(properties, "x:date1904") in {"1", "true", "on"}


def whole(content: bytes, *names: str) -> Iterator[_Element]:
    """Yield each whole element of the given names (without prefix) and let go of it afterwards."""
    source = etree.iterparse(
        BytesIO(content), tag=[f"{{*}}{name}" for name in names], resolve_entities=False, no_network=True
    )
    for _, element in source:
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def number_of(text: str) -> int | float | str:
    """Return a number as it is written; words where it is none."""
    for made in (int, float):
        with suppress(ValueError):
            return made(text)
    return text


def day_or_number(value: object, epoch: datetime.datetime) -> object:
    """Return the day that a number stands for, the number itself where there is no such day."""
    if isinstance(value, int | float):
        with suppress(ValueError, OverflowError, TypeError):
            return from_excel(value, epoch)
    return value


def value_in(cell: _Element, book: Book) -> object:
    """Return what a cell without a formula says."""
    kind, said = cell.get("t", "n"), child_of(cell, "x:v")
    text = "" if said is None else said.text or ""
    if kind == "inlineStr":
        return words_of(child_of(cell, "x:is")).text
    if not text:
        return None
    readings: dict[str, Callable[[], object]] = {
        "s": lambda: book.strings[int(text)].text,
        "b": lambda: text.strip() in {"1", "true"},
        "d": lambda: from_ISO8601(text),  # type: ignore[no-untyped-call]
        "str": lambda: unescaped(text),
        "e": lambda: unescaped(text),
    }
    return readings.get(kind, lambda: dated(cell, number_of(text), book))()


def dated(cell: _Element, number: object, book: Book) -> object:
    """Return a number, or the day where its style shows one."""
    return day_or_number(number, book.epoch) if int(cell.get("s", 0)) in book.styles.dated else number


def struck_in(cell: _Element, value: object, book: Book) -> str:
    """Return the words of a cell that are crossed out."""
    if int(cell.get("s", 0)) in book.styles.struck:
        return str(value)
    if cell.get("t") == "s" and (said := child_of(cell, "x:v")) is not None:
        return book.strings[int(said.text or 0)].struck
    return words_of(child_of(cell, "x:is")).struck


def grid_cell(cell: _Element, row: int, column: int, book: Book) -> GridCell | None:
    """Return a cell, None where it holds nothing."""
    formula, value = child_of(cell, "x:f"), value_in(cell, book)
    if formula is not None:
        return GridCell(f"={unescaped(formula.text or '…')}", row, column, formula=True)
    if value is None or value == "":
        return None
    # Words that begin with «=» are a formula that some program wrote as words.
    counts = cell.get("t") == "e" or (isinstance(value, str) and value.startswith("="))
    return GridCell(value, row, column, counts, struck_in(cell, value, book))


def place_of(name: str, row: int, column: int) -> tuple[int, int]:
    """Return row and column of a cell from its name, `row` and `column` where it has none."""
    if not name:
        return row, column
    letters, number = coordinate_from_string(name)
    return number, column_number(letters)


def cells_in(row: _Element, number: int, book: Book) -> Iterator[GridCell]:
    """Yield the cells of a row that hold something."""
    column = 0
    for cell in row:
        if name_of(cell) == "x:c":
            _, column = place_of(cell.get("r", ""), number, column + 1)
            if len(cell) and (found := grid_cell(cell, number, column, book)):
                yield found


@dataclass
class Gathering:
    """What is found in a sheet while it is read."""

    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    last_row: int = 0
    beyond: list[GridCell] = field(default_factory=list)

    def take_row(self, row: _Element, book: Book, reach: Reach) -> None:
        """Keep the cells of a row; of those out of reach the first ones."""
        self.last_row = int(row.get("r", self.last_row + 1))
        if is_set(row, "hidden") and self.last_row <= reach.rows:
            self.hidden_rows.append(self.last_row)
        for cell in cells_in(row, self.last_row, book):
            if reach.holds(cell.row, cell.column):
                self.cells[cell.row, cell.column] = cell
            elif len(self.beyond) <= MOST_SPANS:
                self.beyond.append(cell)

    def take_column(self, column: _Element, reach: Reach) -> None:
        """Keep which columns are hidden."""
        first, last = int(column.get("min", 1)), int(column.get("max", 1))
        if is_set(column, "hidden"):
            self.hidden_columns += range(first, min(last, reach.columns) + 1)

    def take_span(self, span: _Element) -> None:
        """Keep a joined range; raise `OfficeFileError` when there are more than a form could have."""
        name = span.get("ref", "A1")
        if len(self.spans) == MOST_SPANS:
            found = f"tờ có hơn {MOST_SPANS} chỗ gộp ô"
            raise OfficeFileError(found, "chọn cả tờ (Ctrl+A), bấm Merge & Center để bỏ gộp, lưu lại")
        edges = [edge or 1 for edge in range_boundaries(name)]
        self.spans.append(Span(name, *edges))


def is_set(element: _Element, name: str) -> bool:
    """Tell whether an attribute is switched on."""
    return element.get(name, "0") in {"1", "true", "on"}


def gathered(content: bytes, book: Book, reach: Reach) -> Gathering:
    """Read a sheet's part."""
    found = Gathering()
    for element in whole(content, "row", "col", "mergeCell"):
        name = name_of(element)
        if name == "x:row":
            found.take_row(element, book, reach)
        elif name == "x:col":
            found.take_column(element, reach)
        elif name == "x:mergeCell":
            found.take_span(element)
    return found


def comments_on(package: Package, part: str) -> Iterator[Laid]:
    """Yield the comments of a sheet, those of threads once."""
    threads = [child for each in package.of_kind(part, "threadedComment") for child in package.root(each) or ()]
    for thread in threads:
        text = " ".join(child.text or "" for child in thread if name_of(child) == "tc:text")
        yield Laid("ghi chú", thread.get("ref", ""), text)
    for each in package.of_kind(part, "comments"):
        root = package.root(each)
        for comment in () if root is None else root.iter("{*}comment"):
            text = words_of(child_of(comment, "x:text")).text
            if not text.startswith(THREADED):
                yield Laid("ghi chú", comment.get("ref", ""), text)


def drawn_on(package: Package, part: str) -> Iterator[Laid]:
    """Yield the pictures, shapes, charts and strokes of a sheet."""
    for each in package.of_kind(part, "drawing"):
        root = package.root(each)
        for anchor in () if root is None else root:
            named = [PICTURES[name] for child in anchor.iter() if (name := name_of(child)) in PICTURES]
            text = " ".join(child.text for child in anchor.iter() if name_of(child) == "a:t" and child.text)
            yield Laid(named[0] if named else "nét vẽ", anchored(anchor), text)


def anchored(anchor: _Element) -> str:
    """Return the cell at which a drawing begins, «» where it has none."""
    start = child_of(anchor, "xdr:from")
    column, row = (child_of(start, name) if start is not None else None for name in ("xdr:col", "xdr:row"))
    if column is None or row is None:
        return ""
    return f"{get_column_letter(int(column.text or 0) + 1)}{int(row.text or 0) + 1}"


def grid_of(title: str, state: str, part: str, book: Book, reach: Reach) -> SheetGrid:
    """Return one sheet whole."""
    found = gathered(book.package.parts.get(part, b""), book, reach)
    return SheetGrid(
        title,
        state,
        found.cells,
        tuple(found.spans),
        tuple(found.hidden_rows),
        tuple(found.hidden_columns),
        found.last_row,
        tuple(found.beyond),
        (*comments_on(book.package, part), *drawn_on(book.package, part)),
    )


def sheet_grids(package: Package, reach: Reach, wanted: Callable[[str], bool] | None = None) -> tuple[SheetGrid, ...]:
    """Return every sheet; where `wanted` is given, only those with their cells whose title it takes.

    Raises `OfficeFileError`, and what broken XML raises: `ValueError`, `KeyError`, `lxml.etree.XMLSyntaxError`.
    """
    book = Book(package)
    return tuple(
        grid_of(title, state, part, book, reach) if wanted is None or wanted(title) else SheetGrid(title, state)
        for title, state, part in book.tabs()
    )
