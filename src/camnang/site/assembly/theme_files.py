"""The files of `overrides/` that are served: style sheets, scripts, fonts, drawings; no templates.

A component's script lies beside its template and its style sheets and is served with the others, in `assets/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from camnang.site.offline.keeping import ASSETS
from camnang.site.served_assets import served_bytes, whole_text

TEMPLATE_ENDINGS = frozenset({".html", ".xml"})
COMPONENTS = "components"  # what pages and sheets are put together from
SCRIPT = ".js"


def theme_files(overrides: Path) -> Iterator[str]:
    """Yield the path of each file from the site's root."""
    for file in sorted(overrides.rglob("*")):
        path = file.relative_to(overrides)
        hidden = any(part.startswith(".") for part in path.parts)
        if not file.is_file() or hidden or file.suffix in TEMPLATE_ENDINGS:
            continue
        if path.parts[0] != COMPONENTS:
            yield path.as_posix()
        elif file.suffix == SCRIPT:
            yield f"{ASSETS}{file.name}"


def source_of(path: str, overrides: Path) -> Path:
    """Return the file that is served at a path of `theme_files`."""
    file = overrides / path
    return file if file.is_file() else next((overrides / COMPONENTS).glob(f"*/{file.name}"), file)


def is_own(path: str) -> bool:
    """Tell whether a file is a style sheet, script, font or drawing of the pages."""
    return path.startswith(ASSETS) and "/" not in path.removeprefix(ASSETS)


def written(path: str, overrides: Path) -> bytes:
    """Return all that decides what is served of a file: a style sheet's parts belong to it."""
    file = source_of(path, overrides)
    return whole_text(file).encode() if is_own(path) and file.suffix == ".css" else file.read_bytes()


def served(path: str, overrides: Path) -> bytes:
    """Return a file as it is served: style sheets and scripts of the pages made small, all else as it is."""
    file = source_of(path, overrides)
    return served_bytes(file) if is_own(path) else file.read_bytes()
