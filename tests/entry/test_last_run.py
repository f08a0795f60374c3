from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from camnang.entry import last_run
from camnang.entry.last_run import LastRun
from camnang.handbook.project import Project, Settings, read_settings
from tests.conftest import SCAM, edit


@pytest.fixture
def settings(project: Project) -> Settings:
    return read_settings(project)


def state(project: Project, settings: Settings) -> LastRun:
    """What a whole run of this moment would write down."""
    site = last_run.state_of(project.root / "site")
    return LastRun(last_run.input_state(project, settings), last_run.made_state(project), site, False, "done")


@pytest.fixture
def run(project: Project, settings: Settings) -> LastRun:
    """A handbook whose two pictures were just drawn and whose site was just built."""
    for folder, names in {project.drawn: ("one.png", "two.png"), project.root / "site": ("index.html",)}.items():
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_bytes(name.encode())
    found = state(project, settings)
    last_run.record(project, found)
    return found


def test_an_untouched_handbook_is_known(project: Project, settings: Settings, run: LastRun) -> None:
    assert last_run.recorded(project) == run
    assert state(project, settings) == run


def touch_later(file: Path) -> None:
    os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns + 1_000_000))


CHANGES: dict[str, Callable[[Project], object]] = {
    "a word": lambda project: edit(project, SCAM, "**Không sợ.**", "**Không lo.**"),
    "a layout": lambda project: touch_later(project.design / "poster.typ"),
    "a template": lambda project: touch_later(project.root / "overrides/home.html"),
    "a new page": lambda project: (project.docs / "moi.md").write_text("# Mới", encoding="utf-8"),
    "data": lambda project: touch_later(project.root / "data/formats.yml"),
    "settings": lambda project: touch_later(project.root / "mkdocs.yml"),
    "a lost picture": lambda project: (project.drawn / "one.png").unlink(),
    "a changed picture": lambda project: (project.drawn / "two.png").write_bytes(b"shorter"),
    "a changed site": lambda project: (project.root / "site/index.html").write_bytes(b"?"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(project: Project, settings: Settings, run: LastRun, change: str) -> None:
    CHANGES[change](project)
    assert state(project, settings) != run, change


def test_an_address_set_from_outside_is_seen(project: Project, settings: Settings, run: LastRun) -> None:
    assert state(project, replace(settings, site_url="https://vi.du.vn/")).inputs != run.inputs


@pytest.mark.parametrize("spoilt", ["", "x", "{}", '{"inputs": 1, "other": 2}'])
def test_a_spoilt_record_is_none(project: Project, run: LastRun, spoilt: str) -> None:
    (project.root / "build" / last_run.FILE).write_text(spoilt, encoding="utf-8")
    assert last_run.recorded(project) is None


def test_a_lost_record_is_none(project: Project) -> None:
    assert last_run.recorded(project) is None
