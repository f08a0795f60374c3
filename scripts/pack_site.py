"""Gói cả trang trong site/ thành một tệp ZIP để chép lên máy chủ Apache hay IIS, có sẵn cài đặt máy chủ."""

from __future__ import annotations

import argparse
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from camnang.files.whole_folder import replaced_whole
from camnang.files.zip_archive import entry
from camnang.site.hosting.built_site import unbuilt

ROOT = Path(__file__).resolve().parent.parent
NAME = "cam-nang.zip"
# Names that the servers look for, by their names in `deploy/`.
SETTINGS = {"apache.htaccess": ".htaccess", "web.config": "web.config"}


def members(site: Path, deploy: Path) -> dict[str, Path]:
    """Return the files of the archive by their names in it."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return files | {name: deploy / source for source, name in SETTINGS.items()}


def pack(files: Mapping[str, Path], target: Path) -> None:
    """Write the archive, one file after the other: the site is larger than some machines' memory."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(entry(name), files[name].read_bytes())


def main(given: list[str] | None = None) -> int:
    """Pack the site; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="THƯ_MỤC", help="trang đã dựng")
    parser.add_argument("--target", type=Path, default=ROOT / "build" / "may-chu", metavar="THƯ_MỤC")
    options = parser.parse_args(given)
    if problem := unbuilt(options.site):
        print(problem)
        return 1
    files = members(options.site, ROOT / "deploy")
    with replaced_whole(options.target) as fresh:
        pack(files, fresh / NAME)
    megabytes = f"{(options.target / NAME).stat().st_size / 1e6:.0f} MB"
    print(f"Đã gói {len(files)} tệp, {megabytes}: {options.target.name}/{NAME}. Giải nén ở thư mục gốc của máy chủ.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
