"""The lists that the form's cells choose from: units, periods, years, choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from camnang.handbook.facts.reporting import Reporting
from camnang.papers.reports import cell_styles as styles
from camnang.papers.reports.cell_styles import look, put
from camnang.papers.reports.units import Unit

LISTS_TAB: Final = "Danh mục"
UNITS_COLUMN, PERIODS_COLUMN, YEARS_COLUMN = 1, 2, 3


def source(column: int, length: int) -> str:
    """Return the range of a list as a validation names it."""
    letter = get_column_letter(column)
    return f"'{LISTS_TAB}'!${letter}$2:${letter}${length + 1}"


def years(reporting: Reporting) -> tuple[int, ...]:
    """Return the years that the form offers."""
    return tuple(range(reporting.years.first, reporting.years.last + 1))


def write_list(tab: Worksheet, column: int, head: str, values: Iterable[str | int]) -> None:
    """Write a list under its head."""
    look(put(tab.cell(1, column), head), bold=True, ink=styles.WHITE, fill=styles.INDIGO)
    for row, value in enumerate(values, start=2):
        look(put(tab.cell(row, column), value), points=9.5)


def fill_lists_tab(tab: Worksheet, reporting: Reporting, units: tuple[Unit, ...]) -> None:
    """Write every list; the sheet is seen, so that a clerk finds the right name."""
    write_list(tab, UNITS_COLUMN, "Đơn vị", [unit.full_name for unit in units])
    write_list(tab, PERIODS_COLUMN, "Kỳ báo cáo", [period.name for period in reporting.periods])
    write_list(tab, YEARS_COLUMN, "Năm", years(reporting))
    for column, width in ((UNITS_COLUMN, 48), (PERIODS_COLUMN, 24), (YEARS_COLUMN, 10)):
        tab.column_dimensions[get_column_letter(column)].width = width
