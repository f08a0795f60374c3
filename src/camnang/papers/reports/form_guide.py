"""The sheet «Hướng dẫn» of the form: how to fill in, when to send, what must agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from camnang.handbook.facts.reporting import Reporting
from camnang.papers.reports import cell_styles as styles
from camnang.papers.reports.cell_styles import look, put_text

STEPS: Final = (
    ("Chọn đơn vị trong danh sách.", "Đừng gõ tay. Tên cũ dễ trùng với tên nay."),
    ("Chọn kỳ, chọn năm.", "Báo cáo năm tính cả sáu tháng đầu."),
    ("Ghi ngày gửi.", "Dạng 4/12/2026."),
    ("Điền ô vàng.", "Không có thì ghi 0. Số viết liền: 1200, không ghi 1.200 hay 12 buổi."),
    ("Chia theo từng tiếng.", "Các tiếng cộng lại bằng ô tổng. Ô đỏ là chưa khớp."),
    ("Không ghi tên người bị lừa.", "Cũng không ghi số điện thoại, số tài khoản của ai."),
    ("Lưu tệp dạng .xlsx rồi gửi.", "Không đặt mật khẩu, không gộp ô, không thêm tờ, không dùng công thức."),
)


def guide_lines(reporting: Reporting) -> Iterator[tuple[str, str]]:
    """Yield what stands in bold and what follows it; a heading has nothing after it."""
    yield "Cách điền", ""
    for number, (act, reason) in enumerate(STEPS, start=1):
        yield f"{number}. {act}", reason
    yield "Hạn gửi", ""
    for period in reporting.periods:
        yield f"{period.name}: {period.said}.", "Theo kế hoạch 940. Gửi đúng ngày ấy đã là muộn."
    yield "Gửi đâu", f"Gửi về {reporting.sent_to}, theo kế hoạch 940. Có yêu cầu đột xuất thì gửi theo ngày đã hẹn."
    yield "Máy sẽ xem lại", ""
    for rule in reporting.rules:
        yield f"• {rule.why[:1].upper()}{rule.why[1:]}.", ""


def is_heading(act: str, reason: str) -> bool:
    """Tell whether a line is a heading."""
    return not reason and not act.startswith("•")


def fill_guide_tab(tab: Worksheet, reporting: Reporting) -> None:
    """Write the guide."""
    tab.column_dimensions["A"].width, tab.column_dimensions["B"].width = 42, 62
    for row, (act, reason) in enumerate(guide_lines(reporting), start=1):
        heading = is_heading(act, reason)
        ink, fill = (styles.WHITE, styles.INDIGO) if heading else ("FF000000", "")
        bold = heading or bool(reason)
        look(put_text(tab.cell(row, 1), act), bold=bold, ink=ink, fill=fill, framed=heading, points=11, indent=1)
        look(put_text(tab.cell(row, 2), reason), fill=fill, framed=heading, points=11, indent=1)
        if not reason:
            tab.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        tab.row_dimensions[row].height = 24 if heading else 30 if reason else 22
