"""Tells when an editor has saved something."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from camnang.handbook.project import SETTINGS_FILE, Project

WATCHED = ("docs", "data", "design", "overrides")
PAUSE = 0.25  # seconds between two looks; a look at a thousand files takes some ten milliseconds

Snapshot = Mapping[str, tuple[int, int]]


def snapshot(project: Project) -> Snapshot:
    """Return size and time of every file that shapes the site; names that begin with a dot are editors' own."""
    found: dict[str, tuple[int, int]] = {}
    for root in (project.root / SETTINGS_FILE, *(project.root / part for part in WATCHED)):
        for file in (root, *root.rglob("*")):
            if not file.name.startswith("."):
                found |= stamp(file)
    return found


def stamp(file: Path) -> Snapshot:
    """Return a file's size and time by its path; nothing for a folder, or for a file that is just being replaced."""
    try:
        told = file.stat()
    except OSError:
        return {}
    return {} if file.is_dir() else {str(file): (told.st_size, told.st_mtime_ns)}


class Watch:
    """Counts the changes from 0; `wait` ends with the next one."""

    def __init__(self, project: Project) -> None:
        self.project, self.seen, self.version = project, snapshot(project), 0
        self.changed, self.ended = threading.Condition(), threading.Event()

    def look(self) -> int:
        """Look whether anything has changed since the last look; return the number of changes."""
        with self.changed:
            now = snapshot(self.project)
            if now != self.seen:
                self.seen, self.version = now, self.version + 1
                self.changed.notify_all()
            return self.version

    def run(self) -> None:
        """Look again and again until `end`."""
        while not self.ended.wait(PAUSE):
            self.look()

    def wait(self, version: int, seconds: float) -> int:
        """Return the number of changes, as soon as it is not `version`, or after so many seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version or self.ended.is_set(), seconds)
            return self.version

    def end(self) -> None:
        """Let everyone who waits go on."""
        self.ended.set()
        with self.changed:
            self.changed.notify_all()
