from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.readability import average, sentences
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.pages.review import (
    fragments,
    longest_sentences,
    overdue,
    sentences_on_many_pages,
    short_sentences,
)
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit, faults_of

WARNING = "docs/canh-bao/2026-03-09-goi-la/index.md"
PLAIN = "docs/gioi-thieu/index.md"


def test_a_forbidden_word_is_told_with_its_reason(project: Project) -> None:
    edit(project, SCAM, "hàng xóm báo,", "hàng xóm báo Công an huyện,")
    edit(project, "docs/thu-doan/goi-la/index.tyz.md", "hàng xóm báo,", "hàng xóm báo,")
    (fault,) = faults_of(project)
    assert "cấp huyện đã bỏ" in fault.found
    assert fault.expected == "công an xã, phường"


def test_a_page_that_must_speak_about_it_may(project: Project) -> None:
    edit(project, PLAIN, "Cẩm nang nhỏ.", "Công an huyện không còn.")
    read_handbook(project)


def test_a_swindlers_screen_may_say_what_the_page_may_not(project: Project) -> None:
    words = "- {words: [ví thật], reason: chữ thử, instead: ví, quoted: true}\n"
    (project.root / "data/forbidden_words.yml").write_text(words, encoding="utf-8")
    edit(project, SCAM, "Bà dính vụ rửa tiền.", "Bà mở ví thật.")
    read_handbook(project)
    edit(project, SCAM, "Chúng biết tên mình.", "Chúng biết ví thật.")
    (fault,) = [fault for fault in faults_of(project) if fault.rule == "chu-cam"]
    assert "Chúng biết ví thật." in (project.root / SCAM).read_text(encoding="utf-8").splitlines()[fault.line - 1]


@pytest.mark.parametrize(
    "told", ["Một bà rút tiền, hàng xóm báo. [X01]", "Tháng Tám, một bà rút tiền.", "Có người kể lại."]
)
def test_a_true_story_without_its_day_or_source_is_told(project: Project, told: str) -> None:
    edit(project, SCAM, "Tháng 8/2025: một bà rút 146 triệu đồng, hàng xóm báo, chặn kịp. [X01]", told)
    (fault,) = [fault for fault in faults_of(project) if fault.path == SCAM]
    assert (fault.rule, fault.line) == ("chuyen-thieu-ngay-nguon", 55)


def test_another_heading_promises_no_story(project: Project) -> None:
    edit(
        project, SCAM, "Tháng 8/2025: một bà rút 146 triệu đồng, hàng xóm báo, chặn kịp. [X01]", "Báo đã nhắc. [X01]"
    )
    edit(project, SCAM, "## Chuyện có thật", "## Đã có cảnh báo")
    assert "chuyen-thieu-ngay-nguon" not in {fault.rule for fault in faults_of(project)}


@pytest.mark.parametrize("claim", ["mất 5 triệu đồng", "tháng 9/2026 có vụ", "năm 2025 có vụ", "39 bị can"])
def test_a_claim_without_a_source_is_told(project: Project, claim: str) -> None:
    edit(project, PLAIN, "Cẩm nang nhỏ.", f"Cẩm nang nhỏ.\n\nMột bà {claim}.")
    (fault,) = faults_of(project)
    assert fault.rule == "so-lieu-thieu-nguon"
    assert fault.line == 9


def test_a_claim_with_its_source_is_right(project: Project) -> None:
    edit(project, PLAIN, "reviewed:", "sources: [X01]\nreviewed:")
    edit(project, PLAIN, "Cẩm nang nhỏ.", "Một bà mất 5 triệu đồng. [X01]")
    read_handbook(project)


def test_long_sentences_are_told(project: Project) -> None:
    edit(project, PLAIN, "Cẩm nang nhỏ.", "chữ " * 90 + ".")
    (fault,) = faults_of(project)
    assert fault.rule == "cau-qua-dai"


def test_the_longest_sentence_comes_first(project: Project) -> None:
    edit(
        project,
        PLAIN,
        "Cẩm nang nhỏ.",
        "Đây là một câu dài hơn mọi câu khác trong cuốn cẩm nang rất nhỏ này của mình.",
    )
    words, file, sentence = longest_sentences(read_handbook(project))[0]
    assert (words, file) == (18, PLAIN)
    assert sentence.startswith("Đây là")


def test_pages_of_clipped_sentences_come_first_and_the_rule_counts_for_none(project: Project) -> None:
    edit(project, PLAIN, "Cẩm nang nhỏ.", "Tắt máy. Một câu đủ dài. " * 15 + "Cụt rồi. " * 15)
    assert short_sentences(read_handbook(project))[0] == (15 / 31, PLAIN)


def test_a_sentence_that_only_goes_on_is_a_fragment(project: Project) -> None:
    edit(project, PLAIN, "Cẩm nang nhỏ.", "Không mở. Nhất là trên máy ấy. Kể cả khi gấp, mình vẫn hỏi.")
    assert fragments(read_handbook(project)) == ((PLAIN, "Nhất là trên máy ấy."),)


@pytest.mark.parametrize(("pages", "found"), [(6, ()), (7, ((7, "Chụp lại tin nhắn, số máy."),))])
def test_what_closes_more_than_six_pages_is_told(
    project: Project, pages: int, found: tuple[tuple[int, str], ...]
) -> None:
    for number in range(pages):
        folder = project.root / f"docs/gioi-thieu/trang-{number}"
        folder.mkdir()
        front = f"---\nid: trang-{number}\nreviewed: 2026-11-24\n---\n# Trang {number}\n"
        (folder / "index.md").write_text(f"{front}\nMột. Chụp lại tin nhắn, số máy.\n", encoding="utf-8")
    assert sentences_on_many_pages(read_handbook(project)) == found


def test_pages_are_overdue_after_half_a_year(handbook: Handbook) -> None:
    reviewed = datetime.date(2026, 11, 24)
    assert overdue(handbook, reviewed + datetime.timedelta(days=180)) == ()
    late = overdue(handbook, reviewed + datetime.timedelta(days=181))
    assert len(late) == len([page for page in handbook.pages.values() if page.language.code == "vi"])


def test_sentences_end_at_stops_and_at_the_end_of_a_block() -> None:
    blocks = ["Tắt máy. Hỏi người nhà!", "Đến công an xã"]
    assert list(sentences(blocks)) == [("Tắt máy.", 2), ("Hỏi người nhà!", 3), ("Đến công an xã", 4)]


@given(st.lists(st.integers(min_value=1, max_value=50)))
def test_the_average_lies_between_the_extremes(lengths: list[int]) -> None:
    assert (min(lengths) <= average(lengths) <= max(lengths)) if lengths else average(lengths) == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("data/sightings.yml", "[goi-la]", "[]", "thiếu thủ đoạn «goi-la»"),
        ("data/sightings.yml", "[goi-la]", "[goi-la, vay]", "thủ đoạn «vay»"),
        ("data/quiz.yml", "scam: goi-la", "scam: vay", "goi-doa: thủ đoạn «vay»"),
        ("data/quiz.yml", "id: giay-hop", "id: goi-doa", "mã «goi-doa» có hai lần"),
        (WARNING, "scam: goi-la", "scam: vay", "thủ đoạn «vay»"),
        (WARNING, "date: 2026-03-09", "date: 2026-03-10", "thư mục 2026-03-09-goi-la"),
    ],
)
def test_what_one_file_names_the_other_has(project: Project, file: str, old: str, new: str, found: str) -> None:
    edit(project, file, old, new)
    (fault,) = faults_of(project)
    assert fault.path == file
    assert found in fault.found
