"""Typing a command in a test: through the frame, in this process, on a handbook of the test's own."""

from __future__ import annotations

from camnang.entry.commands.frame import main
from camnang.handbook.project import Project


def typed(project: Project, *words: str) -> int:
    """Run what would be typed after `python3 run.py`; return the exit code."""
    return main(["--root", str(project.root), *words])
