from __future__ import annotations

import re
from io import BytesIO

import pytest
import typst
from PIL import Image

from camnang.handbook.facts.scenes import read_scenes
from camnang.handbook.pages.model import Kind
from camnang.handbook.project import Project
from tests.conftest import ROOT, SCAM, edit, faults_of, real_handbook

TABLE = re.compile(r"#let scenes = \((.*?)\n\)", re.DOTALL)
ENTRY = re.compile(r"([a-z-]+): \1\b")


def picture(name: str, edition: str) -> Image.Image:
    """Draw one scene alone, 320 px wide."""
    source = (
        '#import "/theme.typ": theme\n#import "/art/scenes.typ": scene\n'
        f'#set page(width: 320pt, height: 200pt, margin: 0pt)\n#scene(theme("{edition}", 1pt), "{name}", 320pt)'
    )
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(ROOT / "design/fonts")]
    )
    drawn = typst.compile(source.encode(), root=str(ROOT / "design"), font_paths=fonts, format="png", ppi=72)
    assert isinstance(drawn, bytes), f"{name}: {type(drawn)}"
    return Image.open(BytesIO(drawn)).convert("RGB")


def test_every_file_is_a_scene_that_layouts_can_draw() -> None:
    table = TABLE.search((ROOT / "design/art/scenes.typ").read_text(encoding="utf-8"))
    assert table is not None, "design/art/scenes.typ has no table"
    assert sorted(ENTRY.findall(table[1])) == list(read_scenes(ROOT))


def test_every_scam_seen_in_the_province_has_a_scene_of_its_own() -> None:
    pages = [page for page in real_handbook().originals if page.kind is Kind.SCAM]
    named = [page.details.scene for page in pages if page.details.tier == 1]
    assert all(named), [page.file for page in pages if page.details.tier == 1 and not page.details.scene]
    assert len(set(named)) == len(named), named


@pytest.mark.parametrize("name", read_scenes(ROOT))
def test_a_scene_is_drawn_in_colour_and_in_greys(name: str) -> None:
    colour, mono = picture(name, "colour"), picture(name, "mono")
    greys = mono.getcolors(maxcolors=100_000) or []
    strange = [shade for _, shade in greys if isinstance(shade, tuple) and max(shade) - min(shade) > 3]
    assert not strange, f"{name}: colours in mono: {strange[:5]}"
    for edition, drawn in (("colour", colour), ("mono", mono)):
        dark = sum(drawn.convert("L").histogram()[:90]) / (drawn.width * drawn.height)
        assert 0.05 < dark < 0.6, f"{name} in {edition}: {dark:.2f} of it is dark"


def test_an_unknown_scene_is_told_with_its_line(project: Project) -> None:
    edit(project, SCAM, "pictogram: phone-call", "pictogram: phone-call\nscene: no-such-scene")
    fault = faults_of(project)[0]
    assert (fault.path, fault.line, fault.found) == (SCAM, 6, "cảnh «no-such-scene»")
    assert "asking-screen" in fault.expected, fault.expected
