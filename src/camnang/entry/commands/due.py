"""`soat --qua-han`: lists in Markdown what has grown old: pages, warnings, scams that nobody was warned of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from camnang.handbook.dates import written
from camnang.handbook.pages.freshness import NEW_DAYS, never_warned_of, warnings_by_age
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.review import REVIEW_DAYS, overdue

NOTHING = "Không có gì quá hạn."


def part(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    """Yield a heading and its list, nothing when the list is empty."""
    if lines:
        yield from (f"## {title}", "", *(f"- {line}" for line in lines), "")


def dated(page: Page) -> str:
    """Return a warning with its day as one line."""
    day = written(page.details.date.isoformat()) if page.details.date else ""
    return f"{day}: {page.title} (`{page.file}`)"


def due_lines(handbook: Handbook, today: datetime.date) -> Iterator[str]:
    """Yield what is overdue on a day, as Markdown; one sentence when nothing is."""
    new, past = warnings_by_age(handbook, handbook.facts.original.code, today)
    parts = (
        *part(
            f"Trang xem lại đã quá {REVIEW_DAYS} ngày: kiểm lại rồi đổi «reviewed»",
            tuple(f"{page.details.reviewed}: `{page.file}`" for page in overdue(handbook, today)),
        ),
        *part(
            f"Không còn cảnh báo nào trong {NEW_DAYS} ngày: hỏi công an tỉnh chuyện mới, viết một trang",
            () if new else tuple(map(dated, past[:1])) or ("chưa có cảnh báo nào",),
        ),
        *part(f"Cảnh báo đã quá {NEW_DAYS} ngày, trang đã chuyển xuống «Đã qua»", tuple(map(dated, past))),
        *part(
            "Thủ đoạn chưa có cảnh báo nào",
            tuple(f"{page.title} (`{page.file}`)" for page in never_warned_of(handbook)),
        ),
    )
    yield from parts or (NOTHING,)


def told(handbook: Handbook, today: datetime.date) -> int:
    """Print what is overdue; return the exit code, 0 however much that is."""
    print("\n".join(due_lines(handbook, today)).rstrip())
    return 0
