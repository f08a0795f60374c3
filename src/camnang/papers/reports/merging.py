"""A folder of returned forms becomes the province's workbook and summary; what is good counts, the rest is listed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.reporting import Reporting, read_reporting
from camnang.handbook.project import Project
from camnang.papers.reports.form_files import notice_of
from camnang.papers.reports.gathering import Gathered, gather
from camnang.papers.reports.provincial_workbook import workbook_bytes
from camnang.papers.reports.returned import Asked
from camnang.papers.reports.summary import summarised
from camnang.papers.reports.summary_pdf import summary_pdf
from camnang.papers.reports.summary_word import summary_word
from camnang.papers.reports.units import read_units
from camnang.pictures.drawing.glyphs import common_coverage

WORKBOOK_NAME: Final = "tong-hop"
SUMMARY_NAME: Final = "tom-tat"
YEAR: Final = re.compile(r"[0-9]{4}")


def known_periods(reporting: Reporting, year: int) -> str:
    """Return the names that `--ky` takes, for one year."""
    return ", ".join(f"{year}-{period.id}" for period in reporting.periods)


def asked_for(root: Path, name: str) -> Asked:
    """Return what «2026-nam» asks for; raise `FaultsError` when there is no such period."""
    reporting = read_reporting(root)
    year, _, period = name.partition("-")
    known = reporting.period(period)
    in_range = bool(YEAR.fullmatch(year)) and reporting.years.first <= int(year) <= reporting.years.last
    if known is None or not in_range:
        expected = f"năm và kỳ, ví dụ {known_periods(reporting, reporting.years.first)}"
        raise FaultsError(
            [
                Fault(
                    path="--ky",
                    rule="khong-co-ten-nay",
                    found=f"không có kỳ «{name}»",
                    expected=expected,
                    repair="gõ lại kỳ",
                )
            ]
        )
    return Asked(reporting, read_units(root), known, int(year), common_coverage(Project(root).design))


def merged_files(gathered: Gathered, root: Path) -> dict[str, bytes]:
    """Return workbook and summaries by file name."""
    asked = gathered.asked
    design, ending = Project(root).design, f"{asked.year}-{asked.period.id}"
    summary = summarised(gathered, notice_of(root))
    return {
        f"{WORKBOOK_NAME}-{ending}.xlsx": workbook_bytes(
            gathered, f"{summary.title}: {asked.period.name} {asked.year}"
        ),
        f"{SUMMARY_NAME}-{ending}.docx": summary_word(summary, design),
        f"{SUMMARY_NAME}-{ending}.pdf": summary_pdf(summary, design),
    }


def merged(root: Path, folder: Path, name: str) -> Gathered:
    """Read the returned forms of `folder` for a period such as «2026-nam»; raise `FaultsError`, `OSError`."""
    asked = asked_for(root, name)
    if not folder.is_dir():
        fault = Fault(
            path=str(folder),
            rule="khong-doc-duoc-tep",
            found="không có thư mục này",
            expected="thư mục chứa các tệp gửi về",
            repair="xem lại đường dẫn",
        )
        raise FaultsError([fault])
    return gather(folder, asked)
