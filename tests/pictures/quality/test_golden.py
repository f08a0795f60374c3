from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs
from camnang.pictures.quality import golden
from tests.conftest import ROOT, edit
from tests.entry.commands.typed import typed

SCAMS = ("goi-la",)


def chosen(project: Project) -> dict[str, Job]:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    found = golden.chosen(every, SCAMS)
    return {name: job for name, job in found.items() if job.page.language.code == "vi"}


@pytest.fixture
def folder(project: Project) -> Path:
    """Approved pictures of the fixture handbook."""
    golden.approve(project.root / golden.FOLDER, golden.drawn(chosen(project), project.design))
    return project.root / golden.FOLDER


def told(project: Project, folder: Path) -> dict[str, str]:
    fresh = golden.drawn(chosen(project), project.design)
    return {Path(fault.path).name: fault.found for fault in golden.golden_faults(folder, fresh)}


def test_one_format_of_each_look_is_chosen(project: Project) -> None:
    assert set(chosen(project)) == {"goi-la-ap-phich-a4.webp", "goi-la-anh-doc.webp"}


def test_the_same_look_has_no_faults(project: Project, folder: Path) -> None:
    assert told(project, folder) == {}


def test_a_change_of_colour_is_seen_until_it_is_approved(project: Project, folder: Path) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    edit(project, "design/palette.json", '"gold": "#f6b93b"', '"gold": "#c8d93b"')
    assert set(told(project, folder)) == set(before), "both formats have gold"
    assert golden.approve(folder, golden.drawn(chosen(project), project.design)) == 2
    assert told(project, folder) == {}
    assert all((folder / name).read_bytes() != content for name, content in before.items())


def test_a_picture_without_approval_and_one_too_many_are_told(project: Project, folder: Path) -> None:
    (folder / "goi-la-anh-doc.webp").rename(folder / "xua.webp")
    assert told(project, folder) == {
        "goi-la-anh-doc.webp": "chưa có ảnh đã duyệt",
        "xua.webp": "ảnh thừa: không còn vẽ hình này",
    }


def test_approving_leaves_what_looks_the_same(project: Project, folder: Path) -> None:
    assert golden.approve(folder, golden.drawn(chosen(project), project.design)) == 0


def test_the_handbook_looks_as_approved(capsys: pytest.CaptureFixture[str]) -> None:
    code = typed(Project(ROOT), "duyet-hinh", "--soat")
    assert code == 0, capsys.readouterr().err


def test_a_draft_on_the_golden_pictures_does_not_depend_on_the_machine(
    handbook: Handbook, shared_project: Project
) -> None:
    plain = read_settings(shared_project)
    served = replace(plain, site_url="https://vi.du.vn/")
    own, other = (
        {job.key: job.data for job in jobs(handbook, each, shared_project.design)} for each in (plain, served)
    )
    assert own != other, "an address changes sheets, so golden pictures are drawn without one"
