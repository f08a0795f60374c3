"""Pages as they were read last time, so that only edited ones are read again.

A page is known by its own bytes and by everything else that decides how it is read: data, settings, this code and the
libraries that it stands on. What is not known, or cannot be understood, is read. Only pages without faults are kept.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar, cast

from camnang.files.last_time import keep_for_next_time, kept
from camnang.files.shaping import shaped_by
from camnang.handbook.project import SETTINGS_FILE, Project, Settings

FILE = ".trang-da-doc"  # below build/; no other program reads it
READER = "camnang.handbook.pages.reader"
SHAPING = ("data", "design/icons", "design/art/scenes")

Read = TypeVar("Read")


class Memory(Protocol):
    """What knows pages that were read before."""

    def recall(self, texts: Iterable[str], read: Callable[[], Read]) -> Read:
        """Return what `read` returned for these texts, or read it now."""


class NoMemory:
    """Reads everything."""

    def recall(self, texts: Iterable[str], read: Callable[[], Read]) -> Read:
        """Read it now."""
        return read()


@dataclass
class PageMemory:
    """What was read last time by its key, and what was asked for this time; `shape` decides how it was read."""

    file: Path
    shape: str
    known: dict[str, object]
    asked: dict[str, object] = field(default_factory=dict)

    def recall(self, texts: Iterable[str], read: Callable[[], Read]) -> Read:
        """Return what `read` returned for these texts, or read it now; what raises is not kept."""
        key = key_of(texts)
        self.asked[key] = self.known[key] if key in self.known else read()
        return cast("Read", self.asked[key])

    def keep(self) -> None:
        """Write what was asked for, unless it is what is kept already; a disk that refuses costs only time."""
        if self.asked.keys() == self.known.keys():
            return
        content = pickle.dumps(self.asked, protocol=pickle.HIGHEST_PROTOCOL)
        keep_for_next_time(self.file, self.shape, content)


def key_of(texts: Iterable[str]) -> str:
    """Return a hash over texts, in their order."""
    found = hashlib.sha256()
    for text in texts:
        content = text.encode()
        found.update(f"{len(content)}\0".encode() + content)
    return found.hexdigest()


def shaping_files(project: Project) -> Iterator[Path]:
    """Yield the files of a project that decide how its pages are read."""
    for part in SHAPING:
        yield from sorted(file for file in (project.root / part).rglob("*") if file.is_file())


def fingerprint(project: Project, settings: Settings) -> str:
    """Return a hash over all that decides how pages are read, but the pages."""
    found = hashlib.sha256(f"{sys.version}\0{shaped_by(READER)}\0{settings!r}\0{SETTINGS_FILE}\0".encode())
    for file in shaping_files(project):
        found.update(file.relative_to(project.root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def kept_pages(file: Path, shape: str) -> dict[str, object]:
    """Return what a memory holds; nothing when it is missing, damaged, or of another shape."""
    content = kept(file, shape)
    # a file of `build/`, which this program alone writes
    known: dict[str, object] = {} if content is None else pickle.loads(content)  # noqa: S301
    return known


def page_memory(project: Project, settings: Settings) -> PageMemory:
    """Return the memory of a project's pages."""
    file, shape = project.drawn.parent / FILE, fingerprint(project, settings)
    return PageMemory(file, shape, kept_pages(file, shape))
