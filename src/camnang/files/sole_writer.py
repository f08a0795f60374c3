"""One run at a time writes into a handbook's folder, and clears away first what a killed one left there."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from camnang.files.stops import stops_put_off
from camnang.files.unfinished import NOTES, finished, unfinished

FOLDER: Final = Path("build", ".dang-ghi")
LOCK_FILE: Final = "khoa"
SCRATCH: Final = "tam"
SCRATCH_VARIABLES: Final = ("TMPDIR", "TEMP", "TMP")  # programs that are started look there
TAKES_NOTHING: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def sole_writer(root: Path, waits: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Let nobody else write for the handbook in `root` meanwhile; temporary files are kept where the next run looks.

    `waits` is called when another run is writing, before its end is waited for; the system takes the lock from a
    process that is gone. A folder that takes no files needs no lock. Raises `OSError`.
    """
    folder = root / FOLDER
    lock = lock_of(folder, waits) if taken(folder) else None
    if lock is None:
        yield
        return
    try:
        cleared(folder)
        with noting(folder), scratch(folder / SCRATCH):
            yield
    finally:
        with stops_put_off():
            with suppress(OSError):  # the next run tries again
                cleared(folder)  # what Ctrl+C in the midst of cleaning up left
            lock.release()


def cleared(folder: Path) -> None:
    """Finish or clear away what a run that is over was writing, and its temporary files; raises `OSError`."""
    finished(folder)
    shutil.rmtree(folder / SCRATCH, ignore_errors=True)


def taken(folder: Path) -> bool:
    """Make the folder of notes; False where nothing may be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno not in TAKES_NOTHING:
            raise
        return False
    return os.access(folder, os.W_OK)


def lock_of(folder: Path, waits: Callable[[], None]) -> FileLock | None:
    """Return the lock, held, once nobody else holds it; None on a disk without locks, as some shared ones are."""
    lock = FileLock(folder / LOCK_FILE, fallback_to_soft=False)  # a soft lock would outlive the one who held it
    try:
        lock.acquire(timeout=0)
    except NotImplementedError:
        return None
    except Timeout:
        waits()
        lock.acquire()
    return lock


@contextmanager
def noting(folder: Path) -> Iterator[None]:
    """Keep the notes of all that is written in `folder`."""
    token = NOTES.set(folder)
    try:
        yield
    finally:
        NOTES.reset(token)


@contextmanager
def scratch(folder: Path) -> Iterator[None]:
    """Keep the temporary files of this process, and of those that it starts, in a folder that is gone afterwards."""
    folder.mkdir()
    before = tempfile.tempdir, {name: os.environ.get(name) for name in SCRATCH_VARIABLES}
    tempfile.tempdir = str(folder)
    os.environ.update(dict.fromkeys(SCRATCH_VARIABLES, str(folder)))
    try:
        yield
    finally:
        tempfile.tempdir = before[0]
        for name, value in before[1].items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


def finish_what_was_left(root: Path) -> None:
    """Finish what a killed run was writing, before anything is read; not while another run is at work."""
    folder = root / FOLDER
    with suppress(OSError, Timeout, NotImplementedError):  # one that only reads must not fail for this
        if unfinished(folder) or (folder / SCRATCH).exists():
            with FileLock(folder / LOCK_FILE, timeout=0, fallback_to_soft=False):
                cleared(folder)
