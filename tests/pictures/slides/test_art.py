"""What several decks show is drawn once, but never when a layout has changed since."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from camnang.pictures.drawing import engine
from camnang.pictures.slides import slides
from camnang.pictures.slides.parts import Art, Picture
from tests.conftest import ROOT

DESIGN = ROOT / "design"
CROSS = Picture(kind="picture", page=1, x=0, y=0, width=90, height=90, language="vi", art=Art(art="dont"), alt="")


def cross(design: Path) -> bytes:
    return slides.art(design, engine.layouts_state(design), CROSS)


def test_decks_share_what_they_show() -> None:
    slides.drawn_art.cache_clear()
    assert cross(DESIGN) == cross(DESIGN)
    drawn = slides.drawn_art.cache_info().misses
    assert drawn == 1, f"the same sign is drawn {drawn} times"


def test_a_changed_layout_is_drawn_anew(tmp_path: Path) -> None:
    design = tmp_path / "design"
    shutil.copytree(DESIGN, design)
    before = cross(design)
    marks = design / "art" / "marks.typ"
    marks.write_text(marks.read_text(encoding="utf-8").replace("M33 33 L67 67", "M23 33 L67 67"), encoding="utf-8")
    os.utime(marks, ns=(1, 1))
    assert cross(design) != before, "yesterday's sign is shown on a slide"
