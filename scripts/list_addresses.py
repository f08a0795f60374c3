"""Thêm địa chỉ của trang mới vào danh sách đã công bố; --check chỉ soát. Địa chỉ đã công bố không bao giờ bỏ."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.files.faults import FaultsError
from camnang.files.whole_files import write_files
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.site.hosting.addresses import LIST_FILE, checked_moves, listed, read_published

ROOT = Path(__file__).resolve().parent.parent


def run(root: Path, check: bool) -> int:
    """Write or check the list; return the exit code, raise `FaultsError` when an address is lost."""
    existing = read_handbook(Project(root)).original_paths
    checked_moves(root, existing)
    text = listed(read_published(root), existing)
    file = root / LIST_FILE
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        print(f"{LIST_FILE} đã đủ {text.count(chr(10)) - 1} địa chỉ.")
        return 0
    if check:
        print(f"{LIST_FILE} thiếu trang mới. Sửa: chạy python scripts/list_addresses.py")
        return 1
    write_files({file: text.encode()})
    print(f"Đã ghi {text.count(chr(10)) - 1} địa chỉ vào {LIST_FILE}.")
    return 0


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with file and repair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="không ghi; báo khi thiếu địa chỉ của trang mới")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(given)
    try:
        return run(options.root, options.check)
    except FaultsError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
