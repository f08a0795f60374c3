"""`mang-di`: makes the copies to carry away in `build/mang-di/`: ZIP for USB sticks, ZIM for Kiwix."""

from __future__ import annotations

import argparse

from camnang.bundles.copies.copies import built_site, make_copies, plan
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.packs import megabytes


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    settings, handbook = read_settings(project), read_handbook(project)
    work = plan(project, handbook, settings, thorough=options.check)
    if work.is_current:
        print("Mọi bản mang đi đều mới.")
        return 0
    if options.check:
        print("Bản mang đi đã cũ, hỏng hoặc thiếu. Sửa: chạy python3 run.py mang-di")
        return 1
    with built_site(project) as built:
        copies = make_copies(work, handbook, settings, built)
    total = megabytes(sum(copy.bytes for copy in copies))
    print(f"Đã làm {len(copies)} bản mang đi, {total}, trong {project.relative(project.carried)}/")
    return 0
