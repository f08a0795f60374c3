"""The tiny handbook with its pictures drawn and its copies made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from camnang.bundles.copies.copies import built_site, make_copies, plan
from camnang.bundles.copies.edition import Built
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.jobs import Selection
from tests.conftest import copy_handbook, draw


@pytest.fixture(scope="session")
def carried_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_handbook(tmp_path_factory.mktemp("carried") / "handbook")
    draw(project, Selection(formats=frozenset({"anh-doc"})))
    return project


@pytest.fixture(scope="session")
def built(carried_project: Project) -> Iterator[Built]:
    with built_site(carried_project, read_handbook(carried_project), read_settings(carried_project)) as found:
        yield found


@pytest.fixture(scope="session")
def copies(carried_project: Project, built: Built) -> Project:
    handbook, settings = read_handbook(carried_project), read_settings(carried_project)
    make_copies(plan(carried_project, handbook, settings), handbook, settings, built)
    return carried_project
