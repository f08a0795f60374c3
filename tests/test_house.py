"""The walls of the house: few doors, one way up, no circles, MkDocs behind one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "camnang"
MOST_DOORS = 9
THIN = 80  # lines of the only code that knows MkDocs
# What each door may stand on; it may always use its own rooms.
MAY_USE = {
    "files": set(),
    "handbook": {"files"},
    "made": {"files", "handbook"},
    "pictures": {"files", "handbook", "made"},
    "papers": {"files", "handbook", "made", "pictures"},
    "sound": {"files", "handbook", "made", "pictures"},
    "site": {"files", "handbook", "made"},
    "bundles": {"files", "handbook", "made", "pictures", "papers", "site"},
    "entry": {"files", "handbook", "made", "pictures", "papers", "sound", "site", "bundles"},
}


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = SOURCE.parent / node.module.replace(".", "/") / f"{alias.name}.py"
                yield node.lineno, f"{node.module}.{alias.name}" if below.is_file() else node.module
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)


def room_of(module: str) -> str:
    """Return the folder in which a module lies."""
    return module.rpartition(".")[0]


def rooms() -> dict[str, set[str]]:
    """Return which rooms each room uses."""
    used: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        own = ".".join(file.parent.relative_to(SOURCE.parent).parts)
        others = {room_of(name) for _, name in imported(file) if name.startswith("camnang.")}
        used.setdefault(own, set()).update(others - {own, "camnang", ""})
    return used


def test_a_new_reader_sees_few_doors_each_with_one_sentence() -> None:
    doors = sorted(each.name for each in SOURCE.iterdir() if each.is_dir() and each.name != "__pycache__")
    modules = sorted(each.name for each in SOURCE.glob("*.py") if each.name != "__init__.py")
    assert len(doors) <= MOST_DOORS, f"{len(doors)} doors, at most {MOST_DOORS}: {doors}"
    assert modules == ["__main__.py"], f"modules beside the doors: {modules}"
    for folder in [each.parent for each in SOURCE.rglob("*.py")]:
        said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert said, f"{folder.relative_to(ROOT)}/__init__.py does not say what is inside"


@pytest.mark.parametrize("door", MAY_USE)
def test_doors_use_only_what_lies_below(door: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} {name}"
        for file in (SOURCE / door).rglob("*.py")
        for line, name in imported(file)
        if name.startswith("camnang.") and name.split(".")[1] not in MAY_USE[door] | {door}
    ]
    assert wrong == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    used = rooms()
    free = set(used)
    while leaves := {room for room in free if not used[room] & free}:
        free -= leaves
    assert free == set(), {room: sorted(used[room] & free) for room in free}


def test_only_the_adapter_knows_mkdocs() -> None:
    adapter = SOURCE / "entry" / "mkdocs_plugins.py"
    assert adapter.is_file(), adapter
    wrong = [
        f"{file.relative_to(ROOT)}:{line} {name}"
        for file in SOURCE.rglob("*.py")
        if file != adapter
        for line, name in imported(file)
        if name.partition(".")[0].startswith("mkdocs")
    ]
    assert wrong == []


def test_the_adapter_is_thin() -> None:
    adapter = SOURCE / "entry" / "mkdocs_plugins.py"
    lines = len(adapter.read_text(encoding="utf-8").splitlines())
    assert lines <= THIN, f"{adapter.name} has {lines} lines, at most {THIN}: move what decides anything below entry/"
