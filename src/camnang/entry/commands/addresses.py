"""`dia-chi`: adds the addresses of new pages to the published list; a published address is never taken away."""

from __future__ import annotations

import argparse

from camnang.files.whole_files import write_files
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.site.hosting.addresses import LIST_FILE, checked_moves, listed, read_published


def run(project: Project, options: argparse.Namespace) -> int:
    """Write or check the list; return the exit code, raise `FaultsError` when an address is lost."""
    existing = read_handbook(project).original_paths
    checked_moves(project.root, existing)
    text = listed(read_published(project.root), existing)
    count, file = text.count("\n") - 1, project.root / LIST_FILE
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        print(f"{LIST_FILE} đã đủ {count} địa chỉ.")
        return 0
    if options.check:
        print(f"{LIST_FILE} thiếu trang mới. Sửa: chạy python3 run.py dia-chi")
        return 1
    write_files({file: text.encode()})
    print(f"Đã ghi {count} địa chỉ vào {LIST_FILE}.")
    return 0
