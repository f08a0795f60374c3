from __future__ import annotations

import re

import pytest

from camnang.files.faults import FaultsError
from camnang.files.yaml_file import PATTERNS, check_yaml
from tests.conftest import ROOT

SAID = {
    "words without quotes are words": ("a: no\nb: yes\nc: 2026-11-24\nd: 1.5\n", ["no", "yes", "2026-11-24", "1.5"]),
    "quoted figures are words": ('a: "0123"\nb: "12:30"\n', ["0123", "12:30"]),
    "a value that is said once and used twice": ("a: &x một\nb: *x\n", ["một", "một"]),
}
LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 9))
# the text, the line, what is told
TOLD = {
    "key twice": ("a: x\nb: y\na: z\n", 3, "«a» có hai lần: dòng 1 và dòng 3"),
    "tab after the colon": ("a:\tx\n", 1, "Tab"),
    "octal": ("a: 0123\n", 1, "«0123»"),
    "thousands": ("a: 1.000\n", 1, "«1.000»"),
    "underscore": ("a: 1_000\n", 1, "«1_000»"),
    "time of day": ("a: 12:30\n", 1, "«12:30»"),
    "a tag": ("a: !!python/name:os.system x\n", 1, "dấu !"),
    "laughs": (LAUGHS, 1, "các dấu & và *"),
    "itself": ("a: &a [*a]\n", 1, "các dấu & và *"),
    "deep brackets": ("a: " + "[b, " * 5000, 1, "nhiều lớp"),
    "deep dashes": ("- " * 5000 + "a\n", 1, "nhiều lớp"),
    "many values": ("a: [" + "b," * 200_000 + "]\n", 1, "giá trị"),
    "NUL": ("a: x\x00y\n", 1, "ký tự NUL U+0000"),
    "open bracket": ("a: [x\n", 2, "danh sách [a, b] chưa đóng"),
}


@pytest.mark.parametrize(("text", "values"), SAID.values(), ids=SAID)
def test_what_is_written_is_what_is_read(text: str, values: list[str]) -> None:
    assert list(check_yaml(text, dict[str, str], "a.yml").values()) == values


@pytest.mark.parametrize(("text", "line", "said"), TOLD.values(), ids=TOLD)
def test_what_nobody_meant_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(FaultsError) as raised:
        check_yaml(text, dict[str, str], "a.yml")
    told = [(fault.line, fault.found) for fault in raised.value.faults]
    assert any(place == line and said in found for place, found in told), told


def test_no_editor_is_shown_a_pattern() -> None:
    written = (file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    patterns = {found for text in written for found in re.findall(r'Field\(pattern=r"([^"]+)"', text)}
    assert patterns - PATTERNS.keys() == set(), "say in files/yaml_file.py what these ask for"
