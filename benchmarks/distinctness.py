"""How far the posters of all scams are apart when seen small, and a contact sheet with the nearest other of each.

    python3 run.py do-dac distinctness --language vi

The sheet goes to build/distinctness.png: left the poster, right the one most like it, the closest pairs first.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from camnang.handbook.pages.model import Kind
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import draw_pages
from camnang.pictures.jobs import jobs
from camnang.pictures.quality.distinctness import LEAST, SIZE, Nearest, nearest, thumbnail

ROOT = Path(__file__).resolve().parent.parent
SHEET: Final = ROOT / "build" / "distinctness.png"
POSTER: Final = "ap-phich-a3"
PPI: Final = 12
ACROSS: Final = 9  # pairs in a row of the contact sheet
GAP: Final = 6


def posters(language: str) -> dict[str, Image.Image]:
    """Draw the A3 poster of every scam, small."""
    project = Project(ROOT)
    return {
        job.key[0]: Image.open(BytesIO(draw_pages(project.design, job.format, job.data, PPI)[0])).convert("RGB")
        for job in jobs(read_handbook(project), read_settings(project), project.design)
        if job.page.kind is Kind.SCAM and job.key[1] == language and job.format.id == POSTER
    }


def contact_sheet(pairs: tuple[Nearest, ...], drawn: Mapping[str, Image.Image]) -> Image.Image:
    """Return every poster beside the one most like it."""
    width, height = 2 * SIZE[0] + GAP, SIZE[1] + GAP
    sheet = Image.new("RGB", (ACROSS * (width + GAP), -(-len(pairs) // ACROSS) * height), "white")
    for place, pair in enumerate(pairs):
        x, y = place % ACROSS * (width + GAP), place // ACROSS * height
        for shift, name in ((0, pair.name), (SIZE[0], pair.other)):
            sheet.paste(drawn[name].resize(SIZE, Image.Resampling.LANCZOS), (x + shift, y))
    return sheet


def main() -> int:
    """Print the pairs and write the contact sheet; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", default="vi")
    parser.add_argument("--write", action="store_true", help="nothing is kept but the contact sheet")
    asked = parser.parse_args()
    drawn = posters(asked.language)
    pairs = nearest({name: thumbnail(picture) for name, picture in drawn.items()})
    for pair in pairs:
        print(f"{pair.apart:5.1f}  {pair.name}  {pair.other}")
    distances = [pair.apart for pair in pairs]
    print(f"smallest {min(distances):.1f}, median {statistics.median(distances):.1f}, wanted {LEAST:g}")
    SHEET.parent.mkdir(exist_ok=True)
    contact_sheet(pairs, drawn).save(SHEET)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
