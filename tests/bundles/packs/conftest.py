"""The fixture handbook with its pictures drawn, and a page about rights to pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from camnang.bundles.packs.catalogue import make_packs, plan_packs
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.packs import Pack
from tests.conftest import copy_handbook, draw
from tests.made_once import made_once

PACK = "goi-truong-hoc.zip"


def pack_all(project: Project, site_url: str = "") -> tuple[Pack, ...]:
    handbook, plain = read_handbook(project), read_settings(project)
    settings = replace(plain, site_url=site_url or plain.site_url)
    return make_packs(project, handbook, plan_packs(project, handbook, settings))


def plan_of(project: Project, *, thorough: bool = False) -> tuple[set[str], set[str], set[str]]:
    """Return the names of what is to make, kept and dropped."""
    work = plan_packs(project, read_handbook(project), read_settings(project), thorough=thorough)
    return {job.path for job in work.to_make}, {pack.path for pack in work.kept}, {p.path for p in work.dropped}


@pytest.fixture(scope="session")
def packed_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A handbook whose pictures and packs no test changes."""
    return Project(made_once(tmp_path_factory, "packed", draw_and_pack))


def draw_and_pack(folder: Path) -> None:
    """Copy the handbook, draw its pictures and make its packs."""
    project = copy_handbook(folder)
    draw(project)
    pack_all(project)


@pytest.fixture(scope="session")
def packed_handbook(packed_project: Project) -> Handbook:
    return read_handbook(packed_project)


@pytest.fixture
def fresh_project(tmp_path: Path, packed_project: Project) -> Project:
    """The same, for a test that spoils it."""
    project = copy_handbook(tmp_path / "handbook")
    for folder in (packed_project.drawn, packed_project.packed):
        target = project.root / folder.relative_to(packed_project.root)
        target.mkdir(parents=True)
        for file in (each for each in folder.rglob("*") if each.is_file()):
            copied = target / file.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(file.read_bytes())
    return project
