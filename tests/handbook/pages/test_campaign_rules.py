from __future__ import annotations

import pytest

from camnang.handbook.pages.model import Kind
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit, faults_of

OFFICES, CALENDAR = "data/offices.yml", "data/campaign_calendar.yml"
PAGE, YEAR = "docs/tuyen-truyen/truong/index.md", "docs/tuyen-truyen/lich/index.md"


def test_only_pages_of_offices_are_an_offices(campaign: Project) -> None:
    pages = read_handbook(campaign).originals
    kinds = {page.folder: page.kind for page in pages if page.folder.startswith("tuyen-truyen")}
    assert kinds == {
        "tuyen-truyen": Kind.OUTREACH,
        "tuyen-truyen/khac": Kind.PLAIN,
        "tuyen-truyen/lich": Kind.CALENDAR,
        "tuyen-truyen/truong": Kind.OFFICE,
        "tuyen-truyen/truong/bai-doc": Kind.PLAIN,
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "found"),
    [
        (OFFICES, "id: truong\n", "id: xa\n", OFFICES, "cơ quan «xa» chưa có trang"),
        (OFFICES, "id: truong\n", "id: xa\n", PAGE, "trang cơ quan không có trong dữ liệu"),
        (PAGE, "{#viec-ngay}", "{#viec-mai}", OFFICES, "cơ quan «truong» chưa có trang"),
        (OFFICES, "place: truong-hoc", "place: nha-ga", OFFICES, "truong, place: «nha-ga»"),
        (OFFICES, "decks: [hoc-sinh]", "decks: [ong-ba]", OFFICES, "truong, decks: «ong-ba»"),
        (OFFICES, "scams: [goi-la]", "scams: [goi-quen]", OFFICES, "truong, scams: «goi-quen»"),
        (OFFICES, "sources: [H06]", "sources: [H99]", OFFICES, "nguồn «H99»"),
        (OFFICES, "sources: [H06]", "sources: [H05]", PAGE, "thiếu nguồn «H05»"),
        (PAGE, "sources: [H06, P01]", "sources: [H06]", PAGE, "thiếu nguồn «P01»"),
        (CALENDAR, "sources: [X01]", "sources: [X99]", CALENDAR, "nguồn «X99»"),
        (YEAR, "sources: [P01, X01]", "sources: [P01]", YEAR, "thiếu nguồn «X01»"),
        (CALENDAR, "scam: goi-la", "scam: goi-quen", CALENDAR, "«goi-la» có 0 tháng"),
        (CALENDAR, "scam: goi-la", "scam: goi-quen", CALENDAR, "thủ đoạn «goi-quen»"),
    ],
)
def test_data_and_pages_that_disagree_are_told(
    campaign: Project, file: str, old: str, new: str, path: str, found: str
) -> None:
    edit(campaign, file, old, new)
    told = {(fault.path, fault.found) for fault in faults_of(campaign)}
    assert (path, found) in told, told


def test_a_scam_of_tier_1_comes_in_two_months(campaign: Project) -> None:
    other = campaign.root / "docs/thu-doan/goi-quen/index.md"
    other.parent.mkdir()
    text = (campaign.root / SCAM).read_text(encoding="utf-8").replace("id: goi-la", "id: goi-quen")
    other.write_text(text.replace("công an dởm, lừa đảo qua điện thoại", "người quen"), encoding="utf-8")
    edit(campaign, "data/sightings.yml", "[goi-la]", "[goi-la, goi-quen]")
    edit(campaign, CALENDAR, "{month: 12, scams: *scams, weeks: *weeks}", december("goi-quen"))
    (fault,) = faults_of(campaign)
    assert (fault.found, fault.expected) == ("«goi-quen» có 1 tháng", "ít nhất 2 tháng, vì là bậc 1")


def december(scam: str) -> str:
    weeks = ", ".join([f"{{scam: {scam}, material: post}}"] * 4)
    return f"{{month: 12, scams: [{{scam: {scam}, why: Cuối năm.}}], weeks: [{weeks}]}}"
