from __future__ import annotations

import pytest

from camnang.handbook.facts.provincial_plan import NO_PLAN
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of, real_handbook

FILE = "data/plan_940.yml"
# How many dashes (and below a dash, plus signs) each section of the plan's own text has.
DASHES = {
    "I": 4,
    "II.1": 4,
    "II.2": 6,
    "III.1": 9,
    "III.2": 6,
    "III.3": 2,
    "III.4": 1,
    "III.5": 1,
    "III.6": 3,
    "III.7": 1,
    "III.8": 3,
    "III.9": 1,
    "IV": 1,
    "V": 1,
}
LONGEST_TASK = 20  # words: a task is read at a glance


def test_every_dash_of_the_plan_is_a_task() -> None:
    plan = real_handbook().facts.plan
    assert {section: len(plan.tasks_in(section)) for section in plan.sections} == DASHES


def test_tasks_are_short_and_stand_in_the_plans_order() -> None:
    tasks = real_handbook().facts.plan.tasks
    assert {task.code: task.task for task in tasks if len(task.task.split()) > LONGEST_TASK} == {}
    assert [task.code for task in tasks] == sorted((task.code for task in tasks), key=in_order)


def in_order(code: str) -> tuple[int, str]:
    section = code.rpartition(".")[0]
    return list(DASHES).index(section), code


def test_an_office_has_all_its_tasks_and_no_others() -> None:
    plan = real_handbook().facts.plan
    assert [task.code for task in plan.tasks_of("ngan-hang")] == ["III.6.1", "III.6.2a", "III.6.2b", "V.1"]
    assert [task.section for task in plan.tasks_of("giao-duc")] == ["III.3"] * 2 + ["III.8"] * 3 + ["V"]
    assert plan.tasks_of("nha-ga") == ()


def test_a_handbook_without_a_plan_is_whole(project: Project) -> None:
    assert read_handbook(project).facts.plan == NO_PLAN


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("code: III.3.2a", "code: III.3.1", "việc «III.3.1» có 2 lần"),
        ("code: II.2.1", "code: II.7.1", "«II.7.1»"),
        ("code: II.2.1", "code: II.1.1", "mục «II.1» chỉ có ở tasks"),
        ("code: II.2.1", "code: II.1.1", "mục «II.2» chỉ có ở sections"),
        ("pages: [tuyen-truyen/khac]", "pages: []", "ít nhất 1 mục"),
        ("offices: [truong]", "office: [truong]", "trường lạ «office»"),
    ],
)
def test_what_is_wrong_is_told(campaign: Project, old: str, new: str, said: str) -> None:
    edit(campaign, FILE, old, new)
    told = [str(fault) for fault in faults_of(campaign) if fault.path == FILE]
    assert any(said in each for each in told), f"{said!r} is not in {told}"
