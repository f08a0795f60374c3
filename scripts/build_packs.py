"""Đóng gói áp phích và ảnh đã vẽ cho từng nơi, từng tiếng, vào build/goi/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.bundles.packs.catalogue import PackJob, make_packs, plan_packs
from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.contents import Contents, every_contents
from camnang.made.packs import Pack, megabytes
from camnang.made.pictures import read_manifest
from camnang.made.workshop import Plan
from camnang.papers.documents.office_files import current_files
from camnang.papers.documents.office_jobs import office_jobs
from camnang.pictures.drawing.engine import DrawingError

DRAW_FIRST = "Chưa có hình nào để đóng gói: chạy python scripts/build_infographics.py trước."


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="liệt kê mỗi gói có gì rồi thôi")
    parser.add_argument("--check", action="store_true", help="không ghi; thoát với mã 1 nếu có gói đã cũ hoặc hỏng")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    return parser.parse_args(given)


def list_contents(found: tuple[Contents, ...]) -> int:
    """Print each pack with its folders."""
    for each in found:
        weight = megabytes(sum(picture.bytes for picture in each.pictures))
        print(f"{each.stem}.zip\t{each.place.title['vi']}\t{len(each.pictures)} tệp\t{weight}")
        for sheaf in each.sheaves:
            print(f"  {sheaf.folder}: {len(sheaf.pictures)} tệp")
    return 0


def check(work: Plan[PackJob, Pack]) -> int:
    """Print what is out of date; return the exit code."""
    for job in work.to_make:
        print(f"cũ, hỏng hoặc thiếu: {job.path}")
    for pack in work.dropped:
        print(f"thừa: {pack.path}")
    if work.is_current:
        print("Mọi gói đều mới.")
        return 0
    print("Sửa: chạy python scripts/build_packs.py")
    return 1


def made(work: Plan[PackJob, Pack], packs: tuple[Pack, ...], folder: str) -> int:
    """Say what was done."""
    total = megabytes(sum(pack.bytes for pack in packs))
    print(f"Đã đóng {len(work.to_make)} gói, giữ {len(work.kept)} gói, {total}, trong {folder}/")
    return 0


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    settings, handbook = read_settings(project), read_handbook(project)
    pictures = read_manifest(project.drawn)
    if not pictures:
        print(DRAW_FIRST)
        return 1
    if options.list:
        return list_contents(every_contents(handbook, pictures))
    office = current_files(project, office_jobs(project, handbook, settings))
    work = plan_packs(project, handbook, settings, office, thorough=options.check)
    if options.check:
        return check(work)
    packs = make_packs(project, handbook, work, lambda each: print(f"  {each.path}", flush=True))
    return made(work, packs, project.relative(project.packed))


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with file, line and repair."""
    options = arguments(given)
    try:
        return run(Project(options.root), options)
    except FaultsError as error:
        print(error, file=sys.stderr)
    except DrawingError as error:
        print(f"Typst không vẽ được tờ hướng dẫn:\n{error}\nKhông gói nào bị đổi.", file=sys.stderr)
    except OSError as error:
        print(f"Không ghi được: {error}. Không gói nào bị đổi.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
