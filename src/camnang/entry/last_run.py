"""Whether anything was touched since the last whole run: told by sizes and times alone, without reading it.

A run that makes nothing would otherwise read all pages and the bytes of all made files. Only a run that ended well is
written down; `--soat` never asks here, so a file that was damaged without a trace is found by it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import camnang
from camnang.files.whole_files import write_files
from camnang.handbook.project import SETTINGS_FILE, Project, Settings

FILE: Final = ".lan-chay-cuoi"  # in build/: it says something of this machine only
INPUT_FOLDERS: Final = ("data", "design", "docs", "overrides")


@dataclass(frozen=True)
class LastRun:
    """What the last whole run saw and left: hashes over the inputs, the made files, the site; what it said."""

    inputs: str
    made: str
    site: str
    everything: bool
    said: str


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


def hashed(lines: Iterable[str]) -> str:
    """Return a hash of lines."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def state_of(*folders: Path) -> str:
    """Return a hash of sizes and times of all files below folders; a folder that is missing counts as empty."""
    return hashed(line for folder in folders if folder.is_dir() for line in stamps(str(folder)))


def input_state(project: Project, settings: Settings) -> str:
    """Return a hash over all that a run depends on: pages, data, layouts, templates, our code, packages, settings.

    Take it before the pages are read, so that what is saved meanwhile is seen by the next run.
    """
    folders = (*(project.root / name for name in INPUT_FOLDERS), Path(camnang.__file__).parent)
    others = (
        str((project.root / SETTINGS_FILE).stat().st_mtime_ns),
        str(Path(sysconfig.get_path("purelib")).stat().st_mtime_ns),  # installing a package changes it
        repr(settings),  # environment variables are in it
    )
    return hashed((state_of(*folders), *others))


def made_state(project: Project) -> str:
    """Return a hash over the sizes and times of all made files."""
    return state_of(project.drawn, project.office, project.packed, project.carried)


def recorded(project: Project) -> LastRun | None:
    """Return what the last whole run wrote down, None where there is nothing that can be read."""
    try:
        return LastRun(**json.loads((project.root / "build" / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def record(project: Project, run: LastRun) -> None:
    """Write down that a whole run ended well."""
    text = json.dumps(asdict(run), ensure_ascii=False, indent=1) + "\n"
    write_files({project.root / "build" / FILE: text.encode()})
