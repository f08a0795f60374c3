"""`nen`: puts copies made small (.gz, .br) beside each text file of the built site, for a server to send at once."""

from __future__ import annotations

import argparse

from camnang.files.whole_files import write_files
from camnang.handbook.project import Project
from camnang.made.packs import megabytes
from camnang.site.hosting.built_site import as_built
from camnang.site.hosting.compression import compressed_copies


def run(project: Project, options: argparse.Namespace) -> int:
    """Compress the site; return the exit code."""
    copies = dict(compressed_copies(as_built(options.site or project.root / "site")))
    write_files(copies)
    print(f"Đã nén {len(copies)} bản, {megabytes(sum(map(len, copies.values())))}.")
    return 0
