from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.pages.kinds import FRAME
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.layouts import message_sheet
from camnang.pictures.sheets.campaign import Message, campaign_sheet, known_scam
from camnang.pictures.sheets.parts import ActList, Labelled
from camnang.pictures.sheets.values import as_json
from tests.pictures.sheets.made_up import campaign_handbook


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> tuple[Handbook, Project]:
    project = campaign_handbook(tmp_path_factory.mktemp("campaign") / "handbook")
    return read_handbook(project), project


def said(campaign: tuple[Handbook, Project], code: str) -> Message:
    handbook, project = campaign
    return campaign_sheet(handbook.pages["", code], handbook, read_settings(project))


def gold(content: Message) -> list[str]:
    return [run.text for phrase in content.headline for run in phrase if run.stress]


def test_the_frame_gives_the_message_its_panels_and_the_first_act(campaign: tuple[Handbook, Project]) -> None:
    content = said(campaign, "vi")
    assert "".join(run.text for phrase in content.headline for run in phrase) == (
        "Chậm đã,rồi bốn không,hai phải."
    ), content.headline
    assert gold(content) == ["bốn không", "hai phải"]
    assert content.dont == ActList("Bốn không", ("Không sợ.", "Không tham."))
    assert content.do == ActList("Hai phải", ("Phải giữ kín.", "Phải báo công an."))
    assert content.first == Labelled("Trước hết: chậm", "Đặt máy xuống. Thở một hơi. Đếm đến mười.")
    assert content.after is None


def test_a_language_without_the_frame_uses_what_it_has(campaign: tuple[Handbook, Project]) -> None:
    content = said(campaign, "tyz")
    assert content.language == "tyz"
    assert content.headline[0][0].text == "Pỉ noọng ơi,"
    assert gold(content) == ["cỏi dằng hết"]
    assert content.first is None
    assert content.dont == ActList("Bấu xảy hết", ("Bấu lao.", "Dá đảy phác chèn."))
    assert content.do.items == ("Cỏi dằng hết.", "Lẩn hẩư cần rườn chắc.")
    assert content.after == Labelled("Đạ tỉnh cằm cần róa", "Roọng ngân hàng ngay.")
    assert content.mock.sender == "Công an chá", "the phone speaks the reader's language"


def test_a_frame_that_lost_a_section_is_not_used(campaign: tuple[Handbook, Project]) -> None:
    handbook, project = campaign
    frame = handbook.pages[FRAME, "vi"]
    poorer = replace(frame, sections={name: part for name, part in frame.sections.items() if name != "phai"})
    changed = replace(handbook, pages={**handbook.pages, (FRAME, "vi"): poorer})
    content = campaign_sheet(changed.pages["", "vi"], changed, read_settings(project))
    assert content.first is None
    assert content.do.items == ("Chậm lại.", "Kể cho người nhà.")


def test_where_a_language_has_no_scam_the_vietnamese_phone_is_shown(campaign: tuple[Handbook, Project]) -> None:
    handbook, _ = campaign
    pages = {key: page for key, page in handbook.pages.items() if key != ("thu-doan/goi-la", "tyz")}
    scam = known_scam(replace(handbook, pages=pages), "tyz")
    assert (scam.folder, scam.language.code) == ("thu-doan/goi-la", "vi")


def test_a_campaign_without_any_scam_is_a_fault(campaign: tuple[Handbook, Project]) -> None:
    handbook, _ = campaign
    pages = {key: page for key, page in handbook.pages.items() if not page.folder.startswith("thu-doan/")}
    with pytest.raises(FaultsError, match=r"data/sightings\.yml"):
        known_scam(replace(handbook, pages=pages), "vi")


def test_a_draft_says_so_even_on_a_sticker_until_someone_approves(campaign: tuple[Handbook, Project]) -> None:
    handbook, project = campaign
    assert said(campaign, "vi").draft == ("Dự thảo – chờ cơ quan chủ trì phê duyệt",)
    assert said(campaign, "tyz").draft == (
        "Bài nẩy páy mì cần Tày ngòi tẻo",
        "Dự thảo – chờ cơ quan chủ trì phê duyệt",
    )
    approved = replace(read_settings(project), approved_by="Công an tỉnh")
    assert campaign_sheet(handbook.pages["", "vi"], handbook, approved).draft == ("Công an tỉnh",)


def test_a_code_is_printed_only_when_there_is_an_address(campaign: tuple[Handbook, Project]) -> None:
    handbook, project = campaign
    assert said(campaign, "vi").qr is None
    known = replace(read_settings(project), site_url="https://cam-nang.example")
    code = campaign_sheet(handbook.pages["", "vi"], handbook, known).qr
    assert code is not None
    assert code.alt.endswith("https://cam-nang.example/"), code.alt


def test_one_layout_takes_the_campaign_and_a_scam(campaign: tuple[Handbook, Project]) -> None:
    handbook, project = campaign
    settings = read_settings(project)
    home = message_sheet(handbook.pages["", "vi"], handbook, settings)
    scam = message_sheet(handbook.pages["thu-doan/goi-la", "vi"], handbook, settings)
    assert type(scam) is type(home), (scam, home)
    assert (home.first is None, scam.first) == (False, None)
    assert scam.kicker == "Người lạ gọi, xưng công an"
    assert scam.after == Labelled("Đã lỡ làm theo", "Gọi ngân hàng ngay.")


def test_the_same_page_gives_the_same_text(campaign: tuple[Handbook, Project]) -> None:
    assert as_json(said(campaign, "tyz")) == as_json(said(campaign, "tyz"))
