"""Làm bản mang đi của từng tiếng, vào build/mang-di/: ZIP cho USB, ZIM cho ứng dụng Kiwix."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.bundles.copies.copies import are_current, built_site, make_copies
from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.packs import megabytes


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="không ghi; thoát với mã 1 nếu có bản đã cũ hoặc hỏng")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    return parser.parse_args(given)


def run(project: Project, *, check: bool) -> int:
    """Do what the command line asks; return the exit code."""
    settings, handbook = read_settings(project), read_handbook(project)
    if are_current(project, handbook, settings, thorough=check):
        print("Mọi bản mang đi đều mới.")
        return 0
    if check:
        print("Bản mang đi đã cũ, hỏng hoặc thiếu. Sửa: chạy python scripts/build_offline.py")
        return 1
    with built_site(project, handbook, settings) as built:
        copies = make_copies(
            project, handbook, settings, built, lambda each: print(f"  {each.description}", flush=True)
        )
    total = megabytes(sum(copy.bytes for copy in copies))
    print(f"Đã làm {len(copies)} bản mang đi, {total}, trong {project.relative(project.carried)}/")
    return 0


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with file, line and repair."""
    options = arguments(given)
    try:
        return run(Project(options.root), check=options.check)
    except FaultsError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Không ghi được: {error}. Không bản nào bị đổi.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
