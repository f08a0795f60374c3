"""The summary as a Word file, which an office edits and signs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Mm, Pt, RGBColor

from camnang.papers.office import word_parts as parts
from camnang.papers.office.properties import describe
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.office.word_blocks import HEAD, INK
from camnang.papers.office.word_page import add_foot, styled
from camnang.papers.reports.charts import picture
from camnang.papers.reports.summary import ChartData, Summary

CHART_WIDTH = Mm(160)
FIGURE_WIDTHS = (Mm(112), Mm(48))


def add_chart(document: Document, chart: ChartData, design: Path) -> None:
    """Add a chart under its title, with words for those who do not see it."""
    document.add_paragraph(chart.title, style="Heading 2")
    shape = document.add_picture(BytesIO(picture(chart, design, "png")), width=CHART_WIDTH)
    properties = shape._inline.docPr
    properties.set("descr", chart.alt)
    properties.set("name", chart.title)


def add_rows(document: Document, heads: tuple[str, str], rows: tuple[tuple[str, str], ...], about: str) -> None:
    """Add a table of two columns; the second one is bold."""
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.autofit = False
    parts.describe(table, about)
    parts.repeat_on_every_page(table.rows[0])
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
        parts.shade(cell, HEAD)
    for row in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(row[0])
        cells[1].paragraphs[0].add_run(row[1]).bold = True
    for column, width in zip(table.columns, FIGURE_WIDTHS, strict=True):
        column.width = width
    for line in table.rows:
        parts.keep_whole(line)
        for cell, width in zip(line.cells, FIGURE_WIDTHS, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)


def add_lists(document: Document, summary: Summary) -> None:
    """Add who has to repair, who is missing, who was late, and what units tell."""
    for part in summary.lists:
        document.add_paragraph(f"{part.title} ({len(part.names)})", style="Heading 2")
        document.add_paragraph(f"{'; '.join(part.names)}." if part.names else part.empty)
    if summary.stories:
        document.add_paragraph("Cách làm hay", style="Heading 2")
    for story in summary.stories:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{story.unit}. ").bold = True
        paragraph.add_run(story.text)


def summary_word(summary: Summary, design: Path) -> bytes:
    """Return the summary as DOCX; the same returns give the same bytes."""
    document = styled(docx.Document())
    describe(document, summary.title)
    add_foot(document, (summary.notice,))
    document.add_paragraph(summary.title, style="Title")
    document.add_paragraph().add_run(summary.period).bold = True
    document.add_paragraph(summary.lead)
    run = document.add_paragraph().add_run(summary.caution)
    run.bold, run.font.color.rgb = True, RGBColor.from_string(INK)
    for chart in summary.charts:
        add_chart(document, chart, design)
    document.add_paragraph("Tổng số", style="Heading 2")
    add_rows(document, ("Nội dung", "Cộng"), summary.figures, "Tổng số của các đơn vị")
    add_lists(document, summary)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())
