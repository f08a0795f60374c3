"""`van-phong`: makes the office files (Word, Excel, calendars) from pages and data, in `build/van-phong/`."""

from __future__ import annotations

import argparse
from pathlib import Path

from camnang.entry.commands.old_files import told
from camnang.entry.progress import by_kind
from camnang.entry.session import Session
from camnang.entry.stages import write_office
from camnang.handbook.project import Project
from camnang.made.packs import megabytes
from camnang.papers.documents.office_files import plan, shelf

KINDS = {".docx": "tệp Word", ".xlsx": "sổ Excel", ".ics": "lịch"}


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    session = Session(project)
    jobs = session.office_jobs
    if options.list:
        print("\n".join(job.path for job in jobs))
        return 0
    if options.check:
        return told(plan(project, jobs), "Mọi tệp văn phòng đều mới.", "python3 run.py van-phong")
    done = write_office(session)
    files = shelf(project).rows()
    total = megabytes(sum(each.bytes for each in files))
    print(f"Đã làm {len(done.things)} tệp, có {len(files)} tệp, {total}, trong {project.relative(project.office)}/")
    if done.things:
        print(f"Mới làm: {by_kind(KINDS.get(Path(name).suffix, 'tệp khác') for _, name in done.things)}.")
    return 0
