"""Dựng trang vào site/: dựng xong ở chỗ khác rồi mới thay, nên trang cũ còn nguyên nếu có lỗi."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from camnang.whole_folder import replaced_whole

ROOT = Path(__file__).resolve().parent.parent


class BuildError(Exception):
    """MkDocs said what is wrong."""


def build(site: Path) -> None:
    """Build strictly; raise `BuildError` and leave `site` as it was when MkDocs finds a fault."""
    with replaced_whole(site) as fresh:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(fresh)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise BuildError


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
