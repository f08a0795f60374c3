"""What an editor reads of a fault: the place, what was found, the rule, what was expected, the repair."""

from __future__ import annotations

from typing import Any

import pytest

from camnang.files.faults import Fault, FaultsError, raise_if_any

SAID = {"found": "số 114", "expected": "chỉ số 113", "repair": "bỏ số này"}


def fault(path: str = "docs/a.md", line: int = 0) -> Fault:
    return Fault(path=path, line=line, rule="so-dien-thoai-la", **SAID)


@pytest.mark.parametrize(("line", "place"), [(12, "docs/a.md:12"), (0, "docs/a.md")])
def test_the_rule_ends_the_first_line(line: int, place: str) -> None:
    assert str(fault(line=line)).splitlines() == [
        f"{place}: số 114 [so-dien-thoai-la]",
        "    cần: chỉ số 113",
        "    sửa: bỏ số này",
    ]


def test_a_fault_is_built_by_names_alone() -> None:
    positional: Any = Fault
    with pytest.raises(TypeError):
        positional("docs/a.md", 12, "số 114", "chỉ số 113", "bỏ số này")


def test_faults_are_told_once_in_their_order_and_end_with_where_to_ask() -> None:
    first, second = fault("docs/a.md", 2), fault("docs/a.md", 10)
    with pytest.raises(FaultsError) as raised:
        raise_if_any([second, first, second])
    assert raised.value.faults == (first, second)
    assert str(raised.value).splitlines()[-2:] == [
        "Có 2 lỗi cần sửa. Chưa ghi tệp nào.",
        "Vì sao có luật ấy: python3 run.py soat --luat so-dien-thoai-la",
    ]
