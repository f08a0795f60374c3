"""Dựng trang vào site/: dựng xong ở chỗ khác rồi mới thay, nên trang cũ còn nguyên nếu có lỗi."""

from __future__ import annotations

import sys
from pathlib import Path

from camnang.entry.offering import current_offer
from camnang.files.faults import FaultsError
from camnang.files.whole_folder import replaced_whole
from camnang.handbook.pages.reader import read_handbook_again
from camnang.handbook.project import Project, read_settings
from camnang.site.assembly.site_files import site_files
from camnang.site.assembly.writing import write_site

ROOT = Path(__file__).resolve().parent.parent


def build(project: Project, site: Path) -> None:
    """Make the site; raise `FaultsError` and leave `site` as it was when something in the handbook is wrong."""
    settings, handbook = read_settings(project), read_handbook_again(project)
    files = site_files(project, handbook, settings, current_offer(project, handbook, settings))
    with replaced_whole(site) as fresh:
        write_site(fresh, files)


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
