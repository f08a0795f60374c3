"""Filled-in forms for tests: a good one for any unit, and changes that spoil it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from camnang.handbook.facts.reporting import Reporting, read_reporting
from camnang.papers.reports.form_workbook import FORM_TAB, form_bytes
from camnang.papers.reports.layout import form_rows
from camnang.papers.reports.returned import Asked
from camnang.papers.reports.units import Unit, read_units

ROOT = Path(__file__).resolve().parents[3]
SENT = datetime.datetime(2026, 12, 1)
NUMBERS = {"B1": 10, "B2": 6, "B3": 3, "B4": 1, "B5": 800, "B6": 200, "D2": 5000, "D3": 12, "E1": 2}
NUMBERS |= {"F1": 5, "F2": 4, "F3": 0, "F4": 0, "F5": 3, "F6": 3}
DIVIDED = {"C1": (40, 20, 12, 8), "C2": (300, 150, 100, 50), "C3": (9, 5, 2, 2), "D1": (60, 30, 20, 10)}
Spoil = Callable[[Workbook], None]


@cache
def reporting(root: Path = ROOT) -> Reporting:
    return read_reporting(root)


@cache
def units(root: Path = ROOT) -> tuple[Unit, ...]:
    return read_units(root)


def asked(period: str = "nam", year: int = 2026) -> Asked:
    known = reporting().period(period)
    assert known is not None
    return Asked(reporting(), units(), known, year)


@cache
def blank(root: Path = ROOT) -> bytes:
    return form_bytes(reporting(root), units(root), "Dự thảo – chờ cơ quan chủ trì phê duyệt")


@cache
def places() -> dict[str, int]:
    """The row of each code."""
    return {row.code: row.place for row in form_rows(reporting()) if row.code}


def sheet(book: Workbook) -> Worksheet:
    return book[FORM_TAB]


def put(tab: Worksheet, cell: str, value: Any) -> None:
    """Write a value as it is: what begins with «=» is a formula."""
    tab[cell] = value


def cell(code: str, column: str = "D") -> str:
    return f"{column}{places()[code]}"


def fill(book: Workbook, unit: str, changes: Mapping[str, Any], languages: int = 3) -> None:
    tab = sheet(book)
    answers = {"A1": unit, "A2": "Cả năm", "A3": 2026, "A4": SENT, "E2": "Không", **NUMBERS}
    for code, value in answers.items():
        put(tab, cell(code), value)
    for code, (_, *every) in DIVIDED.items():
        parts = every[:languages]
        for column, value in zip("DEFG", (sum(parts), *parts), strict=False):
            put(tab, cell(code, column), value)
    for name, value in changes.items():
        code, _, column = name.partition(".")
        put(tab, cell(code, column or "D"), value)


def form(
    unit: str, changes: Mapping[str, Any] | None = None, spoil: Spoil = lambda _: None, root: Path = ROOT
) -> bytes:
    """Return a filled-in form of the handbook in `root`; `changes` by code («B1») or code and column («C1.E»)."""
    book = openpyxl.load_workbook(BytesIO(blank(root)))
    fill(book, unit, changes or {}, len(reporting(root).languages))
    spoil(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
