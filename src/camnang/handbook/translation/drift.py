"""What changed in a Vietnamese text since it was translated; git has the version that a pin names."""

from __future__ import annotations

import difflib
import subprocess
from collections.abc import Iterator
from pathlib import Path

from camnang.handbook.pages.pins import pin


def git(root: Path, *arguments: str) -> str:
    """Return what git prints, '' when there is no git or no history."""
    try:
        # Git of the PATH; arguments are ours
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def versions(root: Path, path: str) -> Iterator[str]:
    """Yield the text of every version of a file that git has, the newest first."""
    for commit in git(root, "log", "--format=%H", "--", path).split():
        yield git(root, "show", f"{commit}:{path}")


def pinned_version(root: Path, path: str, wanted: str) -> str | None:
    """Return the version of a Vietnamese file whose pin is `wanted`, or None when the history does not have it."""
    return next((text for text in versions(root, path) if pin(text) == wanted), None)


def changes(old: str, new: str, path: str) -> str:
    """Return the lines that differ, as a unified diff."""
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"{path} (lúc dịch)", f"{path} (bây giờ)", n=1
    )
    return "".join(lines)
