"""The tables of a Word file as cells."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from camnang.papers.office.package import Package
from camnang.papers.office.word_tables import Aside, WordCell, word_page
from camnang.papers.review_sheets.cells import Cell, Opened, cell

JOINED: Final = "ô bị gộp với ô khác"


def made(found: WordCell, number: int) -> Cell:
    """Return a table's cell; the row's number is its place."""
    torn = JOINED if found.joined else ""
    plain = cell(found.text, f"dòng {number}")
    return replace(plain, odds=found.odds, first=found.first, width=found.width, torn=torn)


def outside(found: Aside, tables: int) -> Cell:
    """Return a paragraph outside the tables, with its place as an editor finds it."""
    where = "đoạn trên bảng" if found.after < tables else "đoạn dưới bảng"
    return replace(cell(found.text, where), odds=found.odds)


def docx_sheet(package: Package) -> Opened:
    """Return every table of a DOCX; raises whatever a broken part makes the reader stumble over."""
    page = word_page(package)
    grids = tuple(
        tuple(tuple(made(each, number) for each in row) for number, row in enumerate(table.rows))
        for table in page.tables
    )
    return Opened(grids, tuple(outside(each, len(grids)) for each in page.asides))
