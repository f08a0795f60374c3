"""Forbidden words in data are told as on pages; titles of sources and names of before are not ours."""

from __future__ import annotations

import pytest

from camnang.handbook.facts.data_words import data_word_faults
from camnang.handbook.facts.forbidden_words import ForbiddenWords, read_forbidden_words
from camnang.handbook.project import Project
from tests.conftest import ROOT, faults_of

FORBIDDEN = (ForbiddenWords(words=("công an huyện", "Sở cũ"), reason="đã bỏ", instead="công an xã"),)


def test_the_data_of_the_handbook_have_none() -> None:
    told = [str(fault) for fault in data_word_faults(ROOT, read_forbidden_words(ROOT))]
    assert told == [], f"{told}, not none"


@pytest.mark.parametrize("name", ["glossary.yml", "quiz.yml", "interface/vi.yml"])
def test_a_forbidden_word_is_told_with_its_line(project: Project, name: str) -> None:
    file = project.root / "data" / name
    file.write_text("a: b\nc: Đến Công an huyện.\n", encoding="utf-8")
    told = [(fault.path, fault.line, fault.rule) for fault in data_word_faults(project.root, FORBIDDEN)]
    assert told == [(f"data/{name}", 2, "chu-cam")], told


def test_reading_the_handbook_tells_it(project: Project) -> None:
    file = project.root / "data" / "interface" / "vi.yml"
    before = file.read_text(encoding="utf-8")
    key, _, _ = before.partition(":")
    file.write_text(before.replace(f"{key}:", f"{key}: Công an huyện", 1), encoding="utf-8")
    assert {fault.path for fault in faults_of(project) if fault.rule == "chu-cam"} == {"data/interface/vi.yml"}


@pytest.mark.parametrize(
    "line",
    [
        "# công an huyện",
        "a: b  # công an huyện",
        "- {in_plan: Sở cũ, today: Sở mới}",
        "III.2: Sở mới (trước là Sở cũ)",
        'formerly: ["Sở cũ", a]',
    ],
)
def test_a_comment_and_a_name_of_before_are_taken(project: Project, line: str) -> None:
    (project.root / "data" / "glossary.yml").write_text(f"{line}\n", encoding="utf-8")
    assert list(data_word_faults(project.root, FORBIDDEN)) == []
