"""A tiny real handbook, copied for each test that may change it."""

from __future__ import annotations

import importlib.util
import os
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.jobs import Selection
from tests.quick_half import mark

# A slow machine is no failure: nothing here asserts how long something takes. `ci`, which is also what a person runs,
# tries the same examples each time and remembers none, so that the tests of two machines say the same. `nightly`
# (.github/workflows/nightly.yml) tries others each time; what it finds becomes an `@example` of its test.
settings.register_profile("ci", derandomize=True, database=None, deadline=None, print_blob=True)
settings.register_profile(
    "nightly", max_examples=1000, derandomize=False, database=None, deadline=None, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

HALVES = pytest.StashKey[tuple[int, int]]()
ROOT = Path(__file__).resolve().parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "handbook"
CAMPAIGN = ROOT / "tests" / "fixtures" / "campaign"  # an office and a year of posts, laid over the handbook
SHARED_FILES = ("data/hotlines.yml", "data/interface/vi.yml", "data/sms_traps.yml", "data/announcements.yml")
SHARED_FOLDERS = ("design", "overrides")
SCAM = "docs/thu-doan/goi-la/index.md"
LONGEST = (  # those known to take long; the order of the others does not matter much
    "tests/test_documented_commands.py",
    "tests/abuse/test_disturbed.py",
    "tests/test_same_bytes.py",
    "tests/pictures/quality/test_golden.py",
    "tests/browser/test_accessibility.py",
    "tests/browser/test_offline.py",
    "tests/papers/review_sheets/test_units.py",
    "tests/papers/review_sheets/test_faults.py",
    "tests/papers/review_sheets/test_round_trip.py",
    "tests/sound/test_checking.py",
    "tests/pictures/drawing/test_campaign_layouts.py",
    "tests/browser/test_print.py",
)
TRANSLATION = "docs/thu-doan/goi-la/index.tyz.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the long run of the accessibility check."""
    parser.addoption("--every-guise", action="store_true", help="axe on every kind of page in all twelve guises")


def place_of(file: str) -> int:
    """Return when a file of tests is begun: the longest first, so that no processor waits for one at the end."""
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests `quick` or `slow` before `-m` picks among them; begin with the files that take longest."""
    config.stash[HALVES] = mark(items)
    items.sort(key=lambda item: place_of(item.path.relative_to(ROOT).as_posix()))


def pytest_report_collectionfinish(config: pytest.Config) -> str:
    """Say which share of the tests is quick."""
    quick, slow = config.stash.get(HALVES, (0, 0))  # nothing was marked where a named file does not exist
    return f"{quick} of {quick + slow} tests are quick ({quick / max(1, quick + slow):.0%})"


def load_script(path: str) -> ModuleType:
    """Load a file that is run, not imported; `path` is relative to the project."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def copy_handbook(target: Path) -> Project:
    """Copy the fixture handbook, with the project's own layouts and interface words."""
    shutil.copytree(FIXTURE, target, dirs_exist_ok=True)
    for folder in SHARED_FOLDERS:
        shutil.copytree(ROOT / folder, target / folder)
    for file in SHARED_FILES:
        shutil.copy2(ROOT / file, target / file)
    return Project(target)


@cache
def real_handbook() -> Handbook:
    """Return the real handbook, read once in a process; nothing in it can be changed."""
    return read_handbook(Project(ROOT))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A handbook that the test may spoil."""
    return copy_handbook(tmp_path / "handbook")


@pytest.fixture
def campaign(project: Project) -> Project:
    """A handbook with an office and a year of posts that the test may spoil."""
    shutil.copytree(CAMPAIGN, project.root, dirs_exist_ok=True)
    return project


@pytest.fixture(scope="session")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A handbook that no test changes."""
    return copy_handbook(tmp_path_factory.mktemp("shared") / "handbook")


@pytest.fixture(scope="session")
def handbook(shared_project: Project) -> Handbook:
    """The unspoilt handbook, read."""
    return read_handbook(shared_project)


def edit(project: Project, file: str, old: str, new: str) -> None:
    """Replace text that must be there."""
    path = project.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults_of(project: Project) -> tuple[Fault, ...]:
    """Return the faults that reading the handbook raises; the test fails when it raises none."""
    with pytest.raises(FaultsError) as raised:
        read_handbook(project)
    return raised.value.faults


def draw(project: Project, selection: Selection | None = None, site_url: str = "") -> int:
    """Bring the pictures up to date, for a site with this address where one is given; return how many were drawn."""
    handbook, plain = read_handbook(project), read_settings(project)
    settings = replace(plain, site_url=site_url or plain.site_url)
    work = plan(project, handbook, settings, selection or Selection(), project.drawn)
    carry_out(project, work)
    return len(work.to_make)
