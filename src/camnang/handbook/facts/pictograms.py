"""The drawings that stand for a scam, a situation or a place (`design/icons/*.svg`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = "design/icons"


def read_pictograms(root: Path) -> Mapping[str, str]:
    """Return the SVG text of every pictogram by name."""
    files = sorted((root / FOLDER).glob("*.svg"))
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in files}
