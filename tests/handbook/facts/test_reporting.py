from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.reporting import FILE, read_reporting
from tests.papers.reports.returned_forms import ROOT, reporting


def spoilt(folder: Path, old: str, new: str) -> list[str]:
    """Return what is found in the data after a change."""
    (folder / "data").mkdir()
    shutil.copy2(ROOT / "data/languages.yml", folder / "data/languages.yml")
    text = (ROOT / FILE).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {FILE}"
    (folder / FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_reporting(folder)
    return [fault.found for fault in raised.value.faults]


def test_deadlines_are_those_of_the_plan() -> None:
    days = [period.deadline(2026) for period in reporting().periods]
    assert days == [datetime.date(2026, 6, 5), datetime.date(2026, 12, 5)]


def test_lines_by_language_follow_the_published_languages() -> None:
    assert [language.code for language in reporting().languages] == ["vi", "tyz", "nut"]


def test_a_code_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "code: B2", "code: B1") == ["«B1» có 2 lần"]


def test_a_rule_about_a_line_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "part: hoc_sinh,", "part: hoc_tro,") == ["«hoc_tro» không phải mã của dòng nào"]


def test_a_number_without_a_largest_value_is_a_fault(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "unit: vụ, most: 5000", "unit: vụ") == ["E1: thiếu «most»"]


def test_an_unknown_field_is_a_fault(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "years: {first: 2026,", "years: {begin: 1, first: 2026,") == [
        "trường lạ «begin» ở «years»"
    ]
