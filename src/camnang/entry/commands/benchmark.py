"""`do-dac`: runs one of the programs in `benchmarks/`, which measure on the machine at hand."""

from __future__ import annotations

import argparse
import subprocess
import sys

from camnang.handbook.project import Project


def run(project: Project, options: argparse.Namespace) -> int:
    """Measure; return the exit code."""
    program = project.root / "benchmarks" / f"{options.name}.py"
    writing = ["--write"] if options.write else []
    command = [sys.executable, str(program), *writing, *options.passed]
    # one of our own programs
    return 1 if subprocess.run(command, cwd=project.root, check=False).returncode else 0  # noqa: S603
