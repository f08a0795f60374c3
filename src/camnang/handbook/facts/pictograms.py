"""The drawings that stand for a scam, a situation or a place (`design/icons/*.svg`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from camnang.files.text_file import open_text

FOLDER = "design/icons"


def read_pictograms(root: Path) -> Mapping[str, str]:
    """Return the SVG text of every pictogram by name."""
    files = sorted((root / FOLDER).glob("*.svg"))
    return {file.stem: open_text(file, f"{FOLDER}/{file.name}").strip() for file in files}
