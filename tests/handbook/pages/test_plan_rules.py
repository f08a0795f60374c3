from __future__ import annotations

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of

PLAN, OFFICES = "data/plan_940.yml", "data/offices.yml"
IDLE = "trang chưa đứng dưới việc nào của kế hoạch"


def test_a_plan_that_pages_serve_is_sound(campaign: Project) -> None:
    assert len(read_handbook(campaign).facts.plan.tasks) == 3


@pytest.mark.parametrize(
    ("old", "new", "path", "found"),
    [
        ("thu-doan]", "thu-doan/xa]", PLAN, "III.3.2a: trang «thu-doan/xa» không có"),
        ("offices: [truong]", "offices: [nha-ga]", PLAN, f"cơ quan «nha-ga» không có trong {OFFICES}"),
        ("[tuyen-truyen/khac]", "[thu-doan]", "docs/tuyen-truyen/khac/index.md", IDLE),
        ("[tuyen-truyen/truong/bai-doc]", "[thu-doan]", "docs/tuyen-truyen/truong/bai-doc/index.md", IDLE),
    ],
)
def test_a_plan_and_pages_that_disagree_are_told(
    campaign: Project, old: str, new: str, path: str, found: str
) -> None:
    edit(campaign, PLAN, old, new)
    told = {(fault.path, fault.found) for fault in faults_of(campaign)}
    assert (path, found) in told, told


def test_an_office_without_a_task_is_told(campaign: Project) -> None:
    file = campaign.root / PLAN
    file.write_text(file.read_text(encoding="utf-8").replace("offices: [truong], ", ""), encoding="utf-8")
    (fault,) = faults_of(campaign)
    assert (fault.path, fault.found) == (OFFICES, "cơ quan «truong» không có việc nào")
