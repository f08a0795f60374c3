"""Đặt bản nén .gz và .br cạnh mỗi tệp chữ trong site/, cho máy chủ gửi đi ngay. Chạy sau khi dựng trang."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.progress import track

from camnang.files.whole_files import write_files
from camnang.made.packs import megabytes
from camnang.site.hosting.built_site import unbuilt
from camnang.site.hosting.compression import compressed_copies, text_files

ROOT = Path(__file__).resolve().parent.parent


def main(given: list[str] | None = None) -> int:
    """Compress the site; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="THƯ_MỤC", help="trang đã dựng")
    site: Path = parser.parse_args(given).site
    if problem := unbuilt(site):
        print(problem)
        return 1
    total = 2 * sum(1 for _ in text_files(site))
    copies = dict(track(compressed_copies(site), description="Nén", total=total, transient=True))
    write_files(copies)
    print(f"Đã nén {len(copies)} bản, {megabytes(sum(map(len, copies.values())))}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
