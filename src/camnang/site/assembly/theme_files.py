"""The files of `overrides/` that are served: style sheets, scripts, fonts, drawings; no templates, no components."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from camnang.site.offline.keeping import ASSETS
from camnang.site.served_assets import served_bytes, whole_text

TEMPLATE_ENDINGS = frozenset({".html", ".xml"})
COMPONENTS = "components"  # what sheets are put together from


def theme_files(overrides: Path) -> Iterator[str]:
    """Yield the path of each file, from the site's root and from `overrides` alike."""
    for file in sorted(overrides.rglob("*")):
        path = file.relative_to(overrides)
        hidden = any(part.startswith(".") for part in path.parts)
        is_part = path.parts[0] == COMPONENTS
        if file.is_file() and not hidden and not is_part and file.suffix not in TEMPLATE_ENDINGS:
            yield path.as_posix()


def is_own(path: str) -> bool:
    """Tell whether a file is a style sheet, script, font or drawing of the pages."""
    return path.startswith(ASSETS) and "/" not in path.removeprefix(ASSETS)


def written(path: str, overrides: Path) -> bytes:
    """Return all that decides what is served of a file: a style sheet's parts belong to it."""
    file = overrides / path
    return whole_text(file).encode() if is_own(path) and file.suffix == ".css" else file.read_bytes()


def served(path: str, overrides: Path) -> bytes:
    """Return a file as it is served: style sheets and scripts of the pages made small, all else as it is."""
    return served_bytes(overrides / path) if is_own(path) else (overrides / path).read_bytes()
