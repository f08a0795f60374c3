from __future__ import annotations

from pathlib import Path

import pytest

from camnang.papers.reports.findings import Finding
from camnang.papers.reports.returned import read_file
from tests.papers.reports.returned_forms import DIVIDED, NUMBERS, asked, form
from tests.papers.reports.spoilt_forms import ALL, Case

UNIT = "Xã Bảo Lâm"


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return [(finding.file, finding.cell, finding.level.value, finding.found) for finding in findings]


def test_a_good_form_says_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(form(UNIT))
    read = read_file(file, asked())
    assert told(read.findings) == []
    assert read.unit is not None
    assert read.unit.full_name == UNIT
    assert sum(value for value in read.answers.values() if isinstance(value, int)) == sum(NUMBERS.values()) + sum(
        map(sum, DIVIDED.values())
    )


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_each_fault_alone_is_told_with_its_place_and_nothing_else(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(case.make(UNIT))
    read = read_file(file, asked())
    assert told(read.findings) == [("a.xlsx", case.place, case.level.value, case.found)]
    assert all(finding.problem.expected and finding.problem.repair for finding in read.findings)


def test_all_faults_of_a_form_are_told_at_once_from_above(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(form("Hưng Đạo", {"A3": 2025, "B2": 5, "C1.E": 19, "D3": "12 buổi", "E2": "Chưa"}))
    cells = [finding.cell for finding in read_file(file, asked()).findings]
    assert cells == ["D6", "D8", "D11", "D18", "D24", "D27"]


def test_a_form_of_the_half_year_is_read_for_the_half_year(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(form(UNIT, {"A2": "6 tháng đầu năm", "A4": "4/6/2026"}))
    assert told(read_file(file, asked("6thang")).findings) == []
    file.write_bytes(form(UNIT, {"A2": "6 tháng đầu năm", "A4": "5/6/2026"}))
    assert [finding.found for finding in read_file(file, asked("6thang")).findings] == ["nộp ngày 05/06/2026"]
