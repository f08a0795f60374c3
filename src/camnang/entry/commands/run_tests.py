"""`thu`: every check and every test, one after the other; pytest's own line comes last."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from camnang.handbook.project import Project

# Before the tests: style, types, and files that are written by machine.
STYLE = (("ruff", "format", "--check", "--quiet", "."), ("ruff", "check", "--quiet", "."))
TYPES = (("mypy",),)
FILES = (
    ("camnang", "khoa-goi", "--soat"),
    ("camnang", "cat-phong", "--soat"),
    ("camnang", "soat"),
    ("camnang", "dia-chi", "--soat"),
)
EVERY_CHECK = (*STYLE, *TYPES, *FILES)
QUICK_CHECKS = STYLE
# One more than there are processors: browsers and servers are often waited for. Files are begun in the order that
# tests/conftest.py gives them (the longest first), not in that of their number of tests.
PYTEST = ("pytest", "-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile", "--no-loadscope-reorder")
QUICK = ("-m", "not slow")


def run(project: Project, options: argparse.Namespace) -> int:
    """Run the checks, then pytest; the first that fails ends it."""
    checks = QUICK_CHECKS if options.quick else EVERY_CHECK
    tests = (*PYTEST, *(QUICK if options.quick else ()), *options.passed)
    for module in (*checks, tests):
        if subprocess.run([sys.executable, "-m", *module], cwd=project.root, check=False).returncode:
            print(f"Dừng: «{' '.join(module[:2])}» báo lỗi ở trên.", file=sys.stderr)
            return 1
    return 0
