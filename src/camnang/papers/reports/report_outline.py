"""The outline of the written report, as a Word file to fill in beside the form."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import docx
from docx.document import Document

from camnang.handbook.facts.reporting import Group, Reporting
from camnang.papers.office.properties import describe
from camnang.papers.office.same_bytes import same_bytes
from camnang.papers.office.word_page import add_foot, styled
from camnang.papers.reports.layout import VERSION_LABEL
from camnang.papers.reports.summary_word import add_rows

BLANK: Final = "……………………"
LEAD: Final = "Viết ngắn, một đến hai trang. Số lấy từ mẫu Excel. Không nêu tên người bị lừa."
HEAD: Final = (
    ("Đơn vị", BLANK),
    ("Kỳ báo cáo", BLANK),
    ("Ngày gửi", BLANK),
)
# Parts that no number tells; the first is «Đã làm gì» with the form's own groups.
PARTS: Final = (
    ("Cách lừa thấy ở địa phương", ("Kẻ gian hay dùng cách nào. Có gì mới so với kỳ trước.", "Ai hay gặp nhất.")),
    ("Cách làm hay", ("Đã làm gì, ở đâu, với ai.", "Vì sao bà con nghe. Nơi khác làm theo được không.")),
    ("Khó ở đâu", ("Thiếu người nói tiếng Tày, tiếng Nùng, thiếu loa, thiếu tờ in…", "Đã thử gỡ thế nào.")),
    ("Kỳ tới làm gì", ("Việc nào, ai làm, xong ngày nào.", "Cần cấp trên giúp việc gì.")),
)


def add_hints(document: Document, title: str, hints: tuple[str, ...]) -> None:
    """Add a part with what to write in it."""
    document.add_paragraph(title, style="Heading 2")
    for hint in hints:
        document.add_paragraph(style="List Bullet").add_run(hint).italic = True
    document.add_paragraph(BLANK)


def figure_rows(group: Group) -> tuple[tuple[str, str], ...]:
    """Return the lines of a group that ask for a number, with room for it."""
    return tuple(
        (f"{question.code}. {question.text}", f"…… {question.unit}")
        for question in group.questions
        if question.kind == "so"
    )


def add_done(document: Document, reporting: Reporting) -> None:
    """Add what was done: the form's lines, group by group."""
    document.add_paragraph("1. Đã làm gì", style="Heading 2")
    for group in reporting.groups:
        document.add_paragraph(group.title, style="Heading 3")
        add_rows(document, ("Nội dung", "Số"), figure_rows(group), group.title)


def outline_bytes(reporting: Reporting, notice: str) -> bytes:
    """Return the outline as DOCX; `notice` says who approved it."""
    document = styled(docx.Document())
    describe(document, f"Đề cương: {reporting.form.title}")
    add_foot(document, (notice, VERSION_LABEL + reporting.form.version))
    document.add_paragraph(reporting.form.title, style="Title")
    document.add_paragraph().add_run(LEAD).bold = True
    due = "; ".join(f"{period.name}: {period.said}" for period in reporting.periods)
    document.add_paragraph(f"Gửi về {reporting.sent_to}, theo kế hoạch 940. {due}.")
    add_rows(document, ("Mục", "Điền"), HEAD, "Đơn vị và kỳ")
    add_done(document, reporting)
    for number, (title, hints) in enumerate(PARTS, start=2):
        add_hints(document, f"{number}. {title}", hints)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())
