"""Folders that are replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READ_BY_ALL, WANTED = 0o755, stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


@contextmanager
def replaced_whole(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` when the block ends well.

    If the block raises or is interrupted, `folder` stays as it was and nothing is left beside it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield fresh
        swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def open_to_all(folder: Path) -> None:
    """Let everybody read what is made, a web server above all, whatever the umask of who makes it.

    mkdtemp makes folders, and a umask of 077 files, that only their owner reads.
    """
    folder.chmod(READ_BY_ALL)
    with os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                open_to_all(Path(each.path))
            elif not each.is_symlink() and each.stat().st_mode & WANTED != WANTED:
                os.chmod(each.path, each.stat().st_mode | WANTED)  # noqa: PTH101 (8,000 files: no path of each)


def swap(fresh: Path, folder: Path) -> None:
    """Put `fresh` in the place of `folder`, and the old one back if that fails."""
    open_to_all(fresh)
    old = folder.with_name(f".{folder.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    try:
        fresh.replace(folder)
    except OSError:
        if old.exists():
            old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def keep(source: Path, target: Path) -> None:
    """Put an unchanged file at `target` without copying its bytes where the disk allows that."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        linked_or_copied(source, target)
    except OSError:
        shutil.copy2(source, target)


def linked_or_copied(source: Path, target: Path) -> None:
    """Put a file into a folder that is there."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
