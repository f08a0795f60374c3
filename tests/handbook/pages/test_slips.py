"""What looks like a heading, a list or a source and is none is told once, with its line and what to write."""

from __future__ import annotations

import pytest

from camnang.handbook.pages.slips import as_meant, slip_faults
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit, faults_of

SECTIONS = ("khong", "hay")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("##Hãy {#hay}", "## Hãy {#hay}"),
        ("##\u00a0Hãy {#hay}", "## Hãy {#hay}"),
        ("### Hãy {#hay}", "## Hãy {#hay}"),
        ("## Hãy {# hay}", "## Hãy {#hay}"),
        ("• **Tắt máy.**", "- **Tắt máy.**"),
        ("•\t**Tắt máy.**", "- **Tắt máy.**"),
        ("– Tắt máy.", "- Tắt máy."),
        ("1) Tắt máy.", "1. Tắt máy."),
        ("-Tắt máy.", "- Tắt máy."),
        ("-**Tắt máy.**", "- **Tắt máy.**"),
        ("-\u00a0Tắt máy.", "- Tắt máy."),
        ("1.Tắt máy.", "1. Tắt máy."),
        ("Báo kể. [C 16]", "Báo kể. [C16]"),
        ("Báo kể. [c10]", "Báo kể. [C10]"),
        ("Báo kể. [S01, S03]", "Báo kể. [S01] [S03]"),
        ("Báo kể. [S01; s3]", "Báo kể. [S01] [S03]"),
    ],
)
def test_a_slip_is_told_and_read_on_as_it_was_meant(written: str, meant: str) -> None:
    body = f"Một dòng.\n\n{written}\n"
    (told,) = slip_faults(body, SECTIONS, "docs/index.md", 10)
    assert (told.line, told.rule) == (12, "dong-sai-dau"), told
    assert told.repair.removeprefix("viết «").removesuffix("»") in meant, told.repair
    assert as_meant(body, SECTIONS) == f"Một dòng.\n\n{meant}\n"


@pytest.mark.parametrize(
    "line",
    [
        *("## Hãy {#hay}", "### Ở nhà {#nha}", "#", "---", "- **Tắt máy.**", "1. Tắt máy.", "**Tắt máy.**", "* a"),
        *("[C09] [C10]", "[A4](a4.pdf)", "[a]", "+84", "-5 độ", "1.000 đồng", "24.11.2026", "{: .x #hay}", "{#hay}"),
        *("Cúp máy – hỏi người nhà.", "Tối 9 (thứ hai) có 3) gì", "```mau chat\n– Alo\n• Alo\n```", "--- a"),
    ],
)
def test_what_stands_right_is_left_as_it_is(line: str) -> None:
    assert list(slip_faults(line, SECTIONS, "docs/index.md", 1)) == []
    assert as_meant(line, SECTIONS) == line


def test_a_heading_of_third_rank_is_none_of_a_page_without_set_sections() -> None:
    assert list(slip_faults("### Hãy {#hay}", (), "docs/index.md", 1)) == []


@pytest.mark.parametrize("heading", ["##Hãy {#hay}", "### Hãy {#hay}", "## Hãy {# hay}"])
def test_a_page_is_held_against_its_rules_as_if_the_slip_were_repaired(project: Project, heading: str) -> None:
    text = (project.root / SCAM).read_text(encoding="utf-8")
    right = next(line for line in text.splitlines() if "{#hay}" in line)
    edit(project, SCAM, right, heading.replace("Hãy", right.removeprefix("## ").partition(" {")[0]))
    told = [(fault.line, fault.rule) for fault in faults_of(project)]
    assert told == [(text.splitlines().index(right) + 1, "dong-sai-dau")], told
