"""The drawn scenes that tell a scam without words (`design/art/scenes/*.typ`)."""

from __future__ import annotations

from pathlib import Path

FOLDER = "design/art/scenes"


def read_scenes(root: Path) -> tuple[str, ...]:
    """Return the names that a page's `scene` field may have, sorted."""
    return tuple(sorted(file.stem for file in (root / FOLDER).glob("*.typ")))
