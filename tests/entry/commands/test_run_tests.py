"""What `thu` does before the tests."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from camnang.entry.commands import run_tests
from camnang.handbook.project import Project

SOUND, TESTS = ("platform",), ("this",)
BROKEN = ("no_such_check",), ("no_other_check",)


def tried(monkeypatch: pytest.MonkeyPatch, folder: Path, *checks: tuple[str, ...]) -> int:
    monkeypatch.setattr(run_tests, "EVERY_CHECK", checks)
    monkeypatch.setattr(run_tests, "PYTEST", TESTS)
    return run_tests.run(Project(folder), argparse.Namespace(quick=False, passed=[]))


def test_every_check_that_found_something_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert tried(monkeypatch, tmp_path, SOUND, *BROKEN) == 1
    out, err = capfd.readouterr()
    for (name,) in BROKEN:
        assert f"No module named {name}" in err, err
        assert f"Dừng: «{name}» báo lỗi ở trên." in err, err
    assert "Zen of Python" not in out, "the tests ran although a check failed"


def test_sound_checks_are_silent_and_the_tests_follow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert tried(monkeypatch, tmp_path, SOUND) == 0
    out, err = capfd.readouterr()
    assert out.startswith("The Zen of Python"), out
    assert err == ""
