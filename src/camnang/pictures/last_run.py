"""Whether anything was touched since everything was last drawn: told by sizes and times alone, without reading it.

A run that draws nothing would otherwise read all pages and the bytes of all pictures. Only a run that left everything
up to date is written down; `--soat` never asks here, so a file that was damaged without a trace is found by it.
"""

from __future__ import annotations

import hashlib
import os
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import camnang
from camnang.handbook.project import SETTINGS_FILE, Project, Settings

FILE = ".lan-ve-cuoi"  # beside the folder of pictures: it says something of this machine only
INPUT_FOLDERS = ("data", "design", "docs")


def stamps(folder: str) -> Iterator[str]:
    """Yield a line for each file below a folder: path, size and time of the last change in ns."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from stamps(entry.path)
            else:
                found = entry.stat()
                yield f"{entry.path}\t{found.st_size}\t{found.st_mtime_ns}"


def input_stamps(project: Project, settings: Settings, motion: bool) -> Iterator[str]:
    """Yield what a drawing depends on: pages, data, layouts, our code, installed packages, settings."""
    for folder in (*(project.root / name for name in INPUT_FOLDERS), Path(camnang.__file__).parent):
        if folder.is_dir():
            yield from stamps(str(folder))
    yield str((project.root / SETTINGS_FILE).stat().st_mtime_ns)
    yield str(Path(sysconfig.get_path("purelib")).stat().st_mtime_ns)  # installing a package changes it
    yield repr(settings)  # environment variables are in it
    yield f"films: {motion}"  # a run without films leaves them to be made


def hashed(lines: Iterator[str]) -> str:
    """Return a hash of lines."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def input_state(project: Project, settings: Settings, *, motion: bool = True) -> str:
    """Return a hash of all inputs' sizes and times, with or without films; take it before the pages are read."""
    return hashed(input_stamps(project, settings, motion))


def drawn_state(folder: Path) -> str:
    """Return a hash of all pictures' sizes and times, '' when there are none."""
    return hashed(stamps(str(folder))) if folder.is_dir() else ""


def record(folder: Path, inputs: str, pictures: int) -> None:
    """Write down that `folder` holds all pictures of these inputs."""
    (folder.parent / FILE).write_text(f"{inputs}\n{drawn_state(folder)}\n{pictures}\n", encoding="utf-8")


def recorded(folder: Path, inputs: str) -> int | None:
    """Return how many pictures there are when nothing was touched since the last full run, else None."""
    try:
        known, drawn, pictures = (folder.parent / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    return int(pictures) if known == inputs and drawn == drawn_state(folder) else None
