from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader

from camnang.handbook.project import Project
from camnang.pictures.drawing.engine import FitError, files_in_memory
from camnang.pictures.drawing.job import Job
from camnang.pictures.motion.loop import check_reading
from camnang.pictures.sheets.frames import Frame
from camnang.pictures.sheets.loops import LoopSheet, bars, first_sentence, unbroken
from camnang.pictures.sheets.reading_time import FRAMES_A_SECOND, SECONDS, SECONDS_A_WORD, lengths, words_in
from camnang.pictures.sheets.values import as_kind
from tests.conftest import ROOT, SCAM, edit, real_handbook
from tests.pictures.motion.conftest import jobs_of, with_films

WORD = re.compile(r"\w+")


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.casefold()))


def loop_of(job: Job) -> LoopSheet:
    return as_kind(job.content, LoopSheet)


def page_texts(job: Job, design: Path) -> list[str]:
    """Return what stands on each key frame, as text."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(design / "fonts")])
    compiler = typst.Compiler(root=str(design), font_paths=fonts)
    pdf = compiler.compile(input=files_in_memory(job.format, job.data), format="pdf")
    assert isinstance(pdf, bytes)
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_a_sentence_ends_at_its_stop() -> None:
    assert first_sentence("Bà dính vụ rửa tiền. Đây là lệnh bắt.") == "Bà dính vụ rửa tiền."
    assert first_sentence("Bạn trúng xe máy! Nhận ngay.") == "Bạn trúng xe máy!"
    assert first_sentence("Bấm vào vneid.xyz để nhận") == "Bấm vào vneid.xyz để nhận", (
        "a dot inside a word ends nothing"
    )


def test_bars_hold_no_word() -> None:
    assert bars("Nộp phí sửa hồ sơ") == "xxx xxx xxx"


def test_a_name_stays_on_one_line() -> None:
    assert unbroken("Cao Bằng cảnh giác", "Cao Bằng") == "Cao\u00a0Bằng cảnh giác"


def test_a_scam_is_told_from_the_call_to_the_numbers(films: Project) -> None:
    frames = loop_of(jobs_of(films)["goi-la", "vi", "phim"]).frames
    assert [frame.kind for frame in frames] == ["call", "flag", "flag", "flag", "headline", "acts", "numbers"]
    assert frames[0].reads == ("Công an lạ", "Bà dính vụ rửa tiền.")
    assert [frame.reads for frame in frames[1:4]] == [("Doạ cho mình sợ",), ("Bắt giữ bí mật",), ("Đòi chuyển tiền",)]
    assert frames[-1].reads == ("113", "Công an", "111", "Bảo vệ trẻ em")


def test_the_campaign_tells_its_acts_one_by_one(films: Project) -> None:
    frames = loop_of(jobs_of(films)["trang-chu", "vi", "phim"]).frames
    assert [frame.kind for frame in frames] == ["question", "act", "act", "act", "numbers", "headline"]
    assert [frame.reads for frame in frames[1:4]] == [("Tắt máy.",), ("Hỏi người nhà.",), ("Đến công an xã.",)]


def shown_anew(frames: tuple[Frame, ...]) -> list[Counter[str]]:
    """Return the words that each drawn page must add; a call is drawn twice."""
    found = []
    for frame in frames:
        said = sum((words(text) for text in frame.reads), Counter[str]())
        found += [said, said] if frame.kind == "call" else [said]
    return found


@pytest.mark.parametrize(
    "key", [("goi-la", "vi", "phim"), ("goi-la", "tyz", "phim-doc"), ("trang-chu", "vi", "phim")]
)
def test_frames_show_what_is_counted_and_nothing_else(films: Project, key: tuple[str, str, str]) -> None:
    job = jobs_of(films)[key]
    said = loop_of(job)
    frames = said.frames
    foot = words(" ".join([*said.notices, said.campaign]))
    numbers = Counter(str(line.number) for line in (said.mock.lines if said.mock else ()) if line.number)
    before = Counter[str]()
    for number, (text, wanted) in enumerate(zip(page_texts(job, films.design), shown_anew(frames), strict=True)):
        there = words(text) - foot
        assert wanted - (there + foot) == Counter(), f"frame {number} lacks words that are counted: {wanted - there}"
        strange = there - wanted - before - numbers - numbers
        assert strange == Counter(), f"frame {number} shows words that nobody has the time to read: {strange}"
        before = there


def test_every_loop_of_the_handbook_can_be_read() -> None:
    found = {key: job for key, job in jobs_of(Project(ROOT)).items() if job.format.layout == "motion"}
    seen_here = {page.details.id for page in real_handbook().originals if page.details.tier == 1}
    told = {key[0] for key in found}
    assert seen_here < told, f"scams without a loop: {sorted(seen_here - told)}"
    assert len(told - seen_here) == 1, f"the campaign's own loop and no other: {sorted(told - seen_here)}"
    for key, job in found.items():
        said = loop_of(job)
        frames = said.frames
        counts = tuple(frame.words for frame in frames)
        check_reading(frames)
        seconds = [length / FRAMES_A_SECOND for length in lengths(counts)]
        assert sum(seconds) == pytest.approx(SECONDS), f"{key}: {seconds}"
        slow = [(count, time) for count, time in zip(counts, seconds, strict=True) if time < SECONDS_A_WORD * count]
        assert not slow, f"{key}: words and seconds {slow}"
        standing = words_in(" ".join([*said.notices, said.campaign]))
        assert standing * SECONDS_A_WORD <= SECONDS, f"{key}: {standing} words at the foot"


def test_too_many_words_are_told_with_the_longest_text(tmp_path: Path) -> None:
    project = with_films(tmp_path / "handbook")
    for flag in ("Doạ cho mình sợ", "Bắt giữ bí mật", "Đòi chuyển tiền"):
        edit(project, SCAM, f"co-do: {flag}", "co-do: bà ở nhà ta đi ra ta hỏi ta nói ta nghe")
    frames = loop_of(jobs_of(project)["goi-la", "vi", "phim"]).frames
    with pytest.raises(FitError) as raised:
        check_reading(frames)
    assert raised.value.text in {text for frame in frames for text in frame.reads}
    assert raised.value.excess >= 10, f"{raised.value.excess} characters are not the words that are too many"
