from __future__ import annotations

import datetime

import pytest

from camnang.entry.commands.due import NOTHING, due_lines
from camnang.handbook.pages.freshness import NEW_DAYS
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit
from tests.entry.commands.typed import typed

WARNING = "docs/canh-bao/2026-03-09-goi-la/index.md"
DAY = datetime.date(2026, 3, 9)


def lines(handbook: Handbook, today: datetime.date) -> list[str]:
    return [line for line in due_lines(handbook, today) if line.startswith(("- ", "Không"))]


def test_a_fresh_handbook_has_nothing_overdue(handbook: Handbook) -> None:
    assert lines(handbook, DAY + datetime.timedelta(days=NEW_DAYS)) == [NOTHING]


def test_a_warning_older_than_a_season_is_told_and_that_no_new_one_is_left(handbook: Handbook) -> None:
    found = lines(handbook, DAY + datetime.timedelta(days=NEW_DAYS + 1))
    assert found == [f"- 9/3/2026: Nhiều người bị gọi lạ (`{WARNING}`)"] * 2


def test_pages_not_reviewed_for_half_a_year_are_told(handbook: Handbook) -> None:
    pages = [page.file for page in handbook.originals]
    found = lines(handbook, datetime.date(2027, 6, 1))
    assert [line for line in found if line.startswith("- 2026-11-24: ")] == [
        f"- 2026-11-24: `{file}`" for file in sorted(pages, key=lambda file: file.removesuffix("index.md"))
    ]


def test_a_scam_that_nobody_was_warned_of_is_told(project: Project) -> None:
    (project.root / WARNING).unlink()
    (project.root / WARNING).parent.rmdir()
    found = lines(read_handbook(project), DAY)
    assert found[0] == "- chưa có cảnh báo nào"
    assert found[1].endswith("(`docs/thu-doan/goi-la/index.md`)")


def test_the_command_tells_it_alone_and_ends_well(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, WARNING, "reviewed: 2026-11-24", "reviewed: 2020-01-01")
    assert typed(project, "soat", "--qua-han") == 0
    said = capsys.readouterr().out
    assert said.startswith("## Trang xem lại đã quá"), said
    assert f"- 2020-01-01: `{WARNING}`" in said
