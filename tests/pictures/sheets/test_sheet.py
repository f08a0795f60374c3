from __future__ import annotations

from dataclasses import replace

from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.pages.statement import Run
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.glyphs import common_coverage, missing_letters
from camnang.pictures.sheets.parts import ActList
from camnang.pictures.sheets.sheet import sheet
from camnang.pictures.sheets.values import as_json, plain
from tests.conftest import ROOT, real_handbook

PAGE = ("thu-doan/goi-la", "vi")


def test_a_poster_prints_the_bold_words_of_the_page(handbook: Handbook, shared_project: Project) -> None:
    page = handbook.pages[PAGE]
    content = sheet(page, handbook, read_settings(shared_project))
    assert content.dont == ActList("Không", ("Không sợ.", "Không chuyển tiền."))
    assert content.do.items == tuple(item.lead for item in page.sections["hay"].items)
    assert [line.flag for line in content.mock.lines] == [
        "Doạ cho mình sợ",
        "Bắt giữ bí mật",
        "Đòi chuyển tiền",
    ]
    assert content.headline[1][0] == Run("không", stress=True)


def test_banknotes_are_drawn_only_where_the_page_asks_for_them(handbook: Handbook, shared_project: Project) -> None:
    page = handbook.pages[PAGE]
    assert page.mock is not None
    baited = replace(page, mock=replace(page.mock, bait=True))
    drawn = [sheet(each, handbook, read_settings(shared_project)).mock.bait for each in (page, baited)]
    assert drawn == [False, True]


def test_a_draft_is_labelled_until_someone_approves(handbook: Handbook, shared_project: Project) -> None:
    settings = read_settings(shared_project)
    page = handbook.pages[PAGE]
    assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in sheet(page, handbook, settings).notices
    approved = replace(settings, approved_by="Công an tỉnh Cao Bằng")
    notices = sheet(page, handbook, approved).notices
    assert "Công an tỉnh Cao Bằng" in notices
    assert not any("Dự thảo" in notice for notice in notices)


def test_a_draft_translation_says_so_twice(handbook: Handbook, shared_project: Project) -> None:
    content = sheet(handbook.pages["thu-doan/goi-la", "tyz"], handbook, read_settings(shared_project))
    assert content.notices[0] == "Bài nẩy páy mì cần Tày ngòi tẻo"
    assert content.notices[1].startswith("Tiếng Tày: bản nháp")


def test_a_code_is_printed_only_when_there_is_an_address(handbook: Handbook, shared_project: Project) -> None:
    settings, page = read_settings(shared_project), handbook.pages[PAGE]
    assert sheet(page, handbook, settings).qr is None
    code = sheet(page, handbook, replace(settings, site_url="https://cam-nang.example")).qr
    assert code is not None
    assert code.alt.endswith("https://cam-nang.example/thu-doan/goi-la/")
    assert len({len(row) for row in code.rows} | {len(code.rows)}) == 1, "a QR code is square"


def test_the_same_page_gives_the_same_text(handbook: Handbook, shared_project: Project) -> None:
    settings, page = read_settings(shared_project), handbook.pages[PAGE]
    assert as_json(sheet(page, handbook, settings)) == as_json(sheet(page, handbook, settings))


def test_the_fonts_have_every_letter_of_every_language() -> None:
    handbook, settings = real_handbook(), read_settings(Project(ROOT))
    covered = common_coverage(ROOT / "design")
    for page in handbook.pages.values():
        if page.kind is Kind.SCAM:
            missing = missing_letters(plain(sheet(page, handbook, settings)), covered)
            assert missing == {}, f"{page.file}: {missing}"
