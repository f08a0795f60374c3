from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from camnang.handbook.project import Project, Settings, read_settings
from camnang.pictures import last_run
from tests.conftest import SCAM, edit


@pytest.fixture
def settings(project: Project) -> Settings:
    return read_settings(project)


@pytest.fixture
def inputs(project: Project, settings: Settings) -> str:
    """The state of a handbook whose two pictures were just drawn."""
    project.drawn.mkdir(parents=True)
    (project.drawn / "one.png").write_bytes(b"first")
    (project.drawn / "two.png").write_bytes(b"second")
    found = last_run.input_state(project, settings)
    last_run.record(project.drawn, found, 2)
    return found


def test_an_untouched_handbook_is_known(project: Project, settings: Settings, inputs: str) -> None:
    assert last_run.recorded(project.drawn, last_run.input_state(project, settings)) == 2


def touch_later(file: Path) -> None:
    os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns + 1_000_000))


CHANGES: dict[str, Callable[[Project], object]] = {
    "a word": lambda project: edit(project, SCAM, "**Không sợ.**", "**Không lo.**"),
    "a layout": lambda project: touch_later(project.design / "poster.typ"),
    "a new page": lambda project: (project.docs / "moi.md").write_text("# Mới", encoding="utf-8"),
    "data": lambda project: touch_later(project.root / "data/formats.yml"),
    "settings": lambda project: touch_later(project.root / "mkdocs.yml"),
    "a lost picture": lambda project: (project.drawn / "one.png").unlink(),
    "a changed picture": lambda project: (project.drawn / "two.png").write_bytes(b"shorter"),
    "a lost record": lambda project: (project.drawn.parent / last_run.FILE).unlink(),
    "a spoilt record": lambda project: (project.drawn.parent / last_run.FILE).write_text("x"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(project: Project, settings: Settings, inputs: str, change: str) -> None:
    CHANGES[change](project)
    assert last_run.recorded(project.drawn, last_run.input_state(project, settings)) is None, change


def test_an_address_set_from_outside_is_seen(project: Project, settings: Settings, inputs: str) -> None:
    state = last_run.input_state(project, replace(settings, site_url="https://vi.du.vn/"))
    assert last_run.recorded(project.drawn, state) is None


def test_a_run_without_films_is_not_taken_for_a_whole_one(project: Project, settings: Settings) -> None:
    project.drawn.mkdir(parents=True)
    last_run.record(project.drawn, last_run.input_state(project, settings, motion=False), 1)
    assert last_run.recorded(project.drawn, last_run.input_state(project, settings, motion=False)) == 1
    assert last_run.recorded(project.drawn, last_run.input_state(project, settings)) is None
