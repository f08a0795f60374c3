"""The pages of an office and of the year of posts, built end to end."""

from __future__ import annotations

import shutil
from urllib.parse import urljoin

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.site_paths import CALENDAR_ICS, CALENDAR_XLSX
from camnang.papers.documents.office_files import make_files, plan
from camnang.papers.documents.office_jobs import office_jobs
from tests.conftest import CAMPAIGN, copy_handbook
from tests.site.made_up import build_site, page, words

OFFICE, YEAR = "tuyen-truyen/truong/", "tuyen-truyen/lich/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_handbook(tmp_path_factory.mktemp("campaign") / "handbook")
    shutil.copytree(CAMPAIGN, project.root, dirs_exist_ok=True)
    make_files(plan(project, office_jobs(project, read_handbook(project), read_settings(project))))
    build_site(project)
    return project


def test_an_office_says_what_its_markdown_says_and_what_the_data_say(built: Project) -> None:
    text = words(page(built, OFFICE))
    for said in (
        "Treo áp phích.",
        "Đừng nêu tên em nào.",
        "Hỏi công an xã.",
        "Bài đọc",
        "Mục III.3: Trường nào cũng có giờ ngoại khoá. Bài đọc",
        "Mục III.3: Nhắc qua bảng tin. Lịch · Các kiểu lừa",
        "Sở mới, theo một danh sách",
        "hỏi lại tên trước khi ghi",
    ):
        assert said in text, f"{said!r} is missing"


def test_sections_are_not_said_twice(built: Project) -> None:
    ids = page(built, OFFICE).xpath("//@id")
    assert sorted(ids) == sorted(set(ids))
    assert {"viec-ngay", "de-vap", "them", "ba-viec", "lay-ve", "ke-hoach-can"} <= set(ids)


@pytest.mark.parametrize(("path", "links"), [(OFFICE, 3), (YEAR, 4)])
def test_twelve_months_are_plain_details_with_their_links(built: Project, path: str, links: int) -> None:
    months = page(built, path).xpath("//details[@data-month]")
    assert [month.get("data-month") for month in months] == [str(number) for number in range(1, 13)]
    assert [len(month.xpath(".//ol/li/a[contains(@class, 'button')]")) for month in months] == [links] * 12
    assert [month for month in months if month.get("open") is not None] == []


@pytest.mark.parametrize("path", [OFFICE, YEAR, "tyz/" + OFFICE])
def test_the_calendars_files_are_offered_once_for_all_languages(built: Project, path: str) -> None:
    found = page(built, path).xpath("//a[contains(@href, 'lich-tuyen-truyen.')]/@href")
    assert [urljoin(f"/{path}", link) for link in found] == [f"/{CALENDAR_ICS}", f"/{CALENDAR_XLSX}"]
    assert [file for file in (CALENDAR_ICS, CALENDAR_XLSX) if not (built.root / "site" / file).is_file()] == []
    assert "28/11/2026" in words(page(built, path))


def test_every_source_that_is_marked_is_listed(built: Project) -> None:
    for path in (OFFICE, YEAR):
        root = page(built, path)
        marked, listed = root.xpath("//a[@class='source-ref']/@href"), root.xpath("//*[@id='nguon']//li/@id")
        assert {mark.removeprefix("#") for mark in marked} <= set(listed), path
        assert marked, path
