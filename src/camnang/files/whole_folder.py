"""Folders that are replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from camnang.files.stops import stops_put_off
from camnang.files.unfinished import Move, beside, noted

FOLDER_MODE: Final = 0o755
READABLE: Final = 0o444


@contextmanager
def replaced_whole(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `folder` when the block ends well.

    If the block raises or is interrupted, `folder` stays as it was and nothing is left beside it; if the process is
    killed, the next run that writes clears away what is.
    """
    place = Path(os.path.realpath(folder))  # a link to where a server reads stays a link
    made_folder(place.parent)
    fresh, old = beside(place)
    with noted((fresh, old)) as note:
        fresh.mkdir()
        yield fresh
        opened_to_all(fresh)
        move = Move(fresh, place, old)
        with stops_put_off():
            note((move,))
            move.make()


def made_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, open to every reader whatever the umask says."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        each.chmod(FOLDER_MODE)


def opened_to_all(folder: Path) -> None:
    """Let everybody read what is in a folder: a web server runs as somebody else, whatever the umask here says."""
    folder.chmod(FOLDER_MODE)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                opened_to_all(Path(entry.path))
            elif (mode := entry.stat().st_mode & 0o777) & READABLE != READABLE:
                with suppress(PermissionError):  # a link to a file of somebody else, who has decided
                    Path(entry.path).chmod(mode | READABLE)


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
