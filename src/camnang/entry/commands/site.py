"""`trang`: draws what changed, makes the other files, builds the site beside the old one and swaps them."""

from __future__ import annotations

import argparse
import time

from camnang.entry.commands import documents, draw, offline, packs
from camnang.entry.commands.parser import options_for
from camnang.files.whole_folder import replaced_whole
from camnang.handbook.project import Project
from camnang.site.building import build_strictly

STEPS = (("ve", draw.run), ("van-phong", documents.run), ("goi", packs.run), ("mang-di", offline.run))


def run(project: Project, _options: argparse.Namespace) -> int:
    """Bring everything up to date, step by step; the first that fails ends it."""
    began = time.monotonic()
    for verb, step in STEPS:
        if code := step(project, options_for(verb)):
            return code
    with replaced_whole(project.root / "site") as fresh:
        build_strictly(project.root, "--site-dir", str(fresh))
    print("Xong: trang ở site/, áp phích ở site/tai-ve/. Xem thử: python3 run.py xem", end=" ")
    print(f"({time.monotonic() - began:.0f} giây)")
    return 0
