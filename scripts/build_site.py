"""Dựng trang vào site/: chỉ dựng lại tệp nào đã đổi; có lỗi thì trang cũ còn nguyên."""

from __future__ import annotations

import sys
from pathlib import Path

from camnang.entry.offering import current_offer
from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook_again
from camnang.handbook.project import Project, read_settings
from camnang.site.assembly.up_to_date import bring_up_to_date

ROOT = Path(__file__).resolve().parent.parent


def build(project: Project, site: Path) -> None:
    """Bring the site up to date; raise `FaultsError` and leave `site` as it was when something is wrong."""
    settings, handbook = read_settings(project), read_handbook_again(project)
    bring_up_to_date(site, project, handbook, settings, current_offer(project, handbook, settings))


def main() -> int:
    """Build the site; return the exit code."""
    try:
        build(Project(ROOT), ROOT / "site")
    except FaultsError as error:
        print(error, file=sys.stderr)
        print("Không dựng được trang; site/ chưa bị đổi.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
