"""Đọc mọi trang và dữ liệu, báo mọi lỗi cùng lúc: tệp, dòng, thấy gì, cần gì, sửa thế nào."""

from __future__ import annotations

import sys
from pathlib import Path

from camnang.faults import FaultsError
from camnang.handbook.reader import read_handbook
from camnang.project import Project

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Check the handbook; return the exit code."""
    try:
        handbook = read_handbook(Project(ROOT))
    except FaultsError as error:
        print(error)
        return 1
    outdated = [page for page in handbook.pages.values() if not page.translation.current]
    for page in outdated:
        print(f"{page.file}: bản tiếng Việt đã đổi; xem lại rồi chạy python scripts/pin_translations.py {page.file}")
    print(f"{len(handbook.pages)} trang, {len(outdated)} bản dịch cần xem lại.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
