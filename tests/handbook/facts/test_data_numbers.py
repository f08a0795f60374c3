from __future__ import annotations

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.data_numbers import data_number_faults
from camnang.handbook.facts.facts import read_facts
from camnang.handbook.project import Project
from tests.conftest import ROOT

NUMBERS = frozenset({"113", "111", "156", "5656"})


def test_the_data_of_the_handbook_give_no_number_that_nobody_confirmed() -> None:
    told = [str(fault) for fault in data_number_faults(ROOT, NUMBERS)]
    assert told == [], f"{told}, not none"


@pytest.mark.parametrize("name", ["glossary.yml", "quiz.yml", "interface/vi.yml"])
def test_a_number_in_any_data_file_is_told_with_its_line(project: Project, name: str) -> None:
    file = project.root / "data" / name
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before.rstrip()}\n# Hỏi thêm: O912 345.678\n", encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_facts(project.root)
    told = [(fault.path, fault.line, fault.rule, fault.found) for fault in raised.value.faults]
    wanted = [(f"data/{name}", len(before.rstrip().split("\n")) + 1, "so-dien-thoai-la", "số điện thoại 0912345678")]
    assert told == wanted, f"{told}, not {wanted}"


def test_a_file_in_another_encoding_is_left_to_its_reader(project: Project) -> None:
    (project.root / "data" / "glossary.yml").write_bytes("Gọi 0912345678".encode("utf-16"))
    told = [str(fault) for fault in data_number_faults(project.root, NUMBERS)]
    assert told == [], f"{told}, not none"


def test_the_code_of_a_source_is_no_number(project: Project) -> None:
    (project.root / "data" / "glossary.yml").write_text("S112:\nS1234:\n", encoding="utf-8")
    told = [str(fault) for fault in data_number_faults(project.root, NUMBERS)]
    assert told == [], f"{told}, not none"
