from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.offices import Act, Office, OfficeName
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.made.offer import Offer
from camnang.made.pictures import Picture
from camnang.site.months_view import acts_for, calendar_months, office_months, scams_for
from camnang.site.office_view import office_view
from tests.conftest import real_handbook
from tests.site.made_up_registers import pack, picture


@pytest.fixture
def read(campaign: Project) -> Handbook:
    return read_handbook(campaign)


def office_with(acts: int, scams: tuple[str, ...] = ("goi-la",)) -> Office:
    return Office(
        id="truong",
        title="Trường",
        pictogram="school",
        names=(OfficeName(in_plan="Trường", certain=False, hedge="hỏi lại"),),
        place="truong-hoc",
        scams=scams,
        acts=tuple(Act(do=f"Việc {number}.", material="post") for number in range(acts)),
    )


@given(st.integers(min_value=3, max_value=5), st.integers(min_value=1, max_value=12))
def test_a_month_has_three_different_acts_and_a_year_has_all(acts: int, month: int) -> None:
    office = office_with(acts)
    assert len({act.do for act in acts_for(office, month)}) == 3
    assert {act for each in range(1, 13) for act in acts_for(office, each)} == set(office.acts)


def test_an_office_speaks_of_the_months_scams_that_suit_it() -> None:
    facts = real_handbook().facts
    wrong = {
        (office.id, theme.month): scams
        for office in facts.offices
        for theme in facts.calendar.themes
        for scams in [scams_for(office, theme)]
        if not scams or not set(scams) <= set(office.scams)
    }
    assert wrong == {}


def test_an_office_that_no_scam_of_the_month_suits_takes_one_of_its_own(read: Handbook) -> None:
    theme = read.facts.calendar.theme(2)
    assert scams_for(office_with(3, ("goi-quen", "goi-xa")), theme) == ("goi-xa",)


def test_things_lead_to_what_they_take(read: Handbook) -> None:
    months = office_months(read.facts.offices[0], read, read.facts.original, Offer((picture(),)))
    paths = {thing.key: thing.path for month in months for thing in month.things}
    assert paths == {
        "take_poster": "thu-doan/goi-la/#tai-ve",
        "take_loudspeaker": "thu-doan/goi-la/tuyen-truyen/#loa-30",
        "take_sms": "thu-doan/goi-la/tuyen-truyen/#sms",
        "take_slides": "#lay-ve",
    }


def test_without_drawn_posters_the_link_leads_to_the_scam(read: Handbook) -> None:
    months = office_months(read.facts.offices[0], read, read.facts.language("tyz"), Offer())
    assert {t.path for m in months for t in m.things if t.key == "take_poster"} == {"tyz/thu-doan/goi-la/"}


def test_days_stand_in_their_month_with_their_date(read: Handbook) -> None:
    months = office_months(read.facts.offices[0], read, read.facts.original, Offer())
    shown = {month.number: [(day.date, day.title) for day in month.days] for month in months if month.days}
    assert shown == {
        2: [("6/2/2027", "Mùng 1 Tết")],
        8: [("6/8", "Ngày An ninh mạng")],
        9: [("", "Mùa lũ")],
        10: [("", "Mùa lũ")],
    }


def test_the_calendar_tells_its_reasons_with_their_sources(read: Handbook) -> None:
    month = calendar_months(read, read.facts.original, Offer())[0]
    assert [thing.act for thing in month.things] == ["Treo áp phích", "Đọc loa", "Gửi tin nhắn", "Đăng bài"]
    assert [thing.week for thing in month.things] == [1, 2, 3, 4]
    (reason,) = month.reasons
    assert reason.why == 'Tháng 8/2025 có người gọi lạ. <a class="source-ref" href="#nguon-X01">X01</a>'


def test_a_reason_is_no_markup(campaign: Project) -> None:
    file = campaign.root / "data/campaign_calendar.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("có người gọi lạ.", "<b>gọi</b>"), encoding="utf-8")
    handbook = read_handbook(campaign)
    why = calendar_months(handbook, handbook.facts.original, Offer())[0].reasons[0].why
    assert why.startswith("Tháng 8/2025 &lt;b&gt;gọi&lt;/b&gt;"), why


def deck_picture(language: str = "vi", variant: str = "hoc-sinh", role: str = "main") -> Picture:
    return picture(language, form="ap-phich-a4", role=role, page="trang-chu").model_copy(update={"variant": variant})


def names(handbook: Handbook, pictures: tuple[Picture, ...]) -> list[str]:
    view = office_view(handbook.facts.offices[0], handbook.facts.language("tyz"), handbook, Offer(pictures))
    return [file.path for group in view.decks for file in group.files]


def test_an_office_gets_its_own_decks_in_the_readers_language_or_in_vietnamese(read: Handbook) -> None:
    vietnamese, other = deck_picture(), deck_picture(variant="can-bo")
    assert names(read, (vietnamese, other)) == [f"tai-ve/{vietnamese.path}"]
    tay = deck_picture("tyz")
    assert names(read, (vietnamese, tay)) == [f"tai-ve/{tay.path}"]


def test_an_office_shows_task_names_and_the_packs_of_its_place(read: Handbook) -> None:
    others = pack().model_copy(update={"place": "bao-dai"})
    view = office_view(read.facts.offices[0], read.facts.original, read, Offer(packs=(pack(), others)))
    assert [(task.section, task.task) for task in view.tasks] == [
        ("III.3", "Trường nào cũng có giờ ngoại khoá."),
        ("III.3", "Nhắc qua bảng tin."),
    ]
    assert [(name.today, name.hedge) for name in view.names] == [
        ("Công an xã", ""),
        ("Sở mới", "theo một danh sách"),
        ("", "hỏi lại tên trước khi ghi"),
    ]
    assert "#nguon-H06" in view.names[0].sources
    assert [each.path for each in view.packs] == ["tai-ve/goi/goi-truong-hoc.vi.zip"]


def test_only_offices_and_plain_pages_list_what_is_below_them(read: Handbook) -> None:
    assert read.pages["tuyen-truyen/truong", "vi"].kind is Kind.OFFICE
    assert [page.folder for page in read.below("tuyen-truyen/truong", "vi")] == ["tuyen-truyen/truong/bai-doc"]
