"""`xem`: shows the pages on this machine while they are edited."""

from __future__ import annotations

import argparse
import subprocess
import sys

from camnang.handbook.project import Project


def run(project: Project, options: argparse.Namespace) -> int:
    """Show a live preview until it is stopped; return the exit code."""
    address = f"127.0.0.1:{options.port}"
    print(f"Xem trước ở http://{address}/ – dừng bằng Ctrl+C.", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    opening = [] if options.closed else ["--open"]
    return 1 if subprocess.run([*command, *opening], cwd=project.root, check=False).returncode else 0
