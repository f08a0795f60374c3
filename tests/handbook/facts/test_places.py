from __future__ import annotations

import pytest

from camnang.handbook.facts import places
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of, real_handbook

FILE = "data/places.yml"
ASKED_FOR = (
    "truong-hoc",
    "ngan-hang",
    "ben-xe",
    "cho-sieu-thi",
    "xa-phuong",
    "bao-dai",
    "khu-cong-nghiep",
    "doan-the",
)


def test_every_place_of_the_plan_is_there_and_gets_a_scam() -> None:
    listed = real_handbook().facts.places
    assert tuple(place.id for place in listed) == ASKED_FOR
    assert [place.id for place in listed if not (place.scams or place.tiers)] == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("format: ap-phich-a4", "format: ap-phich-a9", "cỡ «ap-phich-a9» không có"),
        ("pictogram: school", "pictogram: trường", "hình «trường» không có"),
        ("scams: [goi-la]", "scams: [goi-quen]", "thủ đoạn «goi-quen»"),
        ("paper: A4, giấy thường", "paper: A4\n      decks: [cho-la]", "decks: «cho-la»"),
        ("scams: [goi-la]", "documents: [tuyen-truyen/la]\n  scams: [goi-la]", "documents: «tuyen-truyen/la»"),
        ("id: bao-dai", "id: truong-hoc", "nơi «truong-hoc» có hai lần"),
        ("format: ap-phich-a4", "format: anh-doc", "cỡ «anh-doc» có hai lần"),
        ("{vi: Trường học, tyz: Rườn tường}", "{tyz: Rườn tường}", "thiếu tên tiếng Việt"),
        ("paper: A4, giấy thường", "papers: A4", "trường lạ «papers» ở mục 1 của «files» ở mục 1"),
    ],
)
def test_a_wrong_name_is_told_with_what_exists(project: Project, old: str, new: str, found: str) -> None:
    edit(project, FILE, old, new)
    told = [fault for fault in faults_of(project) if fault.path == FILE]
    assert any(found in fault.found for fault in told), told


def test_an_unknown_format_is_told_with_its_line(project: Project) -> None:
    edit(project, FILE, "format: ap-phich-a4", "format: cuon-la")
    (fault,) = faults_of(project)
    lines = (project.root / FILE).read_text(encoding="utf-8").splitlines()
    assert "cuon-la" in lines[fault.line - 1], (fault, lines[fault.line - 1])
    assert fault.expected == "một trong ap-phich-a4, anh-doc"


def test_a_broken_list_of_formats_is_told_once(project: Project) -> None:
    edit(project, "data/formats.yml", "id: ap-phich-a4", "id: [")
    assert {fault.path for fault in faults_of(project)} == {"data/formats.yml"}


def test_doubled_names() -> None:
    assert places.doubled(["a", "b", "a", "a"]) == ["a"]
