"""`cai-dat-may-chu`: writes the servers' files in `deploy/` (nginx, Apache, IIS) as the built site wants them."""

from __future__ import annotations

import argparse
from pathlib import Path

from camnang.files.faults import raise_if_any
from camnang.files.whole_files import write_files
from camnang.handbook.facts.languages import read_languages
from camnang.handbook.project import Project, read_settings
from camnang.site.hosting.built_site import as_built
from camnang.site.hosting.content_types import unknown_kinds
from camnang.site.hosting.server_files import address_of, server_files, styles_of


def wanted(project: Project, site: Path) -> dict[Path, bytes]:
    """Return every file of `deploy/` that depends on the site; raise `FaultsError` for an unknown kind of file."""
    raise_if_any(unknown_kinds(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()))
    prefixes = [language.url_prefix for language in read_languages(project.root) if language.url_prefix]
    address = address_of(read_settings(project).site_url)
    texts = server_files(styles_of(sorted(site.rglob("*.html"))), prefixes, address)
    return {project.root / "deploy" / name: text.encode() for name, text in texts.items()}


def run(project: Project, options: argparse.Namespace) -> int:
    """Write or check; return the exit code."""
    files = wanted(project, as_built(options.site or project.root / "site"))
    old = [file for file, content in files.items() if not file.is_file() or file.read_bytes() != content]
    if options.check:
        return check(old)
    write_files({file: files[file] for file in old})
    print(f"Đã ghi {len(old)} tệp, {len(files) - len(old)} tệp vẫn đúng, trong deploy/")
    return 0


def check(old: list[Path]) -> int:
    """Print which files no longer suit the site; return the exit code."""
    for file in old:
        print(f"deploy/{file.name}: không còn đúng với trang. Sửa: chạy python3 run.py cai-dat-may-chu")
    if not old:
        print("Cài đặt máy chủ trong deploy/ đúng với trang.")
    return 1 if old else 0
