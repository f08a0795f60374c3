from __future__ import annotations

from io import BytesIO
from typing import Final

import numpy as np
import pytest
import typst
from PIL import Image

from camnang.handbook.facts.scenes import read_scenes
from camnang.handbook.pages.model import Kind
from camnang.handbook.project import Project
from camnang.pictures.sheets.sheet import ANY_SCENE, HOME_LEAD
from tests.conftest import ROOT, SCAM, edit, faults_of, real_handbook

SCENES = read_scenes(ROOT)
# Of a scene's ground: a scene that leaves more than this free is a small thing on an empty sheet.
MOST_EMPTY: Final = 0.72
GROUP: Final = '(scene: "NAME", said: "", ground: "#14234A", glow: "#1F3568", deep: "#0B1530")'


def picture(name: str, edition: str) -> Image.Image:
    """Draw one scene alone on its field, 200 px wide."""
    source = (
        '#import "/theme.typ": theme\n#import "/art/stage.typ": framed, grounded\n'
        f"#let lead = {GROUP.replace('NAME', name)}\n"
        "#set page(width: 200pt, height: auto, margin: 0pt)\n"
        f'#framed(grounded(theme("{edition}", 1pt), lead), lead, 200pt)'
    )
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(ROOT / "design/fonts")]
    )
    drawn = typst.compile(source.encode(), root=str(ROOT / "design"), font_paths=fonts, format="png", ppi=72)
    assert isinstance(drawn, bytes), f"{name}: {type(drawn)}"
    return Image.open(BytesIO(drawn)).convert("RGB")


def test_every_scam_has_a_scene_that_no_other_has() -> None:
    pages = [page for page in real_handbook().originals if page.kind is Kind.SCAM]
    bare = [page.file for page in pages if page.details.scene in {"", ANY_SCENE}]
    assert bare == [], f"scams without a scene of their own: {bare}"
    named = [page.details.scene for page in pages]
    twice = sorted({name for name in named if named.count(name) > 1})
    assert twice == [], f"scenes of two scams: {twice}"


def test_every_scene_is_shown_somewhere() -> None:
    shown = {page.details.scene for page in real_handbook().originals} | {ANY_SCENE, HOME_LEAD.scene}
    assert set(SCENES) - shown == set()


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_fills_its_field_in_colour(name: str) -> None:
    pixels = np.asarray(picture(name, "colour")).astype(int)
    ground = np.array([0x14, 0x23, 0x4A])
    empty = float((np.abs(pixels - ground).max(axis=2) < 6).mean())
    assert empty < MOST_EMPTY, f"{name}: {empty:.0%} of the field is bare ground, at most {MOST_EMPTY:.0%}"


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_in_lines_spares_ink_and_in_mono_has_no_colour(name: str) -> None:
    saving, mono = picture(name, "saving"), picture(name, "mono")
    pixels = np.asarray(mono).astype(int)
    strange = int((pixels.max(axis=2) - pixels.min(axis=2) > 3).sum())
    assert strange == 0, f"{name}: {strange} coloured pixels in mono"
    for edition, drawn in (("saving", saving), ("mono", mono)):
        dark = float((np.asarray(drawn.convert("L")) < 128).mean())
        assert 0.02 < dark < 0.4, f"{name} in {edition}: {dark:.0%} of it is dark"


def test_an_unknown_scene_is_told_with_its_line(project: Project) -> None:
    edit(project, SCAM, "pictogram: phone-call", "pictogram: phone-call\nscene: no-such-scene")
    fault = faults_of(project)[0]
    assert (fault.path, fault.line, fault.found) == (SCAM, 6, "cảnh «no-such-scene»")
    assert ANY_SCENE in fault.expected, fault.expected
