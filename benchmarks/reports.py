"""Merge 300 returned forms, 30 of them faulty, as the province does; --write puts the figures in README.md.

Forms are filled in by openpyxl. There are fewer units than forms, so each sends several: what counts is reading.
Limit: 20 s on two cores.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from measure import report

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the tests know how a clerk fills in a form

from tests.papers.reports.returned_forms import form, units  # noqa: E402

from camnang.papers.reports.form_files import form_files  # noqa: E402
from camnang.papers.reports.gathering import Gathered  # noqa: E402
from camnang.papers.reports.merging import merged, merged_files  # noqa: E402

MARKS = ("<!-- reports -->", "<!-- end of reports -->")
FORMS, FAULTY_EACH = 300, 10
PERIOD = "2026-nam"
Result = TypeVar("Result")


def fill_folder(folder: Path) -> None:
    """Write the returned forms."""
    names = [unit.full_name for unit in units()]
    for number in range(FORMS):
        changes = {"D3": "12 buổi"} if number % FAULTY_EACH == 0 else {}
        (folder / f"{number:03}.xlsx").write_bytes(form(names[number % len(names)], changes))


def timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """Return what `action` returns and how long it takes, in s."""
    began = time.perf_counter()
    result = action()
    return result, time.perf_counter() - began


def rows() -> Iterator[str]:
    """Measure form, reading and writing."""
    _, form_time = timed(lambda: form_files(ROOT))
    yield f"| form and outline | {form_time:.1f} s |"
    with tempfile.TemporaryDirectory() as folder:
        fill_folder(Path(folder))
        gathered, reading = timed(lambda: merged(ROOT, Path(folder), PERIOD))
        yield f"| reading and judging {FORMS} forms | {reading:.1f} s, {1000 * reading / FORMS:.0f} ms each |"
        yield from written_rows(gathered, reading)


def written_rows(gathered: Gathered, reading: float) -> Iterator[str]:
    """Measure workbook and summaries; tell what was found and the memory that it took."""
    _, writing = timed(lambda: merged_files(gathered, ROOT))
    yield f"| workbook, Word and PDF summary with charts | {writing:.1f} s |"
    yield f"| the whole run | {reading + writing:.1f} s |"
    yield f"| faulty forms found | {sum(1 for each in gathered.rejected if each.findings)} |"
    yield f"| largest memory | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB |"


def table() -> str:
    """Return the figures as a Markdown table."""
    return "\n".join(("| what | figure |", "|---|---|", *rows())) + "\n"


if __name__ == "__main__":
    sys.exit(report(__doc__, MARKS, table))
