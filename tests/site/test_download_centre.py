from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.facts.decks import Deck
from camnang.handbook.pages.model import Handbook
from camnang.made.offer import Offer
from camnang.made.packs import megabytes
from camnang.site.download_centre import best_of, download_centre
from camnang.site.downloads import file_view, files_of, use_groups
from tests.site.made_up_registers import SCAM, pack, picture

DRAWN = (
    picture(),
    picture(role="thumbnail"),
    picture(form="anh-doc"),
    picture("tyz"),
    picture("tyz", role="thumbnail"),
    picture(page="trang-chu"),
)


def test_a_place_offers_its_packs_by_language_with_size_and_date(handbook: Handbook) -> None:
    packs = (pack("tyz", draft=True), pack())
    school = download_centre(handbook, handbook.facts.original, Offer(DRAWN, packs)).places[0]
    told = [(each.language.code, each.path, each.megabytes, each.date, each.draft) for each in school.packs]
    assert told == [
        ("vi", "tai-ve/goi/goi-truong-hoc.vi.zip", "3,6 MB", "24/11/2026", False),
        ("tyz", "tai-ve/goi/goi-truong-hoc.tyz.zip", "3,6 MB", "24/11/2026", True),
    ]


def test_a_place_shows_a_picture_and_the_advice_for_each_format(handbook: Handbook) -> None:
    school = download_centre(handbook, handbook.facts.original, Offer(DRAWN)).places[0]
    assert [(row.name, row.files) for row in school.advice] == [("Áp phích A4", 2), ("Ảnh đăng Zalo", 1)]
    assert school.advice[0].where == "Bảng tin, cửa lớp."


def test_titles_are_in_the_readers_language_where_there_is_one(handbook: Handbook) -> None:
    places = download_centre(handbook, handbook.facts.language("tyz"), Offer(DRAWN)).places
    assert [(each.title, each.language) for each in places] == [("Rườn tường", "tyz"), ("Báo, đài", "vi")]


@pytest.mark.parametrize(("code", "order"), [("vi", ["vi", "tyz"]), ("tyz", ["tyz", "vi"])])
def test_a_card_lists_the_readers_language_first(handbook: Handbook, code: str, order: list[str]) -> None:
    (card,) = download_centre(handbook, handbook.facts.language(code), Offer(DRAWN)).cards
    assert [each.language.code for each in card.lists] == order
    assert card.places == ("truong-hoc", "bao-dai")


def test_what_belongs_to_no_scam_is_for_every_place(handbook: Handbook) -> None:
    (group,) = download_centre(handbook, handbook.facts.language("tyz"), Offer(DRAWN)).shared
    assert (group.key, [file.path for file in group.files]) == (
        "use_treo",
        ["tai-ve/trang-chu/trang-chu-ap-phich-a4.vi.main"],
    )


def test_the_best_of_a_card_is_one_file_for_each_use(handbook: Handbook) -> None:
    first, second = handbook.facts.formats
    uses = [("treo", first), ("nha-in", first), ("treo", second), ("man-hinh", second), ("dien-thoai", second)]
    files = tuple(
        file_view(
            picture(form=form.id),
            form.model_copy(update={"use": use, "name": {"vi": f"{use} {form.id}"}}),
            None,
            handbook.facts,
        )
        for use, form in uses
    )
    names = [file.name for file in best_of(files)]
    assert names == ["treo ap-phich-a4", "dien-thoai anh-doc", "man-hinh anh-doc", "nha-in ap-phich-a4"]


def test_a_page_groups_its_files_by_use(handbook: Handbook) -> None:
    files = files_of(Offer(DRAWN).pictures_of(handbook.pages["thu-doan/goi-la", "vi"]), handbook.facts)
    assert [(group.key, len(group.files)) for group in use_groups(files)] == [("use_treo", 1), ("use_dien_thoai", 1)]


def test_every_deck_of_one_format_is_listed_by_its_title(handbook: Handbook) -> None:
    decks = [
        Deck(id=name, title={"vi": name.upper()}, opening={"vi": "Chào."}, scams=(SCAM,)) for name in ("mot", "hai")
    ]
    facts = replace(handbook.facts, decks=tuple(decks))
    drawn = [picture().model_copy(update={"variant": deck.id, "path": deck.id}) for deck in decks]
    files = files_of(Offer(tuple(drawn)).pictures_of(handbook.pages["thu-doan/goi-la", "vi"]), facts)
    assert [(file.name, file.path) for file in files] == [
        ("Áp phích A4: MOT", "tai-ve/mot"),
        ("Áp phích A4: HAI", "tai-ve/hai"),
    ]


def test_sizes_are_written_as_vietnamese_readers_write_them() -> None:
    assert megabytes(24_960_000) == "25,0 MB"


@pytest.mark.parametrize(("near", "alike"), [("vi", True), ("", False)])
def test_files_in_two_languages_that_differ_little_are_said_to(handbook: Handbook, near: str, alike: bool) -> None:
    languages = tuple(each.model_copy(update={"near": near}) for each in handbook.facts.languages)
    facts = replace(handbook.facts, languages=(handbook.facts.original, *languages[1:]))
    packs = (pack("tyz", draft=True), pack())
    assert download_centre(replace(handbook, facts=facts), facts.original, Offer((), packs)).alike is alike


def test_files_in_one_language_are_not_compared(handbook: Handbook) -> None:
    assert not download_centre(handbook, handbook.facts.original, Offer((), (pack(),))).alike
