"""The tiny handbook with a small film, since a film of full size takes seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs
from tests.conftest import copy_handbook

FORMAT = """\
- id: phim
  name: {vi: Phim 15 giây}
  layout: motion
  width: 320px
  height: 180px
  file_format: mp4
  pages: [home, scam]
  tiers: [1]
  max_kilobytes: 6000
- id: phim-doc
  name: {vi: Phim 15 giây dọc}
  layout: motion
  width: 180px
  height: 320px
  file_format: mp4
  pages: [home, scam]
  tiers: [1]
  max_kilobytes: 6000
"""


def with_films(target: Path) -> Project:
    """Copy the tiny handbook and let it draw nothing but films."""
    project = copy_handbook(target)
    (project.root / "data/formats.yml").write_text(FORMAT, encoding="utf-8")
    (project.root / "data/places.yml").write_text("[]\n", encoding="utf-8")  # its formats are not among these
    return project


def jobs_of(project: Project) -> dict[tuple[str, str, str], Job]:
    """Return the jobs of a handbook by page, language and format."""
    handbook, settings = read_handbook(project), read_settings(project)
    return {job.key[:3]: job for job in jobs(handbook, settings, project.design)}


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A handbook with films that no test changes."""
    return with_films(tmp_path_factory.mktemp("films") / "handbook")
