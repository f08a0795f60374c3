"""A page leads to no person: accounts, cards, mailboxes and sites are told with their line."""

from __future__ import annotations

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of

PLAIN = "docs/gioi-thieu/index.md"
WORDS = "Cẩm nang nhỏ."


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Số tài khoản 19034567891012 của cô Lan.", "«19034567891012»"),
        ("Số tài khoản 0041 000 123 4567 nhé.", "«0041 000 123 4567»"),
        ("Căn cước 004082001234 nhé.", "«004082001234»"),
        ("Hỏi can.bo.xa@gmail.com nhé.", "«can.bo.xa@gmail.com»"),
        ("Xem https://ke-gian.com/@caobang.gov.vn nhé.", "«https://ke-gian.com/@caobang.gov.vn»"),
        ("Vào trang nhanqua-vneid.com nhé.", "«nhanqua-vneid.com»"),
        ("Vào https://bit.ly/3xY nhé.", "«https://bit.ly/3xY»"),
    ],
)
def test_what_leads_to_a_person_is_told_with_its_line(project: Project, written: str, named: str) -> None:
    edit(project, PLAIN, WORDS, f"{WORDS}\n\n{written}")
    lines = (project.root / PLAIN).read_text(encoding="utf-8").splitlines()
    told = [fault for fault in faults_of(project) if fault.rule == "thong-tin-rieng"]
    assert [(fault.path, fault.line) for fault in told] == [(PLAIN, lines.index(written) + 1)], told
    assert named in told[0].found, told


@pytest.mark.parametrize(
    "written",
    [
        *(
            "Trang caobang.gov.vn có tin.",
            "Hỏi a@caobang.gov.vn nhé.",
            "Trang giả như qua-tang.example có thật.",
            "Gọi 113.",
        ),
        *(
            "Xem [trang](../index.md) này.",
            "Chạy python3 run.py ve.",
            "Mất tiền 8.000.000.000 đồng thì báo.",
            "TP.Cao Bằng",
        ),
    ],
)
def test_what_leads_to_an_office_or_nowhere_is_taken(project: Project, written: str) -> None:
    edit(project, PLAIN, "reviewed:", "sources: [X01]\nreviewed:")
    edit(project, PLAIN, WORDS, f"{WORDS}\n\n{written} [X01]")
    read_handbook(project)


def test_a_site_that_a_source_tells_of_may_be_named(project: Project) -> None:
    edit(project, "data/sources.yml", "title: Một nguồn thử", "title: Trang nhanqua-vneid.com là giả")
    edit(project, PLAIN, WORDS, f"{WORDS} Trang nhanqua-vneid.com là giả.")
    read_handbook(project)
