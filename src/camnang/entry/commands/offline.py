"""`mang-di`: makes the copies to carry away in `build/mang-di/`: ZIP for USB sticks, ZIM for Kiwix."""

from __future__ import annotations

import argparse

from camnang.bundles.copies.copies import plan, shelf
from camnang.entry.session import Session
from camnang.entry.stages import copy_as_planned
from camnang.handbook.project import Project
from camnang.made.packs import megabytes


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    session = Session(project)
    work = plan(project, session.handbook, session.settings, thorough=options.check)
    if work.is_current:
        print("Mọi bản mang đi đều mới.")
        return 0
    if options.check:
        print("Bản mang đi đã cũ, hỏng hoặc thiếu. Sửa: chạy python3 run.py mang-di")
        return 1
    done = copy_as_planned(session, work)
    total = megabytes(sum(row.bytes for row in shelf(project).rows()))
    print(f"Đã làm {len(done.things)} bản mang đi, {total}, trong {project.relative(project.carried)}/")
    return 0
