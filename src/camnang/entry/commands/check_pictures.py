"""`soat-hinh`: opens every drawn file in `build/tai-ve/` and checks it before it is printed.

What is looked at: sizes, words, type sizes, contrast, QR codes, fonts, tags of PDFs, pictures, films.
"""

from __future__ import annotations

import argparse

from camnang.entry.progress import progress
from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.pictures import Picture, read_manifest
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.quality.checking import picture_faults, surplus_faults, tasks

DRAW_FIRST = Fault(
    path="build/tai-ve",
    rule="chua-ve-hinh",
    found="chưa có hình nào",
    expected="hình để soát",
    repair="vẽ trước: python3 run.py ve",
)


def wants(picture: Picture, chosen: Selection) -> bool:
    """Tell whether a file is selected."""
    pairs = ((chosen.pages, picture.page), (chosen.languages, picture.language), (chosen.formats, picture.format))
    return all(not wanted or value in wanted for wanted, value in pairs)


def run(project: Project, options: argparse.Namespace) -> int:
    """Check what is selected; return the exit code, raise `FaultsError` with all faults."""
    settings, handbook = read_settings(project), read_handbook(project)
    chosen = Selection(frozenset(options.page), frozenset(options.language), frozenset(options.format))
    listed = tuple(picture for picture in read_manifest(project.drawn) if wants(picture, chosen))
    if not listed:
        raise FaultsError([DRAW_FIRST])
    every = list(jobs(handbook, settings, project.design))
    work = list(tasks(project, handbook, settings, every, listed))
    with progress("Soát", len(work)) as tick:
        found = picture_faults(work, processes=options.jobs, progress=lambda task: tick(task.job.stem))
    found += surplus_faults(every, listed, project)
    raise_if_any(found)
    print(f"{len(listed)} tệp đều đạt.")
    return 0
