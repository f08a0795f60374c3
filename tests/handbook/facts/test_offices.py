from __future__ import annotations

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of, real_handbook

FILE = "data/offices.yml"
OF_THE_PLAN = (
    "cong-an",
    "khoa-hoc-cong-nghe",
    "giao-duc",
    "cong-thuong",
    "xay-dung",
    "ngan-hang",
    "bao-dai",
    "so-nganh",
    "xa-phuong",
    "mat-tran-doan-the",
)


def test_every_office_of_the_plan_is_there() -> None:
    assert tuple(office.id for office in real_handbook().facts.offices) == OF_THE_PLAN


def test_a_handbook_without_offices_is_whole(project: Project) -> None:
    assert read_handbook(project).facts.offices == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("certain: true, sources: [H06]", "certain: true", "có «sources»"),
        ("certain: false, hedge: theo một danh sách", "certain: false", "có «hedge»"),
        ("material: sms", "material: fax", "«material» ở mục 3 của «acts» ở mục 1: «fax»"),
        (
            "material: sms}",
            "material: sms, months: [1]}\n    - {do: Thêm., material: sms, months: [13]}",
            "mục 1 của «months» ở mục 4 của «acts» ở mục 1: «13»",
        ),
        ("material: sms}", "material: sms, months: []}", "ít nhất 1 mục"),
        ("pictogram: school", "pictogram: trường", "truong: hình «trường»"),
        ("title: Trường", "titles: Trường", "trường lạ «titles» ở mục 1"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(campaign: Project, old: str, new: str, said: str) -> None:
    edit(campaign, FILE, old, new)
    told = [fault for fault in faults_of(campaign) if fault.path == FILE]
    assert any(said in str(fault) and fault.line for fault in told), told


def test_an_id_stands_once(campaign: Project) -> None:
    file = campaign.root / FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text + text, encoding="utf-8")
    (fault,) = (fault for fault in faults_of(campaign) if fault.path == FILE)
    assert (fault.found, fault.line) == ("cơ quan «truong» có hai lần", text.count("\n") + 1)


def test_every_month_has_something_to_choose_from(campaign: Project) -> None:
    edit(campaign, FILE, "material: sms}", "material: sms, months: [1, 2, 3]}")
    edit(campaign, FILE, "material: slides}", "material: slides, months: [3, 4]}")
    (fault,) = (fault for fault in faults_of(campaign) if fault.path == FILE)
    assert fault.expected == "mỗi tháng 3–5 việc; tháng 5 có 2"
