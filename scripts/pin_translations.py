"""Ghi vào bản dịch rằng nó khớp với trang tiếng Việt lúc này (dòng «source:»); --check chỉ liệt kê bản đã cũ."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.facts.languages import read_languages
from camnang.handbook.page_files import PageFile, find_pages
from camnang.handbook.pins import with_pin
from camnang.project import Project

ROOT = Path(__file__).resolve().parent.parent


def repinned(page: PageFile) -> str:
    """Return the translation's text with its pin set to the Vietnamese page beside it."""
    original = page.file.with_name("index.md").read_text(encoding="utf-8")
    return with_pin(page.file.read_text(encoding="utf-8"), original)


def main() -> int:
    """Pin the named translations, or all of them; with --check, list those that are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", metavar="TỆP", help="mặc định: mọi bản dịch")
    parser.add_argument("--check", action="store_true", help="không ghi; thoát với mã 1 nếu có bản đã cũ")
    options = parser.parse_args()
    project = Project(ROOT)
    pages, _ = find_pages(project, read_languages(ROOT))
    wanted = [page for page in pages if not page.language.default and page.path in (options.files or {page.path})]
    old = [page for page in wanted if repinned(page) != page.file.read_text(encoding="utf-8")]
    for page in old:
        print(f"{page.path}: trang tiếng Việt đã đổi" if options.check else f"đã ghim {page.path}")
        if not options.check:
            page.file.write_text(repinned(page), encoding="utf-8", newline="\n")
    return 1 if options.check and old else 0


if __name__ == "__main__":
    sys.exit(main())
