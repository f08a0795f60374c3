from __future__ import annotations

import re

import pytest

from camnang.handbook.facts.formats import read_formats
from camnang.handbook.project import Project
from camnang.pictures.drawing.layout_files import (
    SCENES,
    layout_fingerprint,
    layouts_reached,
    scene_fingerprints,
    scene_names,
)
from tests.conftest import ROOT

DESIGN = ROOT / "design"
SCENE_BY_NAME = 'stage.typ: "scenes/" + name + ".typ" as file'
EVERY_IMPORT = re.compile(r"^\s*#?(?:import|include)\s+(.+)$", re.MULTILINE)


def test_every_import_is_written_out_so_that_it_can_be_followed() -> None:
    wrong = [
        f"{file.name}: {found}"
        for file in DESIGN.rglob("*.typ")
        for found in EVERY_IMPORT.findall(file.read_text(encoding="utf-8"))
        if not found.startswith('"') or found.count('"') > 2
    ]
    assert wrong == [SCENE_BY_NAME], "a scene alone is imported by its name: a sheet that names it is shaped by it"


def test_a_layout_is_shaped_by_what_it_imports_and_by_nothing_else(project: Project) -> None:
    layouts = ("poster", "tent-card")
    before = {layout: layout_fingerprint(layout, project.design) for layout in layouts}
    own = project.design / "tent-card.typ"
    own.write_text(own.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert layout_fingerprint("tent-card", project.design) != before["tent-card"]
    assert layout_fingerprint("poster", project.design) == before["poster"]
    shared = project.design / "fit.typ"
    shared.write_text(shared.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert layout_fingerprint("poster", project.design) != before["poster"]


@pytest.mark.parametrize("drawing", ["fonts", "icons"])
def test_fonts_and_icons_shape_every_layout(project: Project, drawing: str) -> None:
    before = layout_fingerprint("poster", project.design)
    file = next(each for each in sorted((project.design / drawing).iterdir()) if each.suffix in {".ttf", ".svg"})
    file.write_bytes(file.read_bytes() + b"\n")
    assert layout_fingerprint("poster", project.design) != before


def test_no_layout_lies_about_unused() -> None:
    """Every layout file is reached from a format, or from a program that names it."""
    named = {form.layout for form in read_formats(ROOT)}
    programs = " ".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    roots = named | {file.stem for file in DESIGN.glob("*.typ") if f'"{file.stem}"' in programs}
    scenes = {f"{SCENES}/{name}" for name in scene_names(DESIGN)}
    reached = {file for layout in roots | scenes for file in layouts_reached(layout, DESIGN)}
    unused = sorted(file.relative_to(DESIGN).as_posix() for file in DESIGN.rglob("*.typ") if file not in reached)
    assert unused == []


def test_a_scene_is_shaped_by_its_own_file_and_by_what_it_imports(project: Project) -> None:
    before = scene_fingerprints(project.design)
    (one, other) = sorted(before)[:2]
    own = project.design / f"{SCENES}/{one}.typ"
    own.write_text(own.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    after = scene_fingerprints(project.design)
    assert (after[one] != before[one], after[other] == before[other]) == (True, True), f"{one}, {other}"
    paint = project.design / "art/paint.typ"
    paint.write_text(paint.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert scene_fingerprints(project.design)[other] != before[other], f"{other} imports paint.typ"
