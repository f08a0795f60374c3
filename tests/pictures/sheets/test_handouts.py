from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.pages.model import Handbook, Item, Kind
from camnang.handbook.project import Project, read_settings
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.pictures.drawing.glyphs import common_coverage, missing_letters
from camnang.pictures.layouts import LAYOUTS
from camnang.pictures.sheets.handouts import (
    MAX_SITUATIONS,
    Pair,
    emergency_card_sheet,
    golden_hour_sheet,
    leaflet_sheet,
    pair,
)
from camnang.pictures.sheets.values import plain
from tests.conftest import ROOT, real_handbook

CAMPAIGN_WIDE = ("emergency-card", "wallet-card", "colouring-sheet")


@pytest.fixture(scope="module")
def whole() -> Handbook:
    """The handbook that is published, not the fixture."""
    return real_handbook()


def test_an_item_is_its_bold_words_and_its_sentences_without_sources() -> None:
    found = pair(Item("Báo công an.", "Báo công an. Là trẻ em thì gọi 111 trước. [H15]", 3, "vi"))
    assert found == Pair("Báo công an.", "Là trẻ em thì gọi 111 trước.", "vi")
    assert pair(Item("", "Im lặng. [H15]", 3, "vi")).lead == "Im lặng.", "an item without bold words has its text"


def test_a_leaflet_has_the_sentences_that_a_poster_leaves_out(handbook: Handbook, shared_project: Project) -> None:
    page = handbook.pages["thu-doan/goi-la", "vi"]
    content = leaflet_sheet(page, handbook, read_settings(shared_project))
    assert content.lost.label == "Đã lỡ làm theo"
    assert [item.lead for item in content.lost.items] == ["Gọi ngân hàng ngay.", "Đến công an xã, phường."]
    assert content.lost.items[1].detail == "Bị ép thì gọi 113."
    assert len(content.dont.items) == len(page.sections["khong"].items)
    assert content.blanks.lines[0] == "Số ngân hàng của tôi"


def test_the_card_has_seven_emergencies_with_two_acts_each_in_every_language(whole: Handbook) -> None:
    settings = read_settings(Project(ROOT))
    for page in whole.pages.values():
        if page.kind is Kind.HOME:
            shown = emergency_card_sheet(page, whole, settings).situations
            code = page.language.code
            assert [each.title for each in shown] == [
                whole.served(each.folder, code).short for each in whole.of_kind(Kind.SITUATION, "vi")[:MAX_SITUATIONS]
            ]
            assert {len(each.acts) for each in shown} == {2}, f"{code}: {shown}"


def test_a_card_for_more_emergencies_than_panels_keeps_the_first(whole: Handbook) -> None:
    settings, home = read_settings(Project(ROOT)), whole.pages["", "vi"]
    first = whole.of_kind(Kind.SITUATION, "vi")[0]
    more = {
        (f"khan-cap/them-{n}", "vi"): replace(
            first, folder=f"khan-cap/them-{n}", details=replace(first.details, order=90)
        )
        for n in range(3)
    }
    crowded = Handbook(whole.facts, {**whole.pages, **more})
    assert emergency_card_sheet(home, crowded, settings) == emergency_card_sheet(home, whole, settings)


def test_the_first_hour_comes_from_its_page(whole: Handbook) -> None:
    content = golden_hour_sheet(whole.pages["", "vi"], whole, read_settings(Project(ROOT)))
    page = whole.pages["khan-cap/da-chuyen-tien", "vi"]
    assert [step.lead for step in content.steps] == [item.lead for item in page.sections["lam"].items[:4]]
    assert "đừng viết ra" in content.blanks.secret


def test_a_handbook_without_that_page_is_told(handbook: Handbook, shared_project: Project) -> None:
    with pytest.raises(FaultsError) as raised:
        golden_hour_sheet(handbook.pages["", "vi"], handbook, read_settings(shared_project))
    assert raised.value.faults[0].path == "docs/khan-cap/da-chuyen-tien/index.md"


def test_campaign_sheets_print_no_number_but_the_confirmed_ones(whole: Handbook) -> None:
    settings, covered = read_settings(Project(ROOT)), common_coverage(ROOT / "design")
    for page in whole.pages.values():
        if page.kind is Kind.HOME:
            for layout in CAMPAIGN_WIDE:
                content = LAYOUTS[layout](page, whole, settings)
                assert phone_numbers(str(content)) <= whole.facts.hotlines.allowed, f"{layout} {page.language.code}"
                assert missing_letters(plain(content), covered) == {}, f"{layout} {page.language.code}"
