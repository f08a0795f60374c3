"""Which files of `design/` shape a layout: those that it imports, however far, and all fonts, drawings, colours.

A scene (`design/art/scenes`) is imported by its name, so it shapes only the pictures whose sheet names it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

# Typst's `import`, `include`: every path in the layouts is written out, a test holds that.
IMPORTED: Final = re.compile(r'\b(?:import|include)\s+"([^"@]+\.typ)"')
SCENES: Final = "art/scenes"
DRAWINGS: Final = ("*.ttf", "*.svg", "palette.json")


def imported_files(file: Path, design: Path) -> tuple[Path, ...]:
    """Return the layouts that a layout imports; a path that begins with «/» is meant from the root of `design/`."""
    stat = file.stat()
    return imports_of(file, design, stat.st_size, stat.st_mtime_ns)


@cache
def imports_of(file: Path, design: Path, size: int, changed: int) -> tuple[Path, ...]:
    """Return what a layout imports; nineteen layouts share most of theirs, so each is read once while unchanged."""
    named = IMPORTED.findall(file.read_text(encoding="utf-8"))
    places = (design / name[1:] if name.startswith("/") else file.parent / name for name in named)
    return tuple(place.resolve() for place in places if place.is_file())


def scene_names(design: Path) -> tuple[str, ...]:
    """Return the names of all scenes, sorted."""
    return tuple(sorted(file.stem for file in (design / SCENES).glob("*.typ")))


def layouts_reached(layout: str, design: Path) -> frozenset[Path]:
    """Return a layout's file and all layouts that it imports; nothing when there is no such layout."""
    root = design.resolve()
    waiting, found = [root / f"{layout}.typ"], set[Path]()
    while waiting:
        file = waiting.pop()
        if file not in found and file.is_file():
            found.add(file)
            waiting += imported_files(file, root)
    return frozenset(found)


@cache
def file_hash(file: Path, size: int, changed: int) -> str:
    """Return the hash of a file's bytes with the line ends that every system agrees on; read once while unchanged."""
    text = file.read_bytes()
    return hashlib.sha256(
        text.replace(b"\r\n", b"\n") if file.suffix in {".typ", ".svg", ".json"} else text
    ).hexdigest()


def line_of(file: Path, root: Path) -> bytes:
    """Return what a fingerprint takes of a file: its path and its hash."""
    stat = file.stat()
    return f"{file.relative_to(root).as_posix()}\0{file_hash(file, stat.st_size, stat.st_mtime_ns)}\0".encode()


def layout_fingerprints(layouts: Iterable[str], design: Path) -> dict[str, str]:
    """Return for each layout a hash over everything in `design/` that it draws with; each file is looked at once."""
    root = design.resolve()
    reached = {layout: layouts_reached(layout, root) for layout in layouts}
    drawings = {file for pattern in DRAWINGS for file in root.rglob(pattern)}
    lines = {file: line_of(file, root) for file in drawings.union(*reached.values())}
    return {
        layout: hashlib.sha256(b"".join(lines[file] for file in sorted(files | drawings))).hexdigest()
        for layout, files in reached.items()
    }


def layout_fingerprint(layout: str, design: Path) -> str:
    """Return a hash over everything in `design/` that a layout draws with."""
    return layout_fingerprints((layout,), design)[layout]


def scene_fingerprints(design: Path) -> dict[str, str]:
    """Return for each scene a hash over its file and all that it draws with, as for a layout."""
    names = scene_names(design)
    prints = layout_fingerprints((f"{SCENES}/{name}" for name in names), design)
    return {name: prints[f"{SCENES}/{name}"] for name in names}
