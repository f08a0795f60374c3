"""`giay-phep` lists every package and ends with code 1 when one may not be used."""

from __future__ import annotations

import pytest

from camnang.entry.commands import licences
from camnang.entry.commands.licences import run
from camnang.entry.commands.lock import locked_packages
from camnang.entry.commands.parser import options_for
from camnang.entry.licences import Licensed
from camnang.handbook.project import Project
from tests.conftest import ROOT


def test_all_packages_are_listed_with_what_follows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(Project(ROOT), options_for("giay-phep")) == 0
    said = capsys.readouterr().out.splitlines()
    names = locked_packages(ROOT)
    assert [line.split()[0] for line in said[:-1] if not line.startswith(" ")] == names
    assert said[-1] == f"{len(names)} gói, giấy phép đều dùng được."
    assert any("GPL-3.0" in line for line in said if line.startswith(" ")), "what follows from the GPL is not said"


def test_a_package_that_may_not_be_used_is_named_with_its_repair(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(licences, "licensed", lambda name, rules: Licensed(name, "1.0", "AGPL-3.0-only", False, ""))
    assert run(Project(ROOT), options_for("giay-phep")) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert "giấy phép «AGPL-3.0-only» không có trong danh sách" in last, last
    assert "src/camnang/entry/licences.yml" in last, last
