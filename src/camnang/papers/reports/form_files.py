"""The files that a clerk takes from the site: the form and the outline."""

from __future__ import annotations

from pathlib import Path

from camnang.handbook.facts.facts import read_facts
from camnang.handbook.facts.reporting import read_reporting
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.project import Project, read_settings
from camnang.made.site_paths import REPORT_FORM, REPORT_OUTLINE
from camnang.papers.reports.form_workbook import form_bytes
from camnang.papers.reports.report_outline import outline_bytes
from camnang.papers.reports.units import read_units


def notice_of(root: Path) -> str:
    """Return who approved the handbook, or that it is a draft; raise `FaultsError` when a data file is wrong."""
    return approval_notice(read_facts(root), read_settings(Project(root)))


def form_files(root: Path) -> dict[str, bytes]:
    """Return the files by name; the same data give the same bytes. Raise `FaultsError` when a data file is wrong."""
    reporting, notice = read_reporting(root), notice_of(root)
    return {
        REPORT_FORM: form_bytes(reporting, read_units(root), notice),
        REPORT_OUTLINE: outline_bytes(reporting, notice),
    }
