"""The rule book holds each rule that a fault may name, and no other; its sentences can be said on the telephone."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from camnang.entry.rule_book import like, rule_groups, rules, spelled
from camnang.files.rules import RuleId
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "camnang"
MOST_WORDS = 20
PASSED_ON = ast.Name | ast.Attribute  # `rule=rule`, `rule=problem.rule`: mypy knows that it is a RuleId


def is_called_rule(node: ast.AST) -> bool:
    """Tell whether a part of a program gives something the name `rule`: an argument, or a name to pass on."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return getattr(node, "arg", "") == "rule" or any(getattr(each, "id", "") == "rule" for each in targets)


def given_as_rule(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what programs give as the rule of a fault, or keep under that name to give it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword | ast.Assign | ast.AnnAssign) and node.value and is_called_rule(node):
            yield node.value


def ids_in(given: ast.expr) -> set[str]:
    """Return the ids that are written out in an expression, those of both branches of a condition."""
    branches = (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)
    return {each.value for each in branches if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def ids_of_programs() -> dict[str, Path]:
    """Return each id that a program writes out, with one file that does."""
    files = sorted(SOURCE.rglob("*.py"))
    return {name: file for file in files for given in given_as_rule(parsed(file)) for name in ids_in(given)}


def parsed(file: Path) -> ast.Module:
    """Return the program in a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def test_every_rule_of_a_fault_stands_once_in_the_book() -> None:
    times = Counter(rule.id for group in rule_groups() for rule in group.rules)
    assert set(times) == set(get_args(RuleId)), set(times) ^ set(get_args(RuleId))
    assert [name for name, count in times.items() if count > 1] == []


def test_no_rule_of_the_book_is_dead() -> None:
    dead = sorted(set(get_args(RuleId)) - set(ids_of_programs()))
    assert dead == [], "no fault names these rules: take them out of files/rules.py and entry/rule_book.yml"


def test_no_program_names_a_rule_that_the_book_lacks() -> None:
    unknown = {name: str(file.relative_to(ROOT)) for name, file in ids_of_programs().items() if name not in rules()}
    assert unknown == {}


def test_a_rule_is_written_out_or_passed_on() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{given.lineno} {ast.unparse(given)}"
        for file in SOURCE.rglob("*.py")
        if "Fault" in file.read_text(encoding="utf-8")
        for given in given_as_rule(parsed(file))
        if not ids_in(given) and not isinstance(given, PASSED_ON)
    ]
    assert wrong == [], "an id that is put together cannot be found by its name"


def test_every_id_can_be_said_on_the_telephone() -> None:
    plain = re.compile(r"[a-z0-9]+(-[a-z0-9]+){1,4}")
    assert [name for name in rules() if not plain.fullmatch(name)] == []


def test_every_sentence_is_short() -> None:
    sentences = [text for rule in rules().values() for text in (rule.asks, rule.why, rule.example)]
    assert [text for text in sentences if len(text.split()) > MOST_WORDS] == []
    assert [text for text in sentences if not text.endswith((".", "»", '"'))] == []


@pytest.mark.parametrize("heard", ["cau-qua-dai", "[cau-qua-dai]", "Câu quá dài", "CAU QUA DAI"])
def test_an_id_is_understood_however_it_was_heard(heard: str) -> None:
    assert spelled(heard) == "cau-qua-dai"


@pytest.mark.parametrize(
    ("typed", "near"), [("cau-qua-dia", "cau-qua-dai"), ("sms dai", "sms-qua-dai"), ("quet-qr", "ma-qr-hong")]
)
def test_a_wrong_id_has_near_ones(typed: str, near: str) -> None:
    assert near in like(typed), like(typed)


def test_what_is_like_nothing_has_no_near_ones() -> None:
    assert like("xyzzy") == []
