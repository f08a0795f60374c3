from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.pages.statement import Run
from camnang.pictures.quality.type_sizes import floor, millimetres_per_point, size_faults, small_print
from camnang.pictures.sheets.parts import ActList, Call, HotlineStrip, Slogan
from tests.pictures.quality.conftest import Draw, form
from tests.pictures.quality.made_up import POSTER

CONTENT = replace(
    POSTER,
    headline=((Run("Tắt máy"),),),
    mock=replace(POSTER.mock, lines=()),
    slogan=Slogan("", ()),
    do=ActList("", ()),
    hotlines=HotlineStrip(Call("", "", ""), Call("", "", ""), (), ""),
    notices=(),
)


@pytest.mark.parametrize(("part", "least"), [("headline", 18), ("act", 6), ("sign", 6), ("line", 4), ("note", 2)])
def test_floors_of_an_a3_poster_are_those_of_the_reference(part: str, least: float) -> None:
    assert floor(form(distance=3), part) == least  # type: ignore[arg-type]


def test_pixels_are_as_long_as_where_they_are_seen() -> None:
    wall = form(width="1080px", height="1920px", use="man-hinh")
    phone = form(width="1080px", height="1920px", use="dien-thoai")
    assert millimetres_per_point(wall) * 1920 == pytest.approx(950)
    assert millimetres_per_point(phone) * 1080 == pytest.approx(69)
    assert millimetres_per_point(form()) * 72 == pytest.approx(25.4)


def test_small_print_is_read_from_near() -> None:
    assert small_print(form(distance=15)) == 2, "half a metre before paper"
    assert small_print(form(distance=0.4)) == pytest.approx(1.6)
    assert small_print(form(distance=0.4, width="1080px", height="1080px")) == pytest.approx(0.8), (
        "enlarged by fingers"
    )


def test_large_type_has_no_faults(sheet: Draw) -> None:
    found = list(size_faults(sheet("= #text(size: 40pt)[Tắt máy]\nKhông sợ.", CONTENT)))
    assert found == [], found


def test_a_headline_too_small_for_its_distance_is_told(sheet: Draw) -> None:
    drawn = sheet("= #text(size: 40pt)[Tắt máy]\n#text(size: 40pt)[Không sợ.]", CONTENT, distance=2)
    told = [fault.found for fault in size_faults(drawn)]
    assert told == ["«Tắt máy» cao 10.44 mm"], told


def test_a_tiny_word_is_told_with_its_height(sheet: Draw) -> None:
    told = [fault.found for fault in size_faults(sheet("Lớn #text(size: 7pt)[nhỏ xíu]"))]
    assert told == ["2 chữ nhỏ quá (nhỏ, xíu…), nhỏ nhất cao 1.83 mm"], told


def test_scaled_text_is_measured_as_it_is_seen(sheet: Draw) -> None:
    told = [fault.found for fault in size_faults(sheet("#scale(30%)[nhỏ]"))]
    assert told == ["1 chữ nhỏ quá (nhỏ…), nhỏ nhất cao 1.57 mm"], told


@pytest.mark.parametrize(
    "body",
    [
        '#figure(alt: "Máy", text(size: 4pt)[nhỏ])',
        "#pdf.artifact(text(size: 4pt)[nhỏ])",
        "#text(size: 1pt)[chỉ để nghe]",
    ],
)
def test_pictures_art_and_words_for_ears_have_no_floor(sheet: Draw, body: str) -> None:
    assert list(size_faults(sheet(body))) == []


@pytest.mark.parametrize(("size", "faults"), [(17, 1), (18, 0)])
def test_large_print_has_18_points(sheet: Draw, size: int, faults: int) -> None:
    found = list(size_faults(sheet(f"#text(size: {size}pt)[Bà ơi]", edition="large")))
    assert len(found) == faults, found
