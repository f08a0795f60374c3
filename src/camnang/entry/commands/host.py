"""`may-chu`: builds the site, compresses, writes the servers' files, signs, packs everything for an upload."""

from __future__ import annotations

import argparse

from camnang.entry.commands import compress, pack_site, server_files, sign, site
from camnang.entry.commands.parser import options_for
from camnang.handbook.project import Project

STEPS = (
    ("trang", site.run_everything),
    ("nen", compress.run),
    ("cai-dat-may-chu", server_files.run),
    ("ky", sign.run),
    ("dong-goi", pack_site.run),
)


def run(project: Project, _options: argparse.Namespace) -> int:
    """Do all that stands between pages and a server; the first step that fails ends it."""
    for verb, step in STEPS:
        if code := step(project, options_for(verb)):
            return code
    print("Xong: build/may-chu/. Cách đưa lên máy chủ: deploy/README.md")
    return 0
