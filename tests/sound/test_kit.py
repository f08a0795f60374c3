from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from camnang.files.faults import FaultsError
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.readability import sentences as measured_sentences
from camnang.handbook.project import Project, read_settings
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.sound.kit import GUIDE_FILE, kit_files, pages_to_read, scripts_of, write_kit
from camnang.sound.sheet import GUIDE, LABELS, parts
from tests.sound.conftest import SCAM_FOLDER

SHEET = f"{SCAM_FOLDER}.pdf"
LEAST_POINTS = 18


@pytest.fixture(scope="module")
def kits(handbook: Handbook, shared_project: Project) -> dict[str, dict[str, bytes]]:
    settings = read_settings(shared_project)
    return {
        code: kit_files(pages_to_read(handbook, code), handbook, settings, shared_project.design)
        for code in ("vi", "tyz")
    }


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in opened(content).pages).split())


def test_a_kit_has_a_sheet_for_each_page_and_the_guide(kits: dict[str, dict[str, bytes]]) -> None:
    assert set(kits["tyz"]) == {GUIDE_FILE, SHEET}
    assert {GUIDE_FILE, SHEET, "canh-bao/2026-03-09-goi-la.pdf"} - set(kits["vi"]) <= {
        "canh-bao/2026-03-09-goi-la.pdf"
    }, kits["vi"].keys()


def test_a_sheet_says_all_that_the_reader_needs(handbook: Handbook, kits: dict[str, dict[str, bytes]]) -> None:
    page = handbook.pages[SCAM_FOLDER, "tyz"]
    (script,) = scripts_of(page, handbook)
    text = words(kits["tyz"][SHEET])
    spoken = [part.text for sentence in script.sentences for part in parts(sentence)]
    wanted = [
        *spoken,
        page.title,
        SCAM_FOLDER,
        script.pin,
        "loa-30.tyz.wav",
        "loa-30.tyz.m4a",
        f"{script.seconds} giây, {script.syllables} tiếng",
        "tiếng Tày",
        "bản nháp theo từ điển, chưa có người bản ngữ duyệt",
        "Bài nẩy páy mì cần Tày ngòi tẻo",
        "Dự thảo – chờ cơ quan chủ trì phê duyệt",
        LABELS.consent,
        LABELS.speaker,
        LABELS.digits,
        f"{len(script.sentences)}",
    ]
    assert [each for each in wanted if each not in text] == [], text


def test_only_a_sentence_with_figures_is_marked(handbook: Handbook, kits: dict[str, dict[str, bytes]]) -> None:
    (script,) = scripts_of(handbook.pages[SCAM_FOLDER, "tyz"], handbook)
    figures = sum(any(letter.isdigit() for letter in sentence) for sentence in script.sentences)
    assert words(kits["tyz"][SHEET]).count(LABELS.digits) == figures == 1
    assert LABELS.digits not in words(kits["vi"][SHEET])


def test_the_text_is_printed_large_and_tagged(kits: dict[str, dict[str, bytes]]) -> None:
    sizes: dict[float, int] = {}

    def count(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        points = round(abs(size * matrix[3]), 1)
        sizes[points] = sizes.get(points, 0) + len(text.strip())

    reader = opened(kits["vi"][SHEET])
    for page in reader.pages:
        page.extract_text(visitor_text=count)
    large = sum(letters for points, letters in sizes.items() if points >= LEAST_POINTS)
    assert large > 250, f"letters by size: {sizes}"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()


def test_the_guide_says_every_step_on_one_page(kits: dict[str, dict[str, bytes]]) -> None:
    reader, text = opened(kits["vi"][GUIDE_FILE]), words(kits["vi"][GUIDE_FILE])
    assert len(reader.pages) == 1
    assert [act for act, _ in GUIDE if act not in text] == []


def test_the_guide_is_short_and_names_no_number() -> None:
    told = " ".join(f"{act} {why}" for act, why in GUIDE)
    assert [each for each, count in measured_sentences([told]) if count > 20] == []
    assert phone_numbers(told) == set()


def test_the_same_pages_give_the_same_bytes(handbook: Handbook, shared_project: Project) -> None:
    page, settings = handbook.pages[SCAM_FOLDER, "tyz"], read_settings(shared_project)
    once, again = (kit_files([page], handbook, settings, shared_project.design) for _ in range(2))
    assert once == again


def test_a_page_without_words_is_told(handbook: Handbook, shared_project: Project) -> None:
    with pytest.raises(FaultsError, match="không đủ chữ"):
        kit_files([handbook.pages["", "vi"]], handbook, read_settings(shared_project), shared_project.design)


def test_a_kit_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    write_kit(tmp_path / "tyz", {"cu/a.pdf": b"1"})
    write_kit(tmp_path / "tyz", {"moi/b.pdf": b"2"})
    assert [file.name for file in (tmp_path / "tyz").rglob("*.pdf")] == ["b.pdf"]


@given(st.lists(st.sampled_from(["lời", "đọc,", "nghỉ;", "xong.", "hỏi?", "«nói:", "rồi.»"]), min_size=1))
def test_pauses_are_put_between_words_and_lose_none(chosen: list[str]) -> None:
    found = parts(" ".join(chosen))
    assert " ".join(part.text for part in found) == " ".join(chosen)
    assert found[-1].pause == "//"
    for part in found[:-1]:
        assert part.pause == ("/" if part.text[-1] in ",;:" else "//"), part
