"""`dong-goi`: packs the whole built site as one ZIP for an Apache or IIS server, with the server's settings in it."""

from __future__ import annotations

import argparse
import zipfile
from collections.abc import Mapping
from pathlib import Path

from camnang.entry.commands.sign import seal_site, site_files
from camnang.files.trust.manifest import PUBLIC_KEY, SIGNATURE, Content
from camnang.files.trust.sealing import given_key
from camnang.files.whole_folder import replaced_whole
from camnang.files.zip_archive import entry
from camnang.handbook.project import Project, read_settings
from camnang.site.hosting.built_site import as_built

NAME = "cam-nang.zip"
# Names that the servers look for, by their names in `deploy/`: without a certificate, and with one.
PLAIN = {"apache.htaccess": ".htaccess", "web.config": "web.config"}
SECURE = {"apache-https.htaccess": ".htaccess", "web-https.config": "web.config"}


def members(site: Path, deploy: Path, site_url: str) -> dict[str, Content]:
    """Return the files of the archive by their names in it; the site's address says whether it answers over HTTPS."""
    settings = SECURE if site_url.lower().startswith("https:") else PLAIN
    files = {path: file for path, file in site_files(site).items() if path not in {SIGNATURE, PUBLIC_KEY}}
    return files | {name: deploy / source for source, name in settings.items()}


def pack(files: Mapping[str, Content], target: Path) -> None:
    """Write the archive, one file after the other: the site is larger than some machines' memory."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            content = files[name]
            archive.writestr(entry(name), content if isinstance(content, bytes) else content.read_bytes())


def run(project: Project, options: argparse.Namespace) -> int:
    """Pack the site; return the exit code."""
    target = options.target or project.root / "build" / "may-chu"
    site_url = read_settings(project).site_url
    files = members(as_built(options.site or project.root / "site"), project.root / "deploy", site_url)
    files |= seal_site(project, files, given_key())
    with replaced_whole(target) as fresh:
        pack(files, fresh / NAME)
    megabytes = f"{(target / NAME).stat().st_size / 1e6:.0f} MB"
    print(f"Đã gói {len(files)} tệp, {megabytes}: {target.name}/{NAME}. Giải nén ở thư mục gốc của máy chủ.")
    return 0
