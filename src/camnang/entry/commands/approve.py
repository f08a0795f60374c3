"""`duyet-hinh`: holds pictures against the approved ones in `tests/golden/`, or approves those that changed."""

from __future__ import annotations

import argparse
from dataclasses import replace

from camnang.files.faults import raise_if_any
from camnang.files.whole_folder import replaced_whole
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.jobs import jobs
from camnang.pictures.quality.golden import FOLDER, LOOK_FOLDER, approve, changes, chosen, drawn, golden_faults


def show(project: Project, fresh: dict[str, bytes], names: list[str]) -> None:
    """Put pictures where the one who approves can look at them."""
    with replaced_whole(project.root / LOOK_FOLDER) as folder:
        for name in names:
            (folder / name).write_bytes(fresh[name])


def run(project: Project, options: argparse.Namespace) -> int:
    """Compare or approve; return the exit code, raise `FaultsError` when pictures differ."""
    plain = replace(read_settings(project), site_url="", approved_by="")  # the same wherever it is run
    every = jobs(read_handbook(project), plain, project.design)
    fresh, folder = drawn(chosen(every), project.design), project.root / FOLDER
    if options.check:
        show(project, fresh, sorted(changes(folder, fresh)))
        raise_if_any(golden_faults(folder, fresh))
        print(f"{len(fresh)} hình đều như ảnh đã duyệt.")
    else:
        print(f"Đã duyệt {approve(folder, fresh)} ảnh trong {FOLDER}/ ({len(fresh)} ảnh tất cả).")
    return 0
