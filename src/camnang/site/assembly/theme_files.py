"""The files of `overrides/` that are served: style sheets, scripts, fonts, drawings; templates are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from camnang.site.offline.keeping import ASSETS
from camnang.site.served_assets import served_bytes

TEMPLATE_ENDINGS = frozenset({".html", ".xml"})


def theme_files(overrides: Path) -> Iterator[str]:
    """Yield the path of each file, from the site's root and from `overrides` alike."""
    for file in sorted(overrides.rglob("*")):
        path = file.relative_to(overrides)
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not hidden and file.suffix not in TEMPLATE_ENDINGS:
            yield path.as_posix()


def served(path: str, overrides: Path) -> bytes:
    """Return a file as it is served: style sheets and scripts of the pages made small, all else as it is."""
    is_own = path.startswith(ASSETS) and "/" not in path.removeprefix(ASSETS)
    return served_bytes(overrides / path) if is_own else (overrides / path).read_bytes()
