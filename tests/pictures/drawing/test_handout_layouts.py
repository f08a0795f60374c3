"""Hand-outs as they are drawn: pages, folds, sizes of type, cards to cut, texts of any length."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from pypdf import PageObject, PdfReader

from camnang.handbook.facts.formats import Format, read_formats
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import FitError, draw_pdf
from camnang.pictures.jobs import jobs
from camnang.pictures.layouts import sheet_of
from camnang.pictures.sheets.values import Sheet, as_json
from tests.conftest import ROOT, real_handbook

FORMATS = {each.id: each for each in read_formats(ROOT)}
MM = 72 / 25.4
HANDOUTS = {
    "to-gap-ba": ("thu-doan/gia-danh-cong-an", 2),
    "to-gap-chu-to": ("thu-doan/gia-danh-cong-an", 2),
    "the-khan-cap": ("", 2),
    "the-gio-vang": ("", 2),
    "to-mau": ("", 1),
    "phieu-do": ("thu-tai", 2),
    "danh-dau-trang": ("thu-tai", 1),
}
# Words that are not set on the sheet, or not free: ids, drawings, notices that the project itself words.
FIXED = {
    "language",
    "lead",
    "leads",
    "art",
    "pictogram",
    "kind",
    "number",
    "numbers",
    "rows",
    "alt",
    "notices",
    "credit",
    "campaign",
}


class Letters(NamedTuple):
    """A stretch of text on a page: its words, its left edge in mm and its size in pt."""

    text: str
    left: float
    size: float


@pytest.fixture(scope="module")
def whole() -> Handbook:
    """The handbook that is published, not the fixture."""
    return real_handbook()


def said(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as its layout reads it, to be spoilt."""
    return dict(json.loads(as_json(sheet)))


def content_of(whole: Handbook, form: Format, code: str = "vi") -> dict[str, Any]:
    page = whole.pages[HANDOUTS[form.id][0], code]
    return said(sheet_of(form, page, whole, read_settings(Project(ROOT))))


@cache
def pdf_of(name: str, data: str) -> bytes:
    return draw_pdf(Project(ROOT).design, FORMATS[name], data)


def drawn(content: dict[str, Any], form: Format) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(form.id, json.dumps(content))))


def letters(page: PageObject) -> list[Letters]:
    """Return the page's stretches of text; sizes by the height of the text's own space."""
    found: list[Letters] = []

    def visit(text: str, outer: list[float], inner: list[float], _font: Any, size: float) -> None:
        if text.strip():
            scale = abs(outer[3] * inner[3]) or 1
            found.append(Letters(text.strip(), (outer[0] * inner[4] + outer[4]) / MM, size * scale))

    page.extract_text(visitor_text=visit)
    return found


def plain(text: str) -> str:
    return "".join(text.split()).casefold()


def longer(value: Any, key: str = "") -> Any:
    """Return the same sheet with every free text two fifths longer."""
    if key in FIXED:
        return value
    if isinstance(value, dict):
        return {name: longer(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [longer(part, key) for part in value]
    if isinstance(value, str) and len(value) > 6:
        return f"{value} {value[: round(0.4 * len(value)) - 1]}".rstrip()
    return value


@pytest.mark.parametrize("name", HANDOUTS)
def test_every_handout_is_tagged_and_has_its_pages_and_size(whole: Handbook, name: str) -> None:
    form = FORMATS[name]
    for code in ("vi", "tyz"):
        reader = drawn(content_of(whole, form, code), form)
        assert len(reader.pages) == HANDOUTS[name][1]
        assert tuple(round(float(side) / MM) for side in reader.pages[0].mediabox[2:]) == form.size
        assert reader.root_object["/Lang"] == code
        assert reader.root_object["/MarkInfo"]["/Marked"]
        text = plain("".join(page.extract_text() for page in reader.pages))
        assert plain("Dự thảo – chờ cơ quan chủ trì phê duyệt") in text, f"{name} {code} does not say it is a draft"
        for act in content_of(whole, form, code).get("slogan", {"acts": ()})["acts"]:
            said = plain(act["text"]) in text
            assert said or name == "the-gio-vang", f"{name} {code} lacks {act['text']!r}"


def test_the_panels_stand_where_the_folds_are(whole: Handbook) -> None:
    form = FORMATS["to-gap-ba"]
    content = content_of(whole, form)
    outside, inside = (letters(page) for page in drawn(content, form).pages)

    def edges(found: list[Letters], word: str) -> list[float]:
        return [each.left for each in found if word in each.text]

    assert all(197 < left < 297 for left in edges(outside, content["kicker"])), "the cover is the right panel, 100 mm"
    assert all(left < 97 for left in edges(outside, content["steps"]["label"])), "the flap is the left one, 97 mm"
    assert all(97 < left < 197 for left in edges(outside, "113"))
    assert all(200 < left < 297 for left in edges(inside, content["lost"]["label"])), (
        "inside, the flap's back is right"
    )
    assert edges(outside, content["kicker"]), "nothing was compared"
    assert edges(inside, content["lost"]["label"]), "nothing was compared"


def test_a_leaflet_says_all_its_page_says(whole: Handbook) -> None:
    form = FORMATS["to-gap-ba"]
    content = content_of(whole, form)
    text = plain("".join(page.extract_text() for page in drawn(content, form).pages))
    for part in ("dont", "do", "lost", "steps"):
        for item in content[part]["items"]:
            assert plain(item["lead"]) in text, item["lead"]
            assert plain(item["detail"]) in text, item["detail"]


def test_no_text_of_the_large_print_is_below_18_points(whole: Handbook) -> None:
    form = FORMATS["to-gap-chu-to"]
    for code in ("vi", "tyz"):
        small = [
            each
            for page in drawn(content_of(whole, form, code), form).pages
            for each in letters(page)
            if each.size < 17.99 and each.text != "?"  # the mark on the impostor's cap is drawing, not text
        ]
        assert small == [], f"{code}: {small[:5]}"


def test_ten_cards_stand_on_a_sheet_front_and_back(whole: Handbook) -> None:
    form = FORMATS["the-gio-vang"]
    front, back = (plain(page.extract_text()) for page in drawn(content_of(whole, form), form).pages)
    assert (front.count(plain("Giờ vàng")), back.count("113"), back.count("111")) == (10, 10, 10)
    assert back.count(plain("đừng viết ra")) == 10


def test_answers_stand_on_the_second_page_only(whole: Handbook) -> None:
    form = FORMATS["phieu-do"]
    content = content_of(whole, form)
    questions, answers = (plain(page.extract_text()) for page in drawn(content, form).pages)
    for each in content["questions"]:
        assert plain(each["text"]) in questions, each["text"]
        assert plain(each["why"]) in answers, each["why"]
        assert plain(each["why"]) not in questions, each["why"]


@pytest.mark.parametrize("name", HANDOUTS)
def test_texts_may_be_two_fifths_longer(whole: Handbook, name: str) -> None:
    form = FORMATS[name]
    for code in ("vi", "tyz"):
        content = longer(content_of(whole, form, code))
        assert len(drawn(content, form).pages) == HANDOUTS[name][1], f"{name} {code}"


def test_a_text_without_measure_is_told_with_its_block(whole: Handbook) -> None:
    form = FORMATS["to-gap-ba"]
    content = content_of(whole, form)
    sentence = "Gọi ngân hàng rồi kể cho người nhà nghe. " * 40
    content["lost"]["items"][1]["detail"] = sentence.strip()
    with pytest.raises(FitError) as raised:
        drawn(content, form)
    assert raised.value.block == "lost"
    assert raised.value.text == sentence.strip()
    assert 0 < raised.value.excess < len(sentence), raised.value.excess


def test_each_page_gets_the_handouts_of_its_kind_and_tier(whole: Handbook) -> None:
    project = Project(ROOT)
    keys = {job.key for job in jobs(whole, read_settings(project), project.design)}
    tier = {page.details.id: page.details.tier for page in whole.of_kind(Kind.SCAM, "vi")}
    leaflets = {page for page, code, form, _ in keys if form == "to-gap-ba" and code == "vi"}
    assert leaflets == {page for page, level in tier.items() if level in (1, 2)}
    assert {page for page, _, form, _ in keys if form == "to-gap-chu-to"} == {
        p for p, level in tier.items() if level == 1
    }
    assert {(page, form) for page, _, form, _ in keys if form in ("to-mau", "phieu-do")} == {
        ("trang-chu", "to-mau"),
        ("thu-tai", "phieu-do"),
    }
