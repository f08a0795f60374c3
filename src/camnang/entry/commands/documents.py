"""`van-phong`: makes the office files (Word, Excel, calendars) from pages and data, in `build/van-phong/`."""

from __future__ import annotations

import argparse
from pathlib import Path

from camnang.entry.progress import by_kind
from camnang.entry.session import Session
from camnang.entry.stages import write_office
from camnang.handbook.project import Project
from camnang.made.office_files import OfficeFile
from camnang.made.packs import megabytes
from camnang.made.workshop import Plan
from camnang.papers.documents.office_files import plan, shelf
from camnang.papers.documents.office_jobs import OfficeJob

KINDS = {".docx": "tệp Word", ".xlsx": "sổ Excel", ".ics": "lịch"}


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    session = Session(project)
    jobs = session.office_jobs
    if options.list:
        print("\n".join(job.path for job in jobs))
        return 0
    work = plan(project, jobs)
    if options.check:
        return check(work)
    done = write_office(session)
    files = shelf(project).rows()
    total = megabytes(sum(each.bytes for each in files))
    print(f"Đã làm {len(done.things)} tệp, có {len(files)} tệp, {total}, trong {project.relative(project.office)}/")
    if done.things:
        print(f"Mới làm: {by_kind(KINDS.get(Path(name).suffix, 'tệp khác') for _, name in done.things)}.")
    return 0


def check(work: Plan[OfficeJob, OfficeFile]) -> int:
    """Print what is out of date; return the exit code."""
    for job in work.to_make:
        print(f"cũ, hỏng hoặc thiếu: {job.path}")
    for file in work.dropped:
        print(f"thừa: {file.path}")
    print("Mọi tệp văn phòng đều mới." if work.is_current else "Sửa: chạy python3 run.py van-phong")
    return 0 if work.is_current else 1
