"""A file of `data/` that nobody reads is told, with the file that was meant."""

from __future__ import annotations

import pytest

from camnang.handbook.facts import reporting
from camnang.handbook.facts.data_files import stray_data_faults
from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.kits import endings, sms_traps
from camnang.handbook.project import Project
from camnang.papers.reports import units

OTHERS = (units.FILE, reporting.FILE, endings.FILE, sms_traps.FILE, "data/published_addresses.txt")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("quiz.yaml", "data/quiz.yml"),
        ("quiz.yml.txt", "data/quiz.yml"),
        ("Quiz.yml", "data/quiz.yml"),
        ("hotlines - Copy.yml", "data/hotlines.yml"),
        ("hotlines - bản sao.yml", "data/hotlines.yml"),
        ("units (1).yml", "data/units.yml"),
        ("Copy of reporting.yml", "data/reporting.yml"),
        ("interface/vi (2).yml", "data/interface/vi.yml"),
        ("lexicon/tyz.csv", "data/lexicon/tyz.tsv"),
        ("ghi-chu.docx", ""),
        ("interface/la.yml", ""),
    ],
)
def test_a_copy_or_another_ending_is_told_with_the_file_that_is_read(project: Project, name: str, meant: str) -> None:
    file = project.root / "data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("- {}\n", encoding="utf-8")
    (told,) = stray_data_faults(project.root, read_all_languages(project.root), OTHERS)
    assert (told.path, told.rule) == (f"data/{name}", "ten-tep-la"), told
    assert (f"chép điều cần giữ vào {meant} rồi xoá" in told.repair) is bool(meant), told.repair


@pytest.mark.parametrize("name", [".DS_Store", "~$quiz.yml", "Thumbs.db", "quiz.yml:Zone.Identifier", "quiz.yml~"])
def test_what_programs_left_is_passed_over(project: Project, name: str) -> None:
    (project.root / "data" / name).write_bytes(b"x")
    assert list(stray_data_faults(project.root, read_all_languages(project.root), OTHERS)) == []
