"""Làm tệp cho văn phòng (Word, Excel, lịch) từ các trang và dữ liệu, vào build/van-phong/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.packs import megabytes
from camnang.papers.documents.office_files import make_files, plan
from camnang.papers.documents.office_jobs import office_jobs


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="không ghi; thoát với mã 1 nếu có tệp đã cũ hoặc hỏng")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    return parser.parse_args(given)


def run(project: Project, *, check: bool) -> int:
    """Do what the command line asks; return the exit code."""
    jobs = office_jobs(project, read_handbook(project), read_settings(project))
    work = plan(project, jobs)
    old = [job.path for job in work.to_make]
    if check and old:
        print("\n".join(f"cũ, hỏng hoặc thiếu: {path}" for path in sorted(old)))
        print("Sửa: chạy python scripts/build_documents.py")
        return 1
    if check:
        print("Mọi tệp văn phòng đều mới.")
        return 0
    files = make_files(work, lambda job: print(f"  {job.path}", flush=True))
    total = megabytes(sum(each.bytes for each in files))
    print(f"Đã làm {len(old)} tệp, có {len(files)} tệp, {total}, trong {project.relative(project.office)}/")
    return 0


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with file, line and repair."""
    options = arguments(given)
    try:
        return run(Project(options.root), check=options.check)
    except FaultsError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Không ghi được: {error}. Không tệp nào bị đổi.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
