"""The tables of a Word file as cells."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.oxml.ns import qn
from lxml.etree import _Element

from camnang.papers.review_sheets.cells import Cell, Grid, cell

# Words that Word keeps but no longer shows: moved away, or the second form of a drawing.
NOT_SHOWN = frozenset({qn("w:moveFrom"), qn("w:del"), qn("w:txbxContent"), qn("w:tbl")})
SIGNS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:p"): " ", qn("w:noBreakHyphen"): "-"}


def words(element: _Element) -> Iterator[str]:
    """Yield the words below an element, tracked insertions among them, tracked deletions not."""
    for child in element:
        if child.tag == qn("w:t"):
            yield str(child.text or "")
        elif child.tag not in NOT_SHOWN:
            yield SIGNS.get(str(child.tag), "")
            yield from words(child)


def cells_of(row: _Element, number: int) -> tuple[Cell, ...]:
    """Return the cells of a table's row; the row's number is their place."""
    found = row.iterchildren(qn("w:tc"), qn("w:sdt"))
    return tuple(cell("".join(words(each)), f"dòng {number}") for each in found)


def docx_grids(data: bytes) -> tuple[Grid, ...]:
    """Return every table of a DOCX; raises whatever python-docx raises for a broken file."""
    body = docx.Document(BytesIO(data)).element.body
    return tuple(
        tuple(cells_of(row, number) for number, row in enumerate(table.iterchildren(qn("w:tr"))))
        for table in body.iter(qn("w:tbl"))
    )
