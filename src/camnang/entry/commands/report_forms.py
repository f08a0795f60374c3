"""`mau-bao-cao`: makes the report form (Excel) and the outline (Word) for the units, in `build/bao-cao/`."""

from __future__ import annotations

import argparse

from camnang.files.whole_files import write_files
from camnang.handbook.project import Project
from camnang.papers.reports.form_files import form_files


def run(project: Project, options: argparse.Namespace) -> int:
    """Write the files; return the exit code."""
    target = options.target or project.root / "build" / "bao-cao"
    files = form_files(project.root)
    write_files({target / name: content for name, content in files.items()})
    print(f"Đã ghi {', '.join(files)} vào {target}")
    return 0
