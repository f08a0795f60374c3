from __future__ import annotations

import datetime

import pytest

from camnang.handbook.pages.freshness import NEW_DAYS, is_new, never_warned_of, told_until, warnings_by_age
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit

WARNING = "canh-bao/2026-03-09-goi-la"
DAY = datetime.date(2026, 3, 9)


@pytest.mark.parametrize(("days", "new"), [(-1, True), (0, True), (NEW_DAYS, True), (NEW_DAYS + 1, False)])
def test_a_warning_is_new_for_ninety_days(handbook: Handbook, days: int, new: bool) -> None:
    today = DAY + datetime.timedelta(days=days)
    assert is_new(DAY, today) is new
    found = [[page.folder for page in pages] for pages in warnings_by_age(handbook, "vi", today)]
    assert found == ([[WARNING], []] if new else [[], [WARNING]])


def test_the_handbook_tells_until_its_newest_day_and_asks_no_clock(project: Project) -> None:
    assert told_until(read_handbook(project)) == datetime.date(2026, 11, 24)
    edit(project, f"docs/{WARNING}/index.md", "reviewed: 2026-11-24", "reviewed: 2026-11-30")
    assert told_until(read_handbook(project)) == datetime.date(2026, 11, 30)


def test_a_scam_without_a_warning_is_named(project: Project) -> None:
    assert never_warned_of(read_handbook(project)) == ()
    (project.root / "docs" / WARNING / "index.md").unlink()
    (project.root / "docs" / WARNING).rmdir()
    handbook = read_handbook(project)
    assert never_warned_of(handbook) == handbook.of_kind(Kind.SCAM, "vi")
