"""The campaign's colours stand in one file of the drawings and one module; all else takes them from there."""

from __future__ import annotations

import json
import re

from camnang.handbook.facts.palette import GOLD, PALETTE, PLACE, rules
from camnang.site.served_assets import whole_text
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


def test_a_sheet_takes_the_colours_that_it_uses() -> None:
    assert rules("a { color: var(--gold) } b { color: var(--ink) }") == f"--gold: {GOLD};"


def test_sheets_beside_the_main_one_use_no_colour_that_it_lacks() -> None:
    sheets = {file.name: whole_text(file) for file in (ROOT / "overrides/assets").glob("*.css")}
    main = rules(sheets["handbook.css"])
    missing = {
        name: [each for each in re.findall(r"--[\w-]+", rules(text)) if each not in main]
        for name, text in sheets.items()
        if PLACE not in text
    }
    assert not any(missing.values()), missing
