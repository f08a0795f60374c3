"""What a sheet changes: shown as a diff, tried on the whole handbook, then written whole."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from camnang.files.faults import Fault, FaultsError
from camnang.files.whole_files import write_files
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.papers.review_sheets.units import units_of


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


def rehearse(project: Project, changes: tuple[Change, ...], told: Callable[[Fault], Fault]) -> None:
    """Read the handbook as it would be with the changes; raise `FaultsError` with each fault as `told` tells it."""
    try:
        read_handbook(replace(project, instead={change.path: change.new for change in changes}))
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
