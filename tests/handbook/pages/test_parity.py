from __future__ import annotations

import pytest

from camnang.handbook.project import Project
from tests.conftest import TRANSLATION, edit, faults_of

# What is changed in the translation: (old, new, what the fault must say it found, what it expected, its line).
SPOILT = {
    "an item too many": (
        "- **Bấu lao.**\n",
        "- **Bấu lao.**\n- **Bấu chắc.**\n",
        "mục {#khong} có 3 ý",
        "2 ý như bản",
        "{#khong}",
    ),
    "another amount": (
        "146 triệu",
        "164 triệu",
        "các số: 164, 8/2025",
        "như bản tiếng Việt: 146, 8/2025",
        "{#vu-viec}",
    ),
    "a hotline too few": ("Roọng 113.", "Roọng công an.", "các số: không có", "như bản tiếng Việt: 113", "{#bi-lua}"),
    "a number in the title": ("# Cần róa chả", "# 3 cần róa chả", "đầu trang, các số: 3", "không có", "# 3 cần"),
    "a link too many": (
        "**Bấu lao.**",
        "**Bấu lao.** [a](../index.md)",
        "các liên kết: ../index.md",
        "không có",
        "{#khong}",
    ),
    "a mock-up line too few": (
        '  - say: "Phác chèn ngay."\n    co-do: Hâu tỏi au chèn\n',
        "",
        "khối mau: goi-video, 2 dòng, cờ đỏ 11",
        "goi-video, 3 dòng, cờ đỏ 111",
        "{#mau}",
    ),
    "a number on the screen": ("Phác chèn ngay", "Phác 5 chèn", "dòng 3, các số: 5", "không có", "{#mau}"),
}


@pytest.mark.parametrize(("old", "new", "found", "expected", "place"), SPOILT.values(), ids=SPOILT.keys())
def test_a_difference_is_told_with_its_line_and_both_values(
    project: Project, old: str, new: str, found: str, expected: str, place: str
) -> None:
    edit(project, TRANSLATION, old, new)
    (fault,) = faults_of(project)
    assert found in fault.found, fault
    assert expected in fault.expected, fault
    line = (project.root / TRANSLATION).read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert place in line, f"line {fault.line} is {line!r}"
