"""`thu`: every check, side by side, then every test; pytest's own line comes last."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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


def called(module: Sequence[str], root: Path, *, quietly: bool) -> subprocess.CompletedProcess[bytes]:
    """Run a module; `quietly` keeps what it says for later."""
    output = subprocess.PIPE if quietly else None
    command = [sys.executable, "-m", *module]
    return subprocess.run(  # noqa: S603 (our own tools)
        command, cwd=root, check=False, stdout=output, stderr=subprocess.STDOUT if quietly else None
    )


def failing(checks: Sequence[Sequence[str]], root: Path) -> list[Sequence[str]]:
    """Run checks side by side; return those that found something, after all that they said was shown."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda check: called(check, root, quietly=True), checks))
    found = [(check, result.stdout) for check, result in zip(checks, results, strict=True) if result.returncode]
    for _, said in found:
        sys.stderr.buffer.write(said)
    sys.stderr.flush()
    return [check for check, _ in found]


def run(project: Project, options: argparse.Namespace) -> int:
    """Run the checks, then pytest unless one of them found something."""
    checks = QUICK_CHECKS if options.quick else EVERY_CHECK
    tests = (*PYTEST, *(QUICK if options.quick else ()), *options.passed)
    failed = failing(checks, project.root)
    if not failed and called(tests, project.root, quietly=False).returncode:
        failed = [tests]
    for module in failed:
        print(f"Dừng: «{' '.join(module[:2])}» báo lỗi ở trên.", file=sys.stderr)
    return 1 if failed else 0
