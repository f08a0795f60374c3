"""Every layout of the campaign and of screens, drawn from the fixture in every language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from camnang.handbook.facts.formats import Format, read_formats
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import FitError, draw_bare, draw_pdf
from camnang.pictures.drawing.raster import painted, quantised_png
from camnang.pictures.layouts import sheet_of
from camnang.pictures.sheets.values import Sheet, as_json
from tests.conftest import ROOT
from tests.pictures.sheets.made_up import campaign_handbook

FORMATS: Mapping[str, Format] = {form.id: form for form in read_formats(ROOT)}
CAMPAIGN = (
    "anh-vuong",
    "tin-doc",
    "man-hinh-doc",
    "anh-lien-ket",
    "nhan-zalo",
    "cuon-dung",
    "bang-ngang",
    "the-de-ban",
    "nhan-dan",
    "nhan-dan-a4",
)
ACTS_LESS = ("nhan-zalo", "anh-lien-ket")  # too small for more than the first act, or for any
WITH_SIGNS = ("man-hinh-doc", "the-de-ban")
WITH_NUMBERS = tuple(name for name in CAMPAIGN if name != "nhan-zalo")
SCAMS = ("anh-vuong", "tin-doc", "man-hinh-doc", "anh-lien-ket", "the-de-ban")
LANGUAGES = ("vi", "tyz")
HOME, SCAM = "", "thu-doan/goi-la"
POINTS = 72 / 25.4  # points in a millimetre
ALLOWED = {"113", "111"}

Drawer = Callable[[str, str, str], bytes]
Glyphs = tuple[str, float, float, float]  # text, x and y in points from the lower left corner, x-scale


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> tuple[Handbook, Project]:
    project = campaign_handbook(tmp_path_factory.mktemp("layouts") / "handbook")
    return read_handbook(project), project


def said(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as its layout reads it, to be spoilt."""
    return dict(json.loads(as_json(sheet)))


def content_of(campaign: tuple[Handbook, Project], form: Format, folder: str, code: str) -> dict[str, Any]:
    handbook, project = campaign
    return said(sheet_of(form, handbook.pages[folder, code], handbook, read_settings(project)))


@pytest.fixture(scope="module")
def pdf(campaign: tuple[Handbook, Project]) -> Drawer:
    """Draw each sheet once; pictures for screens, too, since a PDF can be read."""
    done: dict[tuple[str, str, str], bytes] = {}

    def drawn(name: str, folder: str, code: str) -> bytes:
        if (name, folder, code) not in done:
            data = json.dumps(content_of(campaign, FORMATS[name], folder, code))
            done[name, folder, code] = draw_pdf(campaign[1].design, FORMATS[name], data)
        return done[name, folder, code]

    return drawn


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def raw_text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def text_of(pdf: bytes) -> str:
    return squeezed(raw_text_of(pdf))


def glyphs(pdf: bytes) -> list[Glyphs]:
    """Return where every piece of text begins."""
    found: list[Glyphs] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append((text, x, y, tm[0] * cm[0] + tm[1] * cm[2]))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def alternatives(node: Any) -> Iterator[str]:
    """Yield every alternative text of a PDF's structure tree."""
    opened = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(opened, DictionaryObject):
        if "/Alt" in opened:
            yield str(opened["/Alt"])
        yield from alternatives(opened.get("/K"))
    elif isinstance(opened, list):
        for child in opened:
            yield from alternatives(child)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_layout_has_its_size_its_language_and_its_tags(pdf: Drawer, name: str, code: str) -> None:
    reader = PdfReader(BytesIO(pdf(name, HOME, code)))
    form = FORMATS[name]
    scale = POINTS if form.width.endswith("mm") else 1
    found = [float(side) / scale for side in reader.pages[0].mediabox[2:]]
    assert found == pytest.approx(form.size, abs=0.05), f"{name}: {found} instead of {form.size}"
    assert len(reader.pages) == 1
    assert reader.root_object["/Lang"] == code
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_layout_says_the_acts_the_numbers_and_that_it_is_a_draft(pdf: Drawer, name: str, code: str) -> None:
    text = text_of(pdf(name, HOME, code))
    first = {"vi": "Tắt máy.", "tyz": "Đắp máy."}[code]
    acts = {"vi": ("Hỏi người nhà.", "Đến công an xã."), "tyz": ("Xam cần rườn.", "Pây công an xạ.")}[code]
    spoken = () if name == "anh-lien-ket" else (first,) if name == "nhan-zalo" else (first, *acts)
    for said in (*spoken, "Dự thảo – chờ cơ quan chủ trì phê duyệt"):
        assert squeezed(said) in text, f"{name} ({code}) does not say «{said}»: {text}"
    if name in WITH_NUMBERS:
        assert "113" in text, f"{name} ({code}) has no 113"
    numbers = set(re.findall(r"\d{3,}", re.sub(r"\d+/\d+/\d+", "", raw_text_of(pdf(name, HOME, code)))))
    assert numbers <= ALLOWED, f"{name} prints {numbers - ALLOWED}"


@pytest.mark.parametrize("name", SCAMS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_scam_is_drawn_by_the_same_layouts(
    pdf: Drawer, campaign: tuple[Handbook, Project], name: str, code: str
) -> None:
    text, page = text_of(pdf(name, SCAM, code)), campaign[0].pages[SCAM, code]
    assert page.mock is not None
    signs = tuple(line.flag for line in page.mock.lines if line.flag) if name in WITH_SIGNS else ()
    for said in (page.statement, *signs):
        assert squeezed(said) in text, f"{name} ({code}) does not say «{said}»"


@pytest.mark.parametrize("name", ["man-hinh-doc", "man-hinh"])
def test_a_screen_shows_what_the_swindler_says(pdf: Drawer, campaign: tuple[Handbook, Project], name: str) -> None:
    said = content_of(campaign, FORMATS[name], SCAM, "vi")["lead"]["said"]
    assert said, name
    assert squeezed(said) in text_of(pdf(name, SCAM, "vi")), f"{name} does not say «{said}»"


@pytest.mark.parametrize("name", [name for name in CAMPAIGN if FORMATS[name].file_format == "png"])
def test_a_picture_has_its_pixels_and_is_not_too_heavy(campaign: tuple[Handbook, Project], name: str) -> None:
    form = FORMATS[name]
    picture = painted(draw_bare(campaign[1].design, form, json.dumps(content_of(campaign, form, HOME, "vi"))))
    weight = len(quantised_png(picture))
    assert weight <= form.max_kilobytes * 1000, f"{name} weighs {weight} bytes"
    assert picture.size == form.size
    colours = picture.resize((120, 120)).getcolors(maxcolors=20_000) or ()
    assert len(colours) > 50, f"hardly anything is drawn on {name}: {len(colours)} colours"


def test_a_sticker_for_chats_has_white_corners_and_a_rounded_ground(campaign: tuple[Handbook, Project]) -> None:
    form = FORMATS["nhan-zalo"]
    picture = painted(draw_bare(campaign[1].design, form, json.dumps(content_of(campaign, form, HOME, "vi"))))
    corners = [picture.getpixel(place) for place in ((1, 1), (510, 1), (1, 510), (510, 510))]
    assert corners == [(255, 255, 255)] * 4, corners


def test_nothing_is_to_be_read_where_the_cassette_hides_it(pdf: Drawer) -> None:
    for code in LANGUAGES:
        lowest = min(glyphs(pdf("cuon-dung", HOME, code)), key=lambda piece: piece[2])
        assert lowest[2] / POINTS > 300, f"«{lowest[0]}» stands {lowest[2] / POINTS:.0f} mm above the floor"


def test_a_story_keeps_clear_of_the_buttons_of_a_chat(pdf: Drawer) -> None:
    """Chats lay buttons over the upper 200 px and the lower 180 px; a screen on a wall has none."""
    for code in LANGUAGES:
        heights = [piece[2] for piece in glyphs(pdf("tin-doc", HOME, code))]
        assert min(heights) > 180, min(heights)
        assert max(heights) < 1920 - 200, max(heights)
    assert max(piece[2] for piece in glyphs(pdf("man-hinh-doc", HOME, "vi"))) > 1920 - 200


def test_a_tent_card_has_one_face_upright_and_one_upside_down(pdf: Drawer) -> None:
    pieces = glyphs(pdf("the-de-ban", HOME, "vi"))
    fold = 297 * POINTS / 2
    wrong = [text for text, _, y, scale in pieces if (y > fold) != (scale < 0)]
    assert wrong == [], f"on the wrong face: {wrong}"
    assert {scale < 0 for _, _, _, scale in pieces} == {True, False}, "both faces carry words"


def test_words_on_a_counter_sticker_keep_away_from_the_knife(pdf: Drawer) -> None:
    """Cut line 3 mm inside the edge, safe zone 4 mm inside the cut line."""
    for code in LANGUAGES:
        for text, x, y, _ in glyphs(pdf("nhan-dan", HOME, code)):
            assert 6.9 < x / POINTS < 83.1, f"«{text}» begins at {x / POINTS:.1f} mm"
            assert 6.9 < y / POINTS < 83.1, f"«{text}» stands at {y / POINTS:.1f} mm"


def test_a_sheet_of_stickers_is_read_aloud_once(pdf: Drawer) -> None:
    assert text_of(pdf("nhan-dan-a4", HOME, "vi")).count("tắtmáy.") == 6
    tree = PdfReader(BytesIO(pdf("nhan-dan-a4", HOME, "vi"))).root_object["/StructTreeRoot"]
    single = PdfReader(BytesIO(pdf("nhan-dan", HOME, "vi"))).root_object["/StructTreeRoot"]
    assert count(tree, "/H1") == count(single, "/H1") == 1


def count(node: Any, role: str) -> int:
    opened = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(opened, DictionaryObject):
        return (opened.get("/S") == role) + count(opened.get("/K"), role)
    return sum(count(child, role) for child in opened) if isinstance(opened, list) else 0


FIXED = {
    "language",
    "title",
    "author",
    "art",
    "kind",
    "victim",
    "alt",
    "number",
    "notices",
    "draft",
    "credit",
    "lead",
}


def longer(value: Any) -> Any:
    """Return a sheet whose texts are 40 % longer; notices are the handbook's own and stay."""
    if isinstance(value, str):
        more = (value.strip(" .,") + " ") * 2
        return f"{value} {more[: round(0.4 * len(value)) - 1]}".strip() if len(value) > 3 else value
    if isinstance(value, dict):
        return {key: part if key in FIXED else longer(part) for key, part in value.items()}
    return [longer(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", CAMPAIGN)
def test_texts_may_be_two_fifths_longer(campaign: tuple[Handbook, Project], name: str, code: str) -> None:
    content = longer(content_of(campaign, FORMATS[name], HOME, code))
    text = text_of(draw_pdf(campaign[1].design, FORMATS[name], json.dumps(content)))
    if name != "anh-lien-ket":
        assert squeezed(content["slogan"]["acts"][0]["text"]) in text


@pytest.mark.parametrize("name", [name for name in CAMPAIGN if name not in ACTS_LESS])
def test_an_act_that_cannot_fit_is_told(campaign: tuple[Handbook, Project], name: str) -> None:
    content = content_of(campaign, FORMATS[name], HOME, "vi")
    content["slogan"]["acts"][2]["text"] = "Đến " + "trụ sở công an xã, phường " * 4
    with pytest.raises(FitError) as raised:
        draw_pdf(campaign[1].design, FORMATS[name], json.dumps(content))
    assert raised.value.block == "slogan"
    assert raised.value.excess > 0


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["cuon-dung", "the-de-ban"])
def test_a_code_is_drawn_with_its_words_when_there_is_an_address(
    campaign: tuple[Handbook, Project], name: str, code: str
) -> None:
    handbook, project = campaign
    known = replace(read_settings(project), site_url="https://cam-nang.example")
    content = sheet_of(FORMATS[name], handbook.pages[HOME, code], handbook, known)
    drawn = draw_pdf(project.design, FORMATS[name], as_json(content))
    tree = PdfReader(BytesIO(drawn)).root_object["/StructTreeRoot"]
    described = [alt for alt in alternatives(tree) if "https://cam-nang.example/" in alt]
    assert len(described) == 1, list(alternatives(tree))


def test_the_same_input_gives_the_same_bytes(campaign: tuple[Handbook, Project]) -> None:
    form = FORMATS["cuon-dung"]
    data = json.dumps(content_of(campaign, form, HOME, "vi"))
    assert draw_pdf(campaign[1].design, form, data) == draw_pdf(campaign[1].design, form, data)
