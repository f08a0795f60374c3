"""The rule book: what every rule asks of an editor, what goes wrong otherwise, and an example of a repair."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.folding import fold
from camnang.files.rules import RuleId
from camnang.files.yaml_file import read_yaml

FILE = Path(__file__).with_suffix(".yml")
MOST_LIKE = 5


class Rule(BaseModel):
    """A rule, each sentence short enough for the telephone; `id` is what faults show in square brackets."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: RuleId
    asks: str
    why: str
    example: str


class RuleGroup(BaseModel):
    """Rules about one thing, under its title."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    rules: tuple[Rule, ...]


@cache
def rule_groups() -> tuple[RuleGroup, ...]:
    """Return all rules by group, in the order of the book."""
    groups: tuple[RuleGroup, ...] = read_yaml(FILE, tuple[RuleGroup, ...], FILE.parent)
    return groups


def rules() -> dict[str, Rule]:
    """Return all rules by id."""
    return {rule.id: rule for group in rule_groups() for rule in group.rules}


def spelled(name: str) -> str:
    """Return an id as it is meant, however it was heard or copied: 'Câu quá dài' and '[cau-qua-dai]' are one."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(name)))


def like(name: str) -> list[str]:
    """Return the ids that are written most like `name`, then those that share a word with it, at most `MOST_LIKE`."""
    known, words = list(rules()), set(spelled(name).split("-"))
    sharing = sorted(known, key=lambda each: -len(words & set(each.split("-"))))
    near = [*get_close_matches(spelled(name), known), *(each for each in sharing if words & set(each.split("-")))]
    return list(dict.fromkeys(near))[:MOST_LIKE]
