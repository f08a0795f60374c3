"""What a sheet changes: shown as a diff, rehearsed on a copy of the handbook, then written whole."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault, FaultsError
from camnang.files.whole_files import write_files
from camnang.handbook.facts import pictograms
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import SETTINGS_FILE, Project
from camnang.papers.review_sheets.units import units_of

READ_FOLDERS: Final = ("docs", "data", pictograms.FOLDER)


@dataclass(frozen=True)
class Change:
    """A file's text before and after; `path` is relative to the project."""

    path: str
    old: str
    new: str


def diff(changes: tuple[Change, ...]) -> str:
    """Return all changes as one unified diff."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for change in changes
        for line in difflib.unified_diff(
            change.old.splitlines(keepends=True),
            change.new.splitlines(keepends=True),
            f"a/{change.path}",
            f"b/{change.path}",
        )
    )


def copy_read_files(project: Project, target: Path) -> Project:
    """Copy what reading the handbook reads."""
    for folder in READ_FOLDERS:
        if (project.root / folder).is_dir():
            shutil.copytree(project.root / folder, target / folder)
    if (project.root / SETTINGS_FILE).is_file():
        shutil.copy2(project.root / SETTINGS_FILE, target / SETTINGS_FILE)
    return Project(target)


def rehearse(project: Project, changes: tuple[Change, ...], told: Callable[[Fault], Fault]) -> None:
    """Read a copy of the handbook with the changes; raise `FaultsError` with each fault as `told` tells it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_read_files(project, Path(folder))
        for change in changes:
            (copy.root / change.path).write_bytes(change.new.encode())
        try:
            read_handbook(copy)
        except FaultsError as error:
            raise FaultsError(map(told, error.faults)) from error


def units_on_line(text: str, line: int) -> tuple[str, ...]:
    """Return the ids of the units on a line of a page; a section's heading stands for all units of the section."""
    units = units_of(text)
    found = tuple(unit.id for unit in units if text.count("\n", 0, unit.start) + 1 == line)
    sections = tuple(name.removesuffix("title") for name in found if name.endswith(".title"))
    return tuple(unit.id for unit in units if unit.id in found or unit.id.startswith(sections))


def told_in_sheet(fault: Fault, change: Change, file: str, places: Mapping[str, str]) -> Fault:
    """Return a fault of a corrected line with the cells of the sheet that the line comes from."""
    if fault.path != change.path:
        return fault
    cells = [places[name] for name in units_on_line(change.new, fault.line) if name in places]
    if not cells:
        return fault
    return replace(fault, path=f"{file} {', '.join(cells)} → {fault.path}")


def write_changes(project: Project, changes: tuple[Change, ...]) -> None:
    """Write all files whole or none; the disk's refusal raises `OSError`."""
    write_files({project.root / change.path: change.new.encode() for change in changes})
