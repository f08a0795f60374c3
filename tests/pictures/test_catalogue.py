from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from camnang.files.faults import FaultsError
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made import workshop
from camnang.made.pictures import read_manifest
from camnang.made.register import is_whole
from camnang.pictures import catalogue
from camnang.pictures.drawing.engine import draw_pdf
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import Selection, jobs
from tests.conftest import SCAM, copy_handbook, draw, edit

PDF = "goi-la/goi-la-ap-phich-a4.pdf"
PNG = "goi-la/goi-la-anh-doc.png"
VIETNAMESE = Selection(languages=frozenset({"vi"}))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_handbook(tmp_path_factory.mktemp("drawn") / "handbook")
    draw(project)
    return project


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_every_page_language_and_format_is_in_the_manifest(drawn: Project) -> None:
    pictures = read_manifest(drawn.drawn)
    main = {picture.path for picture in pictures if picture.role == "main"}
    assert main == {PDF, PNG, PDF.replace(".pdf", ".tyz.pdf"), PNG.replace(".png", ".tyz.png")}
    assert all(is_whole(picture, drawn.drawn) for picture in pictures)
    assert {picture.path for picture in pictures} | {"manifest.json"} == set(files(drawn.drawn))


def test_pictures_have_their_size_and_are_not_blank(drawn: Project) -> None:
    for ending in (".png", ".webp"):
        with Image.open(drawn.drawn / PNG.replace(".png", ending)) as picture:
            assert picture.size == (1080, 1350)
            assert len(picture.convert("RGB").resize((90, 112)).getcolors(maxcolors=20_000) or ()) > 50, (
                "hardly anything is drawn"
            )
    assert (drawn.drawn / PNG).stat().st_size <= 300_000
    assert (drawn.drawn / PDF).stat().st_size <= 800_000


def test_a_poster_is_one_tagged_page_in_its_language(drawn: Project) -> None:
    for path, language in ((PDF, "vi"), (PDF.replace(".pdf", ".tyz.pdf"), "tyz")):
        reader = PdfReader(drawn.drawn / path)
        assert len(reader.pages) == 1
        width, height = (round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:])
        assert (width, height) == (210, 297)
        assert reader.root_object["/Lang"] == language
        assert reader.root_object["/MarkInfo"]["/Marked"]
        assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()


def test_a_headline_breaks_only_where_its_lines_were_reckoned(project: Project) -> None:
    """Kerning makes this line wider than its words and blanks; it once ran into the line below."""
    edit(project, SCAM, "**Công an không gọi video, không đòi tiền.**", "**Công an không thu phí lấy lại tiền.**")
    handbook, settings = read_handbook(project), read_settings(project)
    found = [each for each in jobs(handbook, settings, project.design) if each.key == ("goi-la", "vi", "anh-doc", "")]
    pdf = draw_pdf(project.design, found[0].format, found[0].data)
    lines = [line.strip() for line in PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()]
    start = lines.index("Công an")
    assert lines[start : start + 5] == ["Công an", "KHÔNG", "thu phí", "lấy lại", "tiền."], lines


def text_of(pdf: Path) -> str:
    return " ".join(PdfReader(pdf).pages[0].extract_text().split())


def test_the_poster_says_what_the_page_says_in_reading_order(drawn: Project) -> None:
    page = read_handbook(drawn).pages["thu-doan/goi-la", "vi"]
    text = text_of(drawn.drawn / PDF).replace(" ", "").casefold()
    assert page.mock is not None
    said = [
        page.title,
        page.statement,
        *(line.flag or "" for line in page.mock.lines),
        "Tắt máy.",
        *(item.lead for item in page.sections["khong"].items),
        *(item.lead for item in page.sections["hay"].items),
        "113",
        "Dự thảo – chờ cơ quan chủ trì phê duyệt",
    ]
    places = [text.find(words.replace(" ", "").casefold()) for words in said]
    assert -1 not in places, f"{said[places.index(-1)]!r} is not in the PDF: {text}"
    assert places == sorted(places), list(zip(said, places, strict=True))


def test_the_same_input_gives_the_same_bytes(drawn: Project, tmp_path: Path) -> None:
    again = copy_handbook(tmp_path / "again")
    draw(again)
    assert files(again.drawn) == files(drawn.drawn)


def test_several_processes_give_the_same_bytes_as_one(drawn: Project, tmp_path: Path) -> None:
    again = copy_handbook(tmp_path / "again")
    handbook, settings = read_handbook(again), read_settings(again)
    work = catalogue.plan(again, handbook, settings, Selection(), again.drawn)
    catalogue.carry_out(again, work, processes=2)
    assert files(again.drawn) == files(drawn.drawn)


def test_nothing_is_drawn_twice(drawn: Project) -> None:
    assert draw(drawn) == 0


def test_one_changed_page_redraws_only_its_own_pictures(project: Project) -> None:
    assert draw(project, VIETNAMESE) == 2
    before = files(project.drawn)
    edit(project, "docs/khan-cap/dang-bi-goi/index.md", "**Tắt máy.**", "**Tắt máy đi.**")
    assert draw(project, VIETNAMESE) == 0, "a page without pictures changed"
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    assert draw(project, VIETNAMESE) == 2
    after = files(project.drawn)
    assert set(after) == set(before)
    assert after[PDF] != before[PDF]


def test_words_that_no_picture_prints_redraw_nothing(project: Project) -> None:
    draw(project, VIETNAMESE)
    edit(project, SCAM, "Cúp máy không ai bắt mình.", "Máy tắt rồi.")
    assert draw(project, VIETNAMESE) == 0


def test_a_damaged_picture_is_drawn_again(project: Project) -> None:
    draw(project, VIETNAMESE)
    good = (project.drawn / PDF).read_bytes()
    (project.drawn / PDF).write_bytes(good[:-1])
    assert draw(project, VIETNAMESE) == 1
    assert (project.drawn / PDF).read_bytes() == good


def test_pictures_of_a_page_that_is_gone_are_dropped(project: Project) -> None:
    draw(project)
    (project.docs / "thu-doan/goi-la/index.tyz.md").unlink()
    draw(project)
    assert not [path for path in files(project.drawn) if ".tyz" in path]


def test_a_text_that_cannot_fit_is_told_and_nothing_is_written(project: Project) -> None:
    draw(project, VIETNAMESE)
    before = files(project.drawn)
    edit(project, SCAM, "co-do: Đòi chuyển tiền", "co-do: Mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm")
    with pytest.raises(FaultsError) as raised:
        draw(project, VIETNAMESE)
    fault = raised.value.faults[0]
    assert fault.path == SCAM
    assert "Mmmm" in (project.root / SCAM).read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert "ký tự" in fault.found
    assert files(project.drawn) == before


def test_a_file_that_is_too_heavy_is_told_and_nothing_is_written(project: Project) -> None:
    edit(project, "data/formats.yml", "max_kilobytes: 300", "max_kilobytes: 30")
    with pytest.raises(FaultsError, match="nhiều nhất 30 KB"):
        draw(project, VIETNAMESE)
    assert not project.drawn.exists()


def test_a_lost_picture_outside_the_selection_does_not_stop_the_others(project: Project) -> None:
    draw(project)
    (project.drawn / PDF.replace(".pdf", ".tyz.pdf")).unlink()
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    assert draw(project, VIETNAMESE) == 2
    assert draw(project) == 1, "the lost picture is drawn at the next full run"


def test_a_letter_that_the_fonts_lack_is_told_and_nothing_is_written(project: Project) -> None:
    edit(project, SCAM, "**Không sợ.**", "**Không sợ ☂.**")
    with pytest.raises(FaultsError, match=r"U\+2602"):
        draw(project, VIETNAMESE)
    assert not project.drawn.exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_an_interruption_leaves_the_old_pictures(
    project: Project, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    draw(project, VIETNAMESE)
    before = files(project.drawn)
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")

    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(workshop, "rows_bytes", fail)
    with pytest.raises(type(error)):
        draw(project, VIETNAMESE)
    assert files(project.drawn) == before
    assert [file.name for file in project.drawn.parent.iterdir()] == ["tai-ve"]


def test_the_manifest_knows_what_a_clerk_asks(drawn: Project) -> None:
    rows = json.loads((drawn.drawn / "manifest.json").read_text(encoding="utf-8"))
    row = next(row for row in rows if row["path"] == PDF)
    assert (row["page"], row["language"], row["format"], row["pages"]) == ("goi-la", "vi", "ap-phich-a4", 1)
    assert (row["width"], row["height"]) == (210, 297)


def test_progress_is_told_job_by_job(project: Project) -> None:
    told: list[Job] = []
    handbook, settings = read_handbook(project), read_settings(project)
    work = catalogue.plan(project, handbook, settings, VIETNAMESE, project.drawn)
    catalogue.carry_out(project, work, progress=told.append)
    assert {job.format.id for job in told} == {"ap-phich-a4", "anh-doc"}
