from __future__ import annotations

import pytest

from camnang.handbook.facts.hotlines import Threat
from camnang.handbook.pages.call_rules import first_told, signs_of_calls
from camnang.handbook.pages.model import Kind
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of, real_handbook

PAGE = "docs/khan-cap/dang-bi-goi/index.md"
FACTS = "data/hotlines.yml"
# What is at stake where; whoever adds an emergency decides that here too.
THREATS: dict[str, Threat] = {
    "dang-bi-goi": "danger",
    "da-bam-da-cai": "money",
    "da-chuyen-tien": "money",
    "mat-lien-lac": "danger",
    "nguoi-nha-dang-bi-lua": "money",
    "lo-giay-to": "money",
    "bi-ep-di-nuoc-ngoai": "danger",
    "bi-doa-anh": "child",
    "mat-zalo-facebook": "money",
    "nguoi-den-nha-lay-tien": "danger",
    "bi-giu-o-nuoc-ngoai": "abroad",
}
FIRST: dict[Threat, str] = {"money": "bank", "danger": "main", "child": "child", "abroad": "abroad"}


def test_every_emergency_says_what_is_at_stake_and_whom_to_call_first() -> None:
    handbook = real_handbook()
    found = {page.details.id: page.details.threat for page in handbook.of_kind(Kind.SITUATION, "vi")}
    assert found == THREATS
    assert {threat: order[0] for threat, order in handbook.facts.hotlines.calls.items()} == FIRST


def test_the_bank_is_the_first_to_be_told_wherever_money_is_at_stake() -> None:
    handbook = real_handbook()
    signs = signs_of_calls(handbook.facts)
    for page in handbook.of_kind(Kind.SITUATION, "vi"):
        if page.details.threat == "money":
            said = " ".join([page.statement, *(item.text for item in page.sections["lam"].items)])
            assert first_told(said, signs) == "bank", f"{page.folder} sends to {first_told(said, signs)} first"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gọi 113, rồi gọi ngân hàng.", "main"),
        ("Gọi Ngân hàng, rồi 113.", "bank"),
        ("Gọi +84 981 84 84 84.", "abroad"),
        ("Mất 1113 đồng.", None),
        ("Sang hàng xóm.", None),
    ],
)
def test_the_call_that_stands_first_is_told(text: str, told: str | None) -> None:
    assert first_told(text, signs_of_calls(real_handbook().facts)) == told


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (PAGE, "threat: danger", "threat: money", "đầu tiên trong các việc phải làm: 113"),
        (PAGE, "**Tắt máy.** Không cần chào.", "**Gọi ngân hàng.** Không cần chào.", "phải làm: Ngân hàng"),
        (PAGE, "**Gọi 113 khi bị ép.**", "**Kêu to khi bị ép.**", "phải làm: không có"),
    ],
)
def test_a_page_that_sends_elsewhere_first_is_told(
    project: Project, file: str, old: str, new: str, found: str
) -> None:
    edit(project, file, old, new)
    faults = [fault for fault in faults_of(project) if fault.rule == "goi-sai-thu-tu"]
    assert [fault.path for fault in faults] == [PAGE]
    assert found in faults[0].found, faults[0].found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("money: [bank, main, child]", "money: [kho-bac, main, child]", "kho-bac"),
        ("  child: [child, main, bank]\n", "", "child"),
        ("danger: [main, bank, child]", "danger: []", "danger"),
    ],
)
def test_an_order_of_calls_that_cannot_be_followed_is_told(
    project: Project, old: str, new: str, expected: str
) -> None:
    edit(project, FACTS, old, new)
    told = [fault for fault in faults_of(project) if fault.path == FACTS]
    assert len(told) == 1, told
    assert expected in f"{told[0].found} {told[0].expected}", told[0]


def test_a_number_from_abroad_is_read_in_groups_and_dialled_without() -> None:
    number = real_handbook().facts.hotlines.with_role("abroad")
    assert (number.number, number.digits, number.dialled) == ("+84 981 84 84 84", "84981848484", "+84981848484")
