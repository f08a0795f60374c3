"""Mở từng tệp đã vẽ trong build/tai-ve/ và soát: khổ, chữ, cỡ chữ, tương phản, mã QR, phông, thẻ PDF, ảnh, phim."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from camnang.files.faults import FaultsError, raise_if_any
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.pictures import Picture, read_manifest
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.quality.checking import picture_faults, surplus_faults, tasks

CONSOLE = Console(stderr=True, highlight=False, markup=False)


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", action="append", default=[], metavar="MÃ", help="chỉ trang này (nhiều lần được)")
    parser.add_argument("--language", action="append", default=[], metavar="MÃ", help="chỉ tiếng này, ví dụ tyz")
    parser.add_argument("--format", action="append", default=[], metavar="MÃ", help="chỉ cỡ này, ví dụ ap-phich-a3")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="SỐ", help="số tiến trình cùng lúc")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    return parser.parse_args(given)


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
        CONSOLE.print("Chưa có hình nào để soát. Vẽ trước: python scripts/build_infographics.py")
        return 1
    every = list(jobs(handbook, settings, project.design))
    work = list(tasks(project, handbook, settings, every, listed))
    with Progress(console=CONSOLE) as bar:
        counter = bar.add_task("Soát", total=len(work))
        found = picture_faults(work, processes=options.jobs, progress=lambda _: bar.advance(counter))
    found += surplus_faults(every, listed, project)
    raise_if_any(found)
    print(f"{len(listed)} tệp đều đạt.")
    return 0


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with its file and repair."""
    options = arguments(given)
    try:
        return run(Project(options.root), options)
    except FaultsError as error:
        CONSOLE.print("\n".join(str(fault) for fault in error.faults), soft_wrap=True)
        CONSOLE.print(f"Có {len(error.faults)} lỗi cần sửa.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
