"""The campaign's colours stand in one file of the drawings and one module; all else takes them from there."""

from __future__ import annotations

import json
import re

from camnang.handbook.facts.palette import PALETTE
from tests.conftest import ROOT

# A drawing shows its colours itself: an SVG opens in a browser, a data address stands in a style sheet.
WRITTEN_OUT = re.compile("|".join(f"{colour}(?![0-9a-f])" for colour in PALETTE.values()), re.IGNORECASE)
SEARCHED = (
    ("design", "*.typ"),
    ("overrides", "*.css"),
    ("overrides", "*.html"),
    ("overrides", "*.js"),
    ("src", "*.py"),
)


def test_drawings_and_python_have_the_same_colours() -> None:
    assert json.loads((ROOT / "design/palette.json").read_text(encoding="utf-8")) == PALETTE


def test_no_other_file_writes_a_colour_of_the_palette_out() -> None:
    files = (file for folder, pattern in SEARCHED for file in (ROOT / folder).rglob(pattern))
    found = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.name != "palette.py" and WRITTEN_OUT.search(file.read_text(encoding="utf-8"))
    }
    assert found == set(), "name the colour: var(--gold), gold, palette.GOLD"
