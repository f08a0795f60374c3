"""Dựng trang vào site/: dựng xong ở chỗ khác rồi mới thay, nên trang cũ còn nguyên nếu có lỗi."""

from __future__ import annotations

import sys
from pathlib import Path

from camnang.files.whole_folder import replaced_whole
from camnang.site.building import BuildError, build_strictly

ROOT = Path(__file__).resolve().parent.parent


def build(site: Path) -> None:
    """Build strictly; raise `BuildError` and leave `site` as it was when MkDocs finds a fault."""
    with replaced_whole(site) as fresh:
        build_strictly(ROOT, "--site-dir", str(fresh))


def main() -> int:
    """Build the site; return the exit code."""
    try:
        build(ROOT / "site")
    except BuildError:
        print("Không dựng được trang; site/ chưa bị đổi.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
