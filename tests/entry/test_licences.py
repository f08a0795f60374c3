"""No package of the locks has a licence that this program may not stand on; every sentence about one is needed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from typing import Any

import pytest

from camnang.entry import licences
from camnang.entry.commands.lock import locked_packages
from camnang.entry.licences import Policy, Told, is_allowed, licensed, policy, said_by
from tests.conftest import ROOT

FREE = frozenset({"MIT", "BSD-3-Clause", "PSF-2.0"})
TOLD = Told(package="zim", says="GPL-3.0-or-later", licence="GPL-3.0-or-later", because="a program of its own")
RULES = Policy(allowed=FREE, words={"mit license": "MIT"}, told=(), exceptions=(TOLD,))


def locked() -> list[str]:
    return locked_packages(ROOT)


def test_every_package_of_the_locks_may_be_used() -> None:
    packages = [licensed(name, policy()) for name in locked()]
    refused = [(each.package, each.licence) for each in packages if not each.allowed]
    assert len(packages) > len(policy().told)
    assert refused == [], f"neither allowed nor excepted in entry/licences.yml: {refused}"


def test_nothing_binds_those_who_put_the_pages_on_a_server() -> None:
    rules = policy()
    named = [*rules.allowed, *(each.licence for each in rules.exceptions)]
    assert [name for name in named if "AGPL" in name or "SSPL" in name] == []


def test_whatever_is_told_or_excepted_is_in_a_lock() -> None:
    told = [each.package for each in (*policy().told, *policy().exceptions)]
    assert sorted(set(told) - set(locked())) == [], "no lock names these any longer"
    assert len(told) == len(set(told)), f"told twice: {told}"


def test_a_licence_that_is_allowed_is_one_that_some_package_has() -> None:
    licences_had = [licensed(name, policy()).licence.replace(" OR ", " AND ") for name in locked()]
    had = {part for licence in licences_had for part in licence.split(" AND ")}
    assert sorted(policy().allowed - had) == [], "allowed, and no package has it"


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("MIT AND AGPL-3.0-only", False),
        ("AGPL-3.0-only OR MIT", True),
        ("AGPL-3.0-only OR GPL-2.0-only AND MIT", False),
        ("MIT WITH Some-exception", False),
        ("(MIT OR AGPL-3.0-only) AND GPL-2.0-only", False),
        ("", False),
    ],
)
def test_an_expression_is_allowed_when_one_choice_is(expression: str, wanted: bool) -> None:
    assert is_allowed(expression, FREE) is wanted, expression


def metadata_of(monkeypatch: pytest.MonkeyPatch, **fields: Any) -> None:
    """Make every package say these fields; `classifiers` are ends of licence classifiers."""

    class Said(dict[str, list[str]]):
        def get_all(self, name: str) -> list[str] | None:
            return self.get(name)

    keys = {"License-Expression": "expression", "License": "text"}
    said = Said({name: [fields[key]] for name, key in keys.items() if key in fields})
    said["Classifier"] = [f"License :: OSI Approved :: {each}" for each in fields.get("classifiers", [])]
    monkeypatch.setattr(licences, "metadata", lambda name: said)
    monkeypatch.setattr(licences, "version", lambda name: "1.0")


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"expression": "MIT", "text": "GPL"}, "MIT"),
        ({"text": "MIT License\n\nCopyright …"}, "MIT"),
        ({"text": "Copyright (c) 2015", "classifiers": ["MIT License"]}, "MIT"),
        ({"text": "free", "classifiers": ["MIT License", "GPL"]}, "MIT AND GPL"),
        ({"text": "Dual Licensed - GNU AFFERO GPL 3.0"}, "Dual Licensed - GNU AFFERO GPL 3.0"),
        ({}, ""),
    ],
)
def test_a_licence_is_read_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, fields: dict[str, Any], wanted: str
) -> None:
    metadata_of(monkeypatch, **fields)
    assert said_by("any", RULES.words) == wanted


@pytest.mark.parametrize(("now", "allowed"), [("GPL-3.0-or-later", True), ("AGPL-3.0-only", False)])
def test_what_is_told_holds_while_the_package_says_the_same(
    monkeypatch: pytest.MonkeyPatch, now: str, allowed: bool
) -> None:
    metadata_of(monkeypatch, expression=now)
    found = licensed("zim", RULES)
    assert (found.licence, found.allowed) == (now, allowed), found


def test_a_package_that_is_not_installed_has_what_is_told_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(licences, "version", absent)
    assert (licensed("zim", RULES).licence, licensed("zim", RULES).allowed) == ("GPL-3.0-or-later", True)
    assert (licensed("other", RULES).licence, licensed("other", RULES).allowed) == ("", False)
