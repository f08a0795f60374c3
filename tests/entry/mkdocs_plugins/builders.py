"""Building a made-up handbook with MkDocs, or with the program that carries MkDocs 1 on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from camnang.handbook.project import Project


def build_with(builder: str, project: Project, folder: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` or that of another builder; pages go to `folder` of the project."""
    command = [sys.executable, "-m", builder, "build", "--strict", "--site-dir", folder]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=project.root, env=env, capture_output=True, text=True, check=False)


def files_of(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def assert_same_site(handed: Path, direct: Path) -> None:
    """Hold two sites against each other, byte for byte."""
    found, expected = files_of(handed), files_of(direct)
    assert sorted(found) == sorted(expected), f"{handed.name} against {direct.name}"
    assert [path for path, content in found.items() if content != expected[path]] == []
