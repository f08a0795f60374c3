"""Ảnh mẫu đã duyệt (tests/golden/): ghi lại ảnh đã đổi; --check chỉ so và báo hình nào đổi."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from camnang.files.faults import FaultsError, raise_if_any
from camnang.files.whole_folder import replaced_whole
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.jobs import jobs
from camnang.pictures.quality.golden import FOLDER, LOOK_FOLDER, approve, changes, chosen, drawn, golden_faults


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="không ghi; thoát với mã 1 nếu hình khác ảnh đã duyệt")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    return parser.parse_args(given)


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


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with its file and repair."""
    options = arguments(given)
    try:
        return run(Project(options.root), options)
    except FaultsError as error:
        print("\n".join(str(fault) for fault in error.faults), file=sys.stderr)
    except OSError as error:
        print(f"Không ghi được: {error}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
