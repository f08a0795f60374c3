from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from camnang.handbook.project import Project
from tests.conftest import ROOT, SCAM, edit
from tests.entry.commands.typed import typed

ABOUT = "docs/gioi-thieu/index.md"


def test_a_link_that_leads_nowhere_is_told_with_its_line_before_a_site_is_built(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project.root / ABOUT
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](../khong-co/index.md)\n", encoding="utf-8")
    last = len(page.read_text(encoding="utf-8").splitlines())
    assert typed(project, "soat") == 1
    said = capsys.readouterr().err
    assert f"{ABOUT}:{last}: đường dẫn ../khong-co/index.md không tới đâu" in said, said


def told_places(project: Project, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the places that `soat` names, which must find something."""
    assert typed(project, "soat") == 1
    said = capsys.readouterr().err.splitlines()
    return [line.partition(": ")[0] for line in said if line.startswith(("docs/", "data/", "mkdocs.yml"))]


BROKEN = "- [a\n"


@pytest.mark.parametrize("name", ["units.yml", "reporting.yml", "sms_traps.yml", "moved.yml"])
def test_a_data_file_that_no_page_rests_on_is_read_too(
    project: Project, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (project.root / "data" / name).write_text(f"# ghi chú\n{BROKEN}", encoding="utf-8")
    places = told_places(project, capsys)
    assert [place.rpartition(":")[0] for place in places] == [f"data/{name}"], places


def data_files(root: Path) -> list[str]:
    """Return the YAML files that the real handbook has directly in `data/`, but the groups of the fixture's pages."""
    return sorted(file.name for file in (root / "data").glob("*.yml"))


@pytest.mark.parametrize("name", data_files(ROOT))
def test_a_broken_data_file_is_told_alone_and_hides_no_fault_of_a_page(
    project: Project, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    for other in ("units.yml", "reporting.yml"):
        shutil.copy(ROOT / "data" / other, project.root / "data" / other)
    (project.root / "data" / name).write_text(BROKEN, encoding="utf-8")
    edit(project, SCAM, "reviewed:", "reviewd:")
    places = told_places(project, capsys)
    assert {place.partition(":")[0] for place in places} == {f"data/{name}", SCAM}, places


def test_settings_that_cannot_be_read_hide_no_fault_of_data(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "mkdocs.yml").write_text("site_name", encoding="utf-8")
    (project.root / "data" / "quiz.yml").write_text(BROKEN, encoding="utf-8")
    places = told_places(project, capsys)
    assert {place.partition(":")[0] for place in places} == {"mkdocs.yml", "data/quiz.yml"}, places
