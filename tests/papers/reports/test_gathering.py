from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from camnang.papers.reports.findings import Finding, Level
from camnang.papers.reports.gathering import Gathered, gather
from camnang.papers.reports.totals import totals
from tests.papers.reports.returned_forms import DIVIDED, NUMBERS, asked, cell, form, units
from tests.papers.reports.spoilt_forms import ALL, REJECTED

GOOD = form("Xã Bảo Lâm")
# Ten kinds of faults, each in a form of its own among fifty good ones.
TEN = (
    "a formula in a number",
    "joined cells",
    "another period",
    "a number with a word",
    "places do not add up",
    "a name of two",
    "a file cut short",
    "an older form",
    "macros",
    "a hidden sheet",
)


def gathered(folder: Path, files: dict[str, bytes]) -> Gathered:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return gather(folder, asked())


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.file, finding.level.value, finding.found) for finding in findings]


def hashes(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


@dataclass(frozen=True)
class Sixty:
    """Fifty good forms and ten faulty ones: the hashes of the files, the findings that are due, what was found."""

    before: dict[str, str]
    due: list[tuple[str, str, str, str]]
    found: Gathered
    after: dict[str, str]


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Sixty:
    folder = tmp_path_factory.mktemp("sixty")
    cases = {case.name: case for case in ALL}
    due = []
    for number, unit in enumerate(units()[:60]):
        file = folder / f"{number:02}-{unit.id}.xlsx"
        case = cases[TEN[number // 6]] if number % 6 == 5 else None
        file.write_bytes(case.make(unit.full_name) if case else form(unit.full_name))
        if case:
            due.append((file.name, case.place, case.level.value, case.found))
    before = hashes(folder)
    return Sixty(before, due, gather(folder, asked()), hashes(folder))


def test_ten_kinds_of_faults_in_sixty_forms_are_found_and_nothing_else(sixty: Sixty) -> None:
    found = sixty.found
    assert [(each.file, each.cell, each.level.value, each.found) for each in found.findings] == sixty.due
    assert (len(sixty.due), len(found.accepted), len(found.rejected)) == (10, 50, 10)


def test_the_returned_files_are_never_changed(sixty: Sixty) -> None:
    assert len(sixty.before) == 60
    assert sixty.after == sixty.before


def test_totals_are_those_of_the_good_forms_only(sixty: Sixty) -> None:
    sums = totals(sixty.found)
    assert (sums["buoi"], sums["nguoi"]) == (50 * NUMBERS["B1"], 50 * NUMBERS["B5"])
    assert [sums[f"to_roi.{code}"] for code in ("vi", "tyz", "nut")] == [50 * part for part in DIVIDED["C2"][1:]]


def test_every_unit_is_counted_repaired_or_missing_and_never_two_of_these(sixty: Sixty) -> None:
    found = sixty.found
    states = Counter([*found.accepted, *(unit.id for unit in (*found.to_repair, *found.missing))])
    assert states == {unit.id: 1 for unit in units()}


def test_the_same_report_twice_counts_once(tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {"a.xlsx": GOOD, "b.xlsx": form("Xã Bảo Lâm", {"A4": "2/12/2026"})})
    assert told(found.findings) == [("b.xlsx", Level.NOTED.value, "gửi lại bản giống a.xlsx")]
    assert totals(found)["buoi"] == NUMBERS["B1"]
    assert [(each.files, each.outcome) for each in found.doubled] == [(("a.xlsx", "b.xlsx"), "tính a.xlsx")]


def test_two_reports_that_differ_count_not_at_all(tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {"a.xlsx": GOOD, "b.xlsx": form("Xã Bảo Lâm", {"D3": 13})})
    said = "hai bản khác nhau của một đơn vị: a.xlsx, b.xlsx; khác ở D3"
    assert told(found.findings) == [(name, REJECTED.value, said) for name in ("a.xlsx", "b.xlsx")]
    assert totals(found)["buoi"] == 0
    assert [unit.full_name for unit in found.to_repair] == ["Xã Bảo Lâm"]
    assert [each.outcome for each in found.doubled] == ["các bản khác nhau, chưa nhận bản nào"]


def test_a_good_report_counts_beside_a_bad_one_of_the_same_unit(tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {"a.xlsx": form("Xã Bảo Lâm", {"D3": -1}), "b.xlsx": GOOD})
    assert sorted(told(found.findings)) == [
        ("a.xlsx", REJECTED.value, "số âm -1"),
        ("a.xlsx", Level.NOTED.value, "tệp này không nhận, vẫn tính b.xlsx của cùng đơn vị"),
    ]
    assert [each.file for each in found.accepted.values()] == ["b.xlsx"]
    assert [each.outcome for each in found.doubled] == ["tính b.xlsx"]
    assert found.to_repair == ()


def test_a_repeated_report_and_an_old_name_are_the_same_unit(tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {"a.xlsx": form("Phường Thục Phán"), "b.xlsx": form("phường Sông Hiến")})
    assert [each.unit.full_name for each in found.doubled] == ["Phường Thục Phán"]
    assert totals(found)["buoi"] == NUMBERS["B1"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("scan.pdf", "tệp loại khác (.pdf)"),
        ("thư", "tệp loại khác (không đuôi)"),
        ("các xã.ZIP", "tệp nén (.zip)"),
        ("các xã.rar", "tệp nén (.rar)"),
    ],
)
def test_nothing_that_people_sent_is_passed_over(name: str, found: str, tmp_path: Path) -> None:
    assert told(gathered(tmp_path / "in", {name: GOOD}).findings) == [(name, Level.SKIPPED.value, found)]


@pytest.mark.parametrize("name", ["a.xlsx:Zone.Identifier", "a.xlsx.Zone.Identifier", "~$a.xlsx"])
def test_what_windows_leaves_beside_a_file_is_counted_and_ignored(name: str, tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {"a.xlsx": GOOD, name: b"[ZoneTransfer]"})
    assert (told(found.findings), found.droppings) == ([], (name,))


@pytest.mark.parametrize("name", ["a.xls", "a.XLSM", "a.xlsb", "a.ods", "a.csv"])
def test_a_form_is_known_by_its_bytes_whatever_its_name_says(name: str, tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {name: GOOD})
    assert (told(found.findings), list(found.accepted)) == ([], ["bao-lam"])


def test_folders_inside_are_mentioned_and_capital_endings_are_read(tmp_path: Path) -> None:
    (tmp_path / "in" / "cũ.xlsx").mkdir(parents=True)
    found = gathered(tmp_path / "in", {"A.XLSX": GOOD})
    assert told(found.findings) == [("cũ.xlsx", Level.SKIPPED.value, "thư mục con")]
    assert list(found.accepted) == ["bao-lam"]


def test_late_is_on_the_deadline_and_after_it(tmp_path: Path) -> None:
    days = {"a.xlsx": ("Xã Bảo Lâm", 4), "b.xlsx": ("Xã Lý Bôn", 5)}
    files = {name: form(unit, {"A4": datetime.datetime(2026, 12, day)}) for name, (unit, day) in days.items()}
    found = gathered(tmp_path / "in", files)
    assert [each.file for each in found.late] == ["b.xlsx"]
    assert len(found.accepted) == 2


def test_a_late_form_is_told_at_its_day(tmp_path: Path) -> None:
    found = gathered(tmp_path / "in", {"a.xlsx": form("Xã Bảo Lâm", {"A4": "9/12/2026"})})
    assert [each.cell for each in found.findings] == [cell("A4")]
