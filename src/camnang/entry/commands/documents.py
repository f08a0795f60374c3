"""`van-phong`: makes the office files (Word, Excel, calendars) from pages and data, in `build/van-phong/`."""

from __future__ import annotations

import argparse

from camnang.entry.session import Session
from camnang.handbook.project import Project
from camnang.made.office_files import OfficeFile
from camnang.made.packs import megabytes
from camnang.made.workshop import Plan
from camnang.papers.documents.office_files import make_files, plan
from camnang.papers.documents.office_jobs import OfficeJob


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    jobs = Session(project).office_jobs
    if options.list:
        print("\n".join(job.path for job in jobs))
        return 0
    work = plan(project, jobs)
    if options.check:
        return check(work)
    files = make_files(work)
    total = megabytes(sum(each.bytes for each in files))
    print(f"Đã làm {len(work.to_make)} tệp, có {len(files)} tệp, {total}, trong {project.relative(project.office)}/")
    return 0


def check(work: Plan[OfficeJob, OfficeFile]) -> int:
    """Print what is out of date; return the exit code."""
    for job in work.to_make:
        print(f"cũ, hỏng hoặc thiếu: {job.path}")
    for file in work.dropped:
        print(f"thừa: {file.path}")
    print("Mọi tệp văn phòng đều mới." if work.is_current else "Sửa: chạy python3 run.py van-phong")
    return 0 if work.is_current else 1
