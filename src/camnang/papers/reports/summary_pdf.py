"""The summary as PDF: set by Typst with the campaign's font, tagged for screen readers."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from camnang.papers.reports.charts import picture
from camnang.papers.reports.summary import Summary
from camnang.pictures.drawing.engine import PDF_STANDARD, compiler
from camnang.pictures.drawing.glyphs import common_coverage
from camnang.pictures.drawing.outside_text import drawable_value

LAYOUT: Final = Path(__file__).with_name("summary.typ")


def summary_pdf(summary: Summary, design: Path) -> bytes:
    """Return the summary as PDF/UA-1; `design` holds fonts and colours. Raises `typst.TypstError`."""
    charts = [
        {"title": chart.title, "alt": chart.alt, "svg": picture(chart, design, "svg").decode()}
        for chart in summary.charts
    ]
    said = drawable_value({**asdict(summary), "charts": ()}, common_coverage(design))
    data = json.dumps({**said, "charts": charts}, ensure_ascii=False)
    options: dict[str, Any] = {"format": "pdf", "pdf_standards": PDF_STANDARD, "timestamp": 0}
    drawn = compiler(design).compile(input=LAYOUT.read_bytes(), sys_inputs={"data": data}, **options)
    assert isinstance(drawn, bytes)  # noqa: S101 (a PDF is one file)
    return drawn
