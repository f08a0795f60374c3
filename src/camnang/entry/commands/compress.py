"""`nen`: puts copies made small (.gz, .br) beside each text file of the built site, for a server to send at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from camnang.entry.progress import progress
from camnang.files.whole_files import write_files
from camnang.handbook.project import Project
from camnang.made.packs import megabytes
from camnang.site.hosting.built_site import as_built
from camnang.site.hosting.compression import COMPRESSIONS, compressed_copies, text_files


def run(project: Project, options: argparse.Namespace) -> int:
    """Compress the site; return the exit code."""
    site = as_built(options.site or project.root / "site")
    copies: dict[Path, bytes] = {}
    with progress("Nén", len(COMPRESSIONS) * sum(1 for _ in text_files(site))) as tick:
        for file, content in compressed_copies(site):
            copies[file] = content
            tick(file.name)
    write_files(copies)
    print(f"Đã nén {len(copies)} bản, {megabytes(sum(map(len, copies.values())))}.")
    return 0
