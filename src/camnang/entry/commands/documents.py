"""`van-phong`: makes the office files (Word, Excel, calendars) from pages and data, in `build/van-phong/`."""

from __future__ import annotations

import argparse
from pathlib import Path

from camnang.entry.progress import by_kind, progress
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.packs import megabytes
from camnang.papers.documents.office_files import current_files, make_files
from camnang.papers.documents.office_jobs import office_jobs

KINDS = {".docx": "tệp Word", ".xlsx": "sổ Excel", ".ics": "lịch"}


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    jobs = office_jobs(project, read_handbook(project), read_settings(project))
    if options.list:
        print("\n".join(job.path for job in jobs))
        return 0
    old = {job.path for job in jobs} - {each.path for each in current_files(project.office, jobs)}
    if options.check:
        return check(old)
    with progress("Tệp văn phòng", len(old)) as tick:
        files = make_files(project.office, jobs, lambda job: tick(job.path))
    total = megabytes(sum(each.bytes for each in files))
    print(f"Đã làm {len(old)} tệp, có {len(files)} tệp, {total}, trong {project.relative(project.office)}/")
    if old:
        print(f"Mới làm: {by_kind(KINDS.get(Path(path).suffix, 'tệp khác') for path in old)}.")
    return 0


def check(old: set[str]) -> int:
    """Print what is out of date; return the exit code."""
    for path in sorted(old):
        print(f"cũ, hỏng hoặc thiếu: {path}")
    print("Sửa: chạy python3 run.py van-phong" if old else "Mọi tệp văn phòng đều mới.")
    return 1 if old else 0
