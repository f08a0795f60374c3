"""`soat --luat`: all rules by group, one rule, and what is no rule."""

from __future__ import annotations

import pytest

from camnang.entry.rule_book import rule_groups, rules
from camnang.handbook.project import Project
from tests.entry.commands.typed import typed


def test_all_rules_are_listed_by_group(shared_project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(shared_project, "soat", "--luat") == 0
    lines = capsys.readouterr().out.splitlines()
    groups = [line.removesuffix(":") for line in lines if line.endswith(":")]
    assert groups == [group.title for group in rule_groups()]
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == list(rules())


@pytest.mark.parametrize("name", ["so-dien-thoai-la", "Số điện thoại lạ"])
def test_a_rule_says_what_it_asks_why_and_how_to_repair(
    name: str, shared_project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(shared_project, "soat", "--luat", name) == 0
    said, rule = capsys.readouterr().out, rules()["so-dien-thoai-la"]
    assert said.splitlines() == [
        "so-dien-thoai-la",
        f"    cần: {rule.asks}",
        f"    vì: {rule.why}",
        f"    ví dụ: {rule.example}",
    ]


def test_an_unknown_rule_is_a_wrong_call_and_near_ones_are_named(
    shared_project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(shared_project, "soat", "--luat", "so-dien-thoai-sai") == 2
    said = capsys.readouterr()
    assert "so-dien-thoai-la" in said.err, said.err
    assert said.out == ""
