"""Builds the site by MkDocs' own command, strictly: a warning is an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class BuildError(Exception):
    """MkDocs said what is wrong."""


def build_strictly(root: Path, *options: str) -> None:
    """Build the handbook in `root`; raise `BuildError` when MkDocs finds a fault."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *options]
    if subprocess.run(command, cwd=root, check=False).returncode:
        raise BuildError
