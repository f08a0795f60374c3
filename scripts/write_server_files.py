"""Ghi cài đặt máy chủ vào deploy/ (nginx, Apache, IIS) theo trang vừa dựng trong site/; --check chỉ soát."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.files.whole_files import write_files
from camnang.handbook.facts.languages import read_languages
from camnang.site.hosting.built_site import unbuilt
from camnang.site.hosting.server_files import server_files, styles_of

ROOT = Path(__file__).resolve().parent.parent
COMMAND = "python scripts/write_server_files.py"


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="không ghi; báo tệp nào không còn đúng với trang")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="THƯ_MỤC", help="trang đã dựng")
    return parser.parse_args(given)


def wanted(site: Path) -> dict[Path, bytes]:
    """Return every file of `deploy/` that depends on the site."""
    prefixes = [language.url_prefix for language in read_languages(ROOT) if language.url_prefix]
    texts = server_files(styles_of(sorted(site.rglob("*.html"))), prefixes)
    return {ROOT / "deploy" / name: text.encode() for name, text in texts.items()}


def main(given: list[str] | None = None) -> int:
    """Write or check; return the exit code."""
    options = arguments(given)
    if problem := unbuilt(options.site):
        print(problem)
        return 1
    files = wanted(options.site)
    old = [file for file, content in files.items() if not file.is_file() or file.read_bytes() != content]
    if not options.check:
        write_files({file: files[file] for file in old})
        print(f"Đã ghi {len(old)} tệp, {len(files) - len(old)} tệp vẫn đúng, trong deploy/")
        return 0
    for file in old:
        print(f"deploy/{file.name}: không còn đúng với trang. Sửa: chạy {COMMAND}")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
