"""Đọc mọi trang và dữ liệu, báo mọi lỗi cùng lúc: tệp, dòng, thấy gì, cần gì, sửa thế nào."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from camnang.files.faults import FaultsError
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.pages.review import REVIEW_DAYS, longest_sentences, overdue
from camnang.handbook.project import Project

ROOT = Path(__file__).resolve().parent.parent


def report(handbook: Handbook) -> None:
    """Print what is no fault but wants a look."""
    outdated = [page for page in handbook.pages.values() if not page.translation.current]
    for page in outdated:
        print(f"{page.file}: bản tiếng Việt đã đổi; xem lại rồi chạy python scripts/ban_dich.py pin {page.file}")
    late = overdue(handbook, datetime.date.today())
    for page in late:
        print(f"{page.file}: xem lại lần cuối ngày {page.details.reviewed}, đã quá {REVIEW_DAYS} ngày")
    print("Mười câu dài nhất:")
    for words, file, sentence in longest_sentences(handbook):
        print(f"  {words} chữ  {file}: {sentence}")
    print(f"{len(handbook.pages)} trang, {len(outdated)} bản dịch cần xem lại, {len(late)} trang quá hạn.")


def main() -> int:
    """Check the handbook; return the exit code."""
    try:
        handbook = read_handbook(Project(ROOT))
        kits = checked_kits(ROOT, handbook)
    except FaultsError as error:
        print(error)
        return 1
    report(handbook)
    print(f"{len(kits)} bộ tuyên truyền đúng luật.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
