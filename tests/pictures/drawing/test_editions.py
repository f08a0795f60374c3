"""The press edition (four inks, bleed, marks) and the mono edition (copiers) of the posters."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from io import BytesIO
from statistics import mean
from typing import NamedTuple

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from camnang.handbook.facts.formats import Format, read_formats
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing import engine
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs
from camnang.pictures.picture_files import files_of
from tests.conftest import ROOT

DESIGN = Project(ROOT).design
PRESS, MONO = "ap-phich-a4-nha-in", "ap-phich-a4-den-trang"
KINDS = ("goi-video", "chat", "sms", "app", "web")
NOT_INKS = {"g", "G", "rg", "RG", "sh"}
MM = 72 / 25.4  # points in a mm, px in a mm at 72 px an inch
BEYOND, BLEED = 10 * MM, 3 * MM  # from the paper's edge to the trimmed edge (design/press.typ); the bleed
WHITE = (255, 255, 255)
Pixel = tuple[int, int, int]


@cache
def every_job() -> tuple[Job, ...]:
    project = Project(ROOT)
    return tuple(jobs(read_handbook(project), read_settings(project), project.design))


@cache
def job_of(form: str, language: str = "vi", kind: str = "goi-video") -> Job:
    """The first scam with such a mock-up; press editions are for tier 1, so the format is taken from the data."""
    found = next(
        job
        for job in every_job()
        if job.format.layout == "poster"
        and job.page.mock is not None
        and (job.page.language.code, job.page.mock.kind) == (language, kind)
    )
    wanted = next(each for each in read_formats(ROOT) if each.id == form)
    return Job(found.page, wanted, found.content, found.data, found.fingerprint)


@cache
def pdf_of(form: str, language: str = "vi", kind: str = "goi-video") -> bytes:
    return files_of(job_of(form, language, kind), DESIGN)[0].content


@cache
def picture_of(form: str) -> Image.Image:
    job = job_of(form)
    return Image.open(BytesIO(engine.draw_pages(DESIGN, job.format, job.data, 72)[0])).convert("RGB")


def pixel(picture: Image.Image, x: float, y: float) -> Pixel:
    found = picture.getpixel((int(x), int(y)))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


class Content(NamedTuple):
    """A content stream: its operators with the numbers they are given, and the colour spaces it may name."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    spaces: tuple[str, ...]


def numbers(operands: Iterable[object]) -> tuple[float, ...]:
    return tuple(float(part) for part in operands if isinstance(part, int | float | Decimal))


def content_of(drawn: pikepdf.Page | pikepdf.Stream) -> Content:
    steps = tuple((str(operator), numbers(operands)) for operands, operator in pikepdf.parse_content_stream(drawn))
    return Content(steps, tuple(drawn.get("/Resources", {}).get("/ColorSpace", {}).keys()))


@cache
def contents(form: str, language: str = "vi", kind: str = "goi-video") -> tuple[Content, ...]:
    return contents_in(pdf_of(form, language, kind))


def contents_in(pdf: bytes) -> tuple[Content, ...]:
    """The page first, then the patterns and forms it draws with."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        parts = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        parts = [each for each in parts if each.get("/Subtype") == "/Form" or "/PatternType" in each]
        return tuple(content_of(each) for each in (opened.pages[0], *parts))


def text_colours(page: Content) -> set[tuple[float, ...]]:
    """The fills that letters are drawn with, as C, M, Y, K."""
    fill: tuple[float, ...] = ()
    kept: list[tuple[float, ...]] = []
    found = set()
    for operator, given in page.steps:
        if operator == "q":
            kept.append(fill)
        elif operator == "Q":
            fill = kept.pop()
        elif operator == "k":
            fill = tuple(round(part, 3) for part in given)
        elif operator in {"Tj", "TJ"}:
            found.add(fill)
    return found


def test_press_editions_have_a_bleed_and_their_place_in_the_lists() -> None:
    press = [form for form in read_formats(ROOT) if form.edition == "press"]
    sizes = {form.size for form in press if form.layout == "poster"}
    assert {(210, 297), (297, 420), (420, 594)} <= sizes, sizes
    assert [form.id for form in press if form.bleed_mm < 3 or form.use != "nha-in"] == []


@pytest.mark.parametrize("language", ["vi", "tyz"])
@pytest.mark.parametrize("form", [PRESS, "ap-phich-a2-nha-in"])
def test_the_press_file_tells_where_to_cut(form: str, language: str) -> None:
    width, height = job_of(form).format.size
    page = PdfReader(BytesIO(pdf_of(form, language))).pages[0]
    boxes = (page.mediabox, page.cropbox, page.bleedbox, page.trimbox)
    sizes = [(round(float(box.width) / MM, 2), round(float(box.height) / MM, 2)) for box in boxes]
    paper = (width + 20, height + 20)
    assert sizes == [paper, paper, (width + 6, height + 6), (width, height)], sizes


@pytest.mark.parametrize("language", ["vi", "tyz"])
def test_the_press_file_is_still_tagged_text(language: str) -> None:
    reader = PdfReader(BytesIO(pdf_of(PRESS, language)))
    assert reader.root_object["/Lang"] == language
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()
    reviewed = job_of(PRESS, language).page.details.reviewed
    dated = (reader.metadata or {})["/CreationDate"]
    assert dated.startswith(f"D:{reviewed:%Y%m%d}"), f"dated {dated}, reviewed {reviewed}"
    assert "113" in reader.pages[0].extract_text()


@pytest.mark.parametrize("kind", KINDS)
def test_a_press_file_names_inks_only(kind: str) -> None:
    for content in contents(PRESS, "vi", kind):
        used = {operator for operator, _ in content.steps} & NOT_INKS
        assert used == set(), f"{kind}: {used} beside inks"
        assert content.spaces == (), f"{kind}: a colour in design/ is no ink: {content.spaces}"


def test_scenes_name_inks_only() -> None:
    drawn = {job.page.details.scene: job for job in every_job() if job.format.id == PRESS and job.key[1] == "vi"}
    assert len(drawn) > len(KINDS), f"scenes in press posters: {sorted(drawn)}"
    for scene, job in drawn.items():
        names = [content.spaces for content in contents_in(files_of(job, DESIGN)[0].content)]
        assert set(names) == {()}, f"{scene}: a colour of design/art/scenes is no ink: {names}"


def test_a_colour_file_would_be_found_out() -> None:
    """The check above sees other colours than inks where there are some."""
    assert contents("ap-phich-a4")[0].spaces != ()


def test_dark_words_are_black_ink_alone() -> None:
    """Small letters of several inks would show coloured edges when the plates are not quite aligned."""
    colours = text_colours(contents(PRESS)[0])
    assert (0, 0, 0, 1) in colours, colours
    mixed = [colour for colour in colours if colour[3] >= 0.2 and sum(colour[:3]) > 0]
    # indigo sets the heading that only ears get, in the band's own colour, and the «?» of the drawn cap
    assert len(mixed) <= 1, f"dark words of several inks: {mixed}"


@pytest.mark.parametrize("kind", KINDS)
def test_no_spot_takes_more_ink_than_paper_holds(kind: str) -> None:
    inks = [(operator, sum(given)) for content in contents(PRESS, "vi", kind) for operator, given in content.steps]
    # cut marks (400 %) stand outside the sheet and show on every plate
    heavy = {(operator, round(ink, 2)) for operator, ink in inks if operator in {"k", "K"} and ink > 2.61}
    assert heavy == {("K", 4.0)}, f"{kind}: {heavy}"


def test_grounds_fill_the_bleed_and_nothing_passes_it() -> None:
    picture = picture_of(PRESS)
    outside, inside = BEYOND - BLEED - 2, BEYOND - BLEED + 2
    across, along = range(int(inside), int(picture.width - inside)), range(int(inside), int(picture.height - inside))
    edge = [(x, y) for x in across for y in (inside, picture.height - inside)]
    edge += [(x, y) for y in along for x in (inside, picture.width - inside)]
    unprinted = [place for place in edge if pixel(picture, *place) == WHITE]
    assert unprinted == [], f"white in the bleed: {unprinted[:5]}"
    marks = int(BEYOND + 2)
    beyond = [
        (x, y) for x in across if marks < x < picture.width - marks for y in (outside, picture.height - outside)
    ]
    beyond += [
        (x, y) for y in along if marks < y < picture.height - marks for x in (outside, picture.width - outside)
    ]
    printed = [place for place in beyond if pixel(picture, *place) != WHITE]
    assert printed == [], f"ink beyond the bleed: {printed[:5]}"


def test_each_ground_runs_on_unchanged_from_the_sheet_into_the_bleed() -> None:
    picture = picture_of(PRESS)
    for y in range(int(BEYOND + 30), picture.height - int(BEYOND + 30)):
        sheet, bleed = pixel(picture, BEYOND + 3, y), pixel(picture, BEYOND - BLEED + 2, y)
        assert sheet == bleed, f"row {y}: {sheet} on the sheet, {bleed} in the bleed"


def blackness(picture: Image.Image, place: tuple[int, int]) -> int:
    found = picture.getpixel(place)
    assert isinstance(found, int)
    return 255 - found


def test_marks_stand_at_all_corners_on_the_line_of_the_cut() -> None:
    job = job_of(PRESS)
    picture = Image.open(BytesIO(engine.draw_pages(DESIGN, job.format, job.data, 144)[0])).convert("L")
    edge, middle, aside = 2 * BEYOND, 2 * 4 * MM, 6  # marks are 5 mm long, 1 mm from the paper's edge
    for out in (-1, 1):
        for away in (-1, 1):
            along = edge if out < 0 else picture.width - edge
            far = middle if away < 0 else picture.height - middle
            row = [blackness(picture, (round(along) + step, int(far))) for step in (-aside, -1, 0, 1, aside)]
            assert max(row[1:4]) > 50 > max(row[0], row[4]), f"no upright mark at {along:.0f}, {far:.0f}: {row}"
            down = edge if away < 0 else picture.height - edge
            far = middle if out < 0 else picture.width - middle
            column = [blackness(picture, (int(far), round(down) + step)) for step in (-aside, -1, 0, 1, aside)]
            assert max(column[1:4]) > 50 > max(column[0], column[4]), (
                f"no level mark at {far:.0f}, {down:.0f}: {column}"
            )


def test_words_keep_away_from_the_cut() -> None:
    page = PdfReader(BytesIO(pdf_of(PRESS))).pages[0]
    places: list[tuple[float, float, str]] = []

    def note(text: str, user: list[float], matrix: list[float], *_: object) -> None:
        if text.strip():
            x, y = matrix[4], matrix[5]
            places.append((x * user[0] + y * user[2] + user[4], x * user[1] + y * user[3] + user[5], text))

    page.extract_text(visitor_text=note)
    assert len(places) > 20, places
    safe = BEYOND + 3 * MM
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    close = [place for place in places if not (safe < place[0] < width - safe and safe < place[1] < height - safe)]
    assert close == [], close


@pytest.mark.parametrize("form", [PRESS, MONO])
@pytest.mark.parametrize("language", ["vi", "tyz"])
def test_the_same_page_gives_the_same_files(form: str, language: str) -> None:
    job = job_of(form, language)
    assert files_of(job, DESIGN) == files_of(job, DESIGN)


def darkness(picture: Image.Image) -> float:
    """How much toner a picture takes, 1 for a black sheet."""
    return 1 - mean(picture.convert("L").get_flattened_data()) / 255


def test_the_mono_poster_has_no_colour_and_spares_toner() -> None:
    mono = picture_of(MONO)
    coloured = [pixel for pixel in set(mono.get_flattened_data()) if max(pixel) - min(pixel) > 0]
    assert coloured == [], coloured[:5]
    used, otherwise = darkness(mono), darkness(picture_of("ap-phich-a4"))
    assert used < 0.3 < otherwise, f"{used:.0%} of toner, the colour sheet {otherwise:.0%}"


def test_a_copier_that_knows_no_grey_keeps_the_mono_poster() -> None:
    """Hardly any dot of the sheet is a grey that falls to black or white by chance."""
    job = job_of(MONO)
    grey = Image.open(BytesIO(engine.draw_pages(DESIGN, job.format, job.data, 200)[0])).convert("L")
    counts = grey.histogram()
    doubtful = sum(counts[64:192]) / sum(counts)
    assert doubtful < 0.04, f"{doubtful:.1%} of the dots are middle greys"


def headline_fits(form: Format, job: Job) -> bool:
    try:
        engine.draw_pdf(DESIGN, form, job.data)
    except engine.FitError:
        return False
    return True


def test_what_fits_in_colour_fits_in_mono() -> None:
    """Inverse boxes need more room than gold letters; the longest Tày and Nùng headlines must stand them."""
    mono = job_of(MONO).format
    longest = sorted(
        (job for job in every_job() if job.format.id == "ap-phich-a4"), key=lambda job: len(job.page.statement)
    )[-6:]
    assert [job.key for job in longest if not headline_fits(mono, job)] == []
