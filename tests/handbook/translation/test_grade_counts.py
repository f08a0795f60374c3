"""Each different sentence of a translation is counted once by its grade; what nobody graded is counted too."""

from __future__ import annotations

import pytest

from camnang.entry.commands.check import report_grades
from camnang.handbook.facts.sentence_grades import FOLDER, Grade, SentenceGrade
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.handbook.translation.grade_counts import GradeCounts, grade_counts, grade_of, sentences
from tests.conftest import SCAM

GRADES: dict[str, Grade] = {"Roọng 113": "high", "Phuối": "mid", "Xo pang": "low", "Bấu mì thẻ: pây ngân hàng": "mid"}


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Roọng 113", "high"),
        ("Bấu mì thẻ: pây ngân hàng", "mid"),
        ("Phuối: «Xo pang", "low"),
        ("Công an: «Roọng 113", "high"),
        ("Công an", None),
        ("Roọng 1130", None),
    ],
)
def test_a_sentence_has_its_own_grade_or_the_lowest_of_its_parts(sentence: str, grade: Grade | None) -> None:
    assert grade_of(sentence, GRADES) == grade


def test_what_a_graded_sentence_quotes_may_be_missing_on_the_page(handbook: Handbook) -> None:
    graded = [SentenceGrade("tyz", "Cần róa «lừa đảo» chả công an.", "mid", "", "")]
    pages = [page for page in handbook.pages.values() if page.language.code == "tyz"]
    assert grade_counts(pages, "tyz", graded).mid == 1


def test_the_sentences_of_a_page_are_its_own_words_without_marks(handbook: Handbook) -> None:
    page = handbook.pages[SCAM.removeprefix("docs/").removesuffix("/index.md"), "tyz"]
    found = list(sentences(page))
    assert {"Cần róa chả công an", "Dá đảy phác chèn", "Roọng 113", "Hâu cạ bấu hẩư cầư chắc"} <= set(found)
    assert not [said for said in found if "hàng xóm" in said], "a Vietnamese passage is no translation"


def test_the_counts_are_of_different_sentences(handbook: Handbook) -> None:
    graded = [
        SentenceGrade("tyz", "Dá đảy phác chèn", "low", "", ""),
        SentenceGrade("nut", "Roọng 113", "high", "", ""),
    ]
    pages = [page for page in handbook.pages.values() if page.language.code == "tyz"]
    found = grade_counts(pages * 2, "tyz", graded)
    assert found == GradeCounts(0, 0, 1, len({said for page in pages for said in sentences(page)}) - 1)


def test_the_check_ends_with_a_line_a_language(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    report_grades(read_handbook(project))
    assert capsys.readouterr().out == ""
    table = project.root / FOLDER / "tyz.tsv"
    table.parent.mkdir(parents=True)
    table.write_text("language\tsentence\tgrade\tmodel\tnote\ntyz\tRoọng 113\thigh\t\t\n", encoding="utf-8")
    report_grades(read_handbook(project))
    assert "1 câu chắc, 0 câu vừa, 0 câu chưa chắc" in capsys.readouterr().out


def test_a_page_knows_how_many_of_its_sentences_are_graded_low(project: Project) -> None:
    table = project.root / FOLDER / "tyz.tsv"
    table.parent.mkdir(parents=True)
    rows = "tyz\tDá đảy phác chèn\tlow\t\t\ntyz\tBấu lao\tlow\t\t\ntyz\tRoọng 113\tmid\t\t\n"
    table.write_text(f"language\tsentence\tgrade\tmodel\tnote\n{rows}", encoding="utf-8")
    pages = read_handbook(project).pages
    folder = SCAM.removeprefix("docs/").removesuffix("/index.md")
    assert (pages[folder, "tyz"].low, pages[folder, "vi"].low) == (2, 0)
