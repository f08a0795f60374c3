"""`goi`: packs the drawn pictures for each place and language, in `build/goi/`."""

from __future__ import annotations

import argparse

from camnang.bundles.packs.catalogue import plan_packs, shelf
from camnang.entry.commands.old_files import told
from camnang.entry.session import Session
from camnang.entry.stages import pack
from camnang.files.faults import Fault, FaultsError
from camnang.handbook.project import Project
from camnang.made.contents import Contents, every_contents
from camnang.made.packs import megabytes
from camnang.made.pictures import read_manifest
from camnang.papers.documents.office_files import current_files

DRAW_FIRST = Fault(
    path="build/tai-ve",
    rule="chua-ve-hinh",
    found="chưa có hình nào",
    expected="hình để đóng gói",
    repair="vẽ trước: python3 run.py ve",
)


def list_contents(found: tuple[Contents, ...]) -> int:
    """Print each pack with its folders."""
    for each in found:
        weight = megabytes(sum(picture.bytes for picture in each.pictures))
        print(f"{each.stem}.zip\t{each.place.title['vi']}\t{len(each.pictures)} tệp\t{weight}")
        for sheaf in each.sheaves:
            print(f"  {sheaf.folder}: {len(sheaf.pictures)} tệp")
    return 0


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    session = Session(project)
    handbook = session.handbook
    pictures = read_manifest(project.drawn)
    if not pictures:
        raise FaultsError([DRAW_FIRST])
    if options.list:
        return list_contents(every_contents(handbook, pictures))
    if options.check:
        office = current_files(project, session.office_jobs)
        work = plan_packs(project, handbook, session.settings, office, thorough=True)
        return told(work, "Mọi gói đều mới.", "python3 run.py goi")
    done = pack(session)
    total = megabytes(sum(each.bytes for each in shelf(project).rows()))
    print(f"Đã đóng {len(done.things)} gói, giữ {done.kept} gói, {total}, trong {project.relative(project.packed)}/")
    return 0
