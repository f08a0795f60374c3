from __future__ import annotations

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.site.plan_view import plan_sections, report_view, task_views
from tests.conftest import real_handbook


def test_the_plan_is_shown_whole_with_the_pages_that_serve_it() -> None:
    handbook = real_handbook()
    sections = plan_sections(handbook.facts.original, handbook)
    assert [section.section for section in sections] == list(handbook.facts.plan.sections)
    assert sum(len(section.tasks) for section in sections) == len(handbook.facts.plan.tasks)
    schools = next(section for section in sections if section.section == "III.3")
    assert "tuyen-truyen/giao-duc/bai-thpt/" in [page.path for page in schools.tasks[0].pages]


def test_a_page_that_is_not_translated_is_offered_in_vietnamese() -> None:
    handbook = real_handbook()
    (_, reports) = task_views("bao-dai", handbook.facts.language("tyz"), handbook)
    assert [(page.path, page.language) for page in reports.pages] == [("tyz/tuyen-truyen/bao-cao/", "vi")]


def test_reports_go_where_the_plan_says_and_when() -> None:
    handbook = real_handbook()
    shown = report_view(handbook.facts.original, handbook)
    assert shown is not None
    assert shown.sent_to == "Công an tỉnh"
    assert [(each.before, each.said) for each in shown.deadlines] == [
        ("06-05", "trước ngày 5/6"),
        ("12-05", "trước ngày 5/12"),
    ]
    assert shown.page.path == "tuyen-truyen/bao-cao/"


def test_a_handbook_without_reports_shows_no_deadline(campaign: Project) -> None:
    handbook = read_handbook(campaign)
    assert report_view(handbook.facts.original, handbook) is None
