"""The bootstrap: what it does on machines that lack something."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from camnang.entry.commands.verbs import VERBS
from tests.conftest import ROOT, load_script

PROGRAMS = ("ensure_browser", "ensure_voice", "ensure_web_server", "ensure_office")


@pytest.fixture
def bootstrap() -> ModuleType:
    return load_script("run.py")


def test_it_needs_nothing_but_the_standard_library() -> None:
    code = f"import runpy, sys; sys.argv = ['run.py']; runpy.run_path({str(ROOT / 'run.py')!r})"
    done = subprocess.run([sys.executable, "-S", "-I", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_a_command_it_tells_what_it_can_do() -> None:
    done = subprocess.run([sys.executable, ROOT / "run.py"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for verb in VERBS:
        assert f"  {verb.name} (" in done.stdout, f"{verb.name} is not in the help: {done.stdout}"


def test_an_unknown_job_is_met_with_the_nearest_one() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "run.py", "trnag"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2, done.stdout
    assert "Có phải: python3 run.py trang?" in done.stderr


def test_a_missing_browser_is_met_with_one_sentence(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "find_browser", lambda: None)
    monkeypatch.setattr(bootstrap, "is_root", lambda: False)
    with pytest.raises(bootstrap.SetupError, match=r"Chromium.*chromium"):
        bootstrap.ensure_browser()


def test_root_installs_the_browser(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[tuple[str, ...]] = []
    found = iter([None, "/usr/bin/chromium"])
    monkeypatch.setattr(bootstrap, "find_browser", lambda: next(found))
    monkeypatch.setattr(bootstrap, "is_root", lambda: True)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(bootstrap, "run", lambda *command, **_: commands.append(command))
    monkeypatch.setenv(bootstrap.BROWSER_VARIABLE, "")
    bootstrap.ensure_browser()
    assert commands[-1][-1] == "chromium"
    assert os.environ[bootstrap.BROWSER_VARIABLE] == "/usr/bin/chromium"


def test_a_browser_named_by_the_environment_is_taken(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bootstrap.BROWSER_VARIABLE, "/opt/my/chromium")
    assert bootstrap.find_browser() == "/opt/my/chromium"


def test_packages_are_installed_once_and_again_when_the_lock_changes(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands: list[tuple[object, ...]] = []
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "run", lambda *command, **_: commands.append(command))
    monkeypatch.setattr(bootstrap, "works", lambda *_: True)
    bootstrap.ensure_packages("requirements.lock")
    bootstrap.ensure_packages("requirements.lock")
    assert len(commands) == 3, "the installer, the packages, the project"
    assert "--require-hashes" in commands[0]
    (tmp_path / "requirements.lock").write_text("a==2\n", encoding="utf-8")
    bootstrap.ensure_packages("requirements.lock")
    assert len(commands) == 6


def test_without_uv_the_packages_are_installed_with_pip(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[tuple[str, ...]] = []

    def refuse_uv(*command: object, **_: object) -> None:
        words = tuple(map(str, command))
        if bootstrap.INSTALLER_LOCK in words:
            raise bootstrap.SetupError("no uv for this machine")
        commands.append(words)

    monkeypatch.setattr(bootstrap, "run", refuse_uv)
    monkeypatch.setattr(bootstrap, "installer", lambda: (bootstrap.PYTHON, "-m", "pip"))
    bootstrap.install("requirements.lock")
    assert [command[1:4] for command in commands] == [("-m", "pip", "install")] * 2
    assert "--require-hashes" in commands[0]
    assert "requirements.lock" in commands[0]
    assert "pip" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("here", "there", "called", "installed"),
    [
        (True, False, "--python", []),
        (False, True, "pip", []),
        (False, False, "pip", [("-m", "ensurepip")]),
    ],
    ids=["this Python has a pip", "only .venv has one", "nobody has one"],
)
def test_pip_is_put_into_venv_only_where_nothing_else_installs(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    here: bool,
    there: bool,
    called: str,
    installed: list[tuple[str, ...]],
) -> None:
    commands: list[tuple[object, ...]] = []
    monkeypatch.setattr(bootstrap, "run", lambda *command, **_: commands.append(command[1:]))
    monkeypatch.setattr(bootstrap, "works", lambda *command: here if "--python" in command else there)
    assert called in bootstrap.installer()
    assert commands == installed


def test_what_does_not_start_does_not_work(bootstrap: ModuleType, tmp_path: Path) -> None:
    assert bootstrap.works(sys.executable, "-c", "")
    assert not bootstrap.works(sys.executable, "-c", "raise SystemExit(1)")
    assert not bootstrap.works(tmp_path / "none")


@pytest.fixture
def asked() -> list[str]:
    """Which programs beside Python were to be there, by the functions of `run.py` that see to it."""
    return []


@pytest.fixture
def handed(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> list[str]:
    """What `run.py` would become, instead of becoming it; which lock was asked for stands before."""
    became: list[str] = []
    monkeypatch.setattr(bootstrap, "ensure_venv", lambda: None)
    monkeypatch.setattr(bootstrap, "ensure_packages", became.append)
    for name in PROGRAMS:
        monkeypatch.setattr(bootstrap, name, partial(asked.append, name))

    def become(_program: Path, command: list[str], _surroundings: dict[str, str]) -> None:
        became.extend(command)
        raise SystemExit  # what comes after it is never reached

    monkeypatch.setattr(bootstrap.os, "execve", become)
    monkeypatch.setattr(bootstrap.signal, "signal", lambda *_: None)
    return became


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot become another program")
@pytest.mark.parametrize(("verb", "lock"), [("soat", "requirements.lock"), ("thu", "requirements-test.lock")])
def test_it_sets_up_what_the_job_needs_and_becomes_the_job(
    bootstrap: ModuleType, handed: list[str], verb: str, lock: str
) -> None:
    with pytest.raises(SystemExit):
        bootstrap.main([verb])
    assert handed == [lock, str(bootstrap.PYTHON), "-m", "camnang", "--root", str(ROOT), verb]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot become another program")
@pytest.mark.parametrize(("words", "programs"), [(["thu"], PROGRAMS), (["thu", "--nhanh"], ()), (["soat"], ())])
def test_only_the_whole_tests_need_other_programs(
    bootstrap: ModuleType, handed: list[str], asked: list[str], words: list[str], programs: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit):
        bootstrap.main(words)
    assert handed[-len(words) :] == words
    assert asked == list(programs), f"{words} asked for {asked}, not for {programs}"


@pytest.mark.parametrize("words", [["ve", "--help"], [], ["khong-co"]])
def test_help_and_wrong_calls_set_nothing_up(bootstrap: ModuleType, handed: list[str], words: list[str]) -> None:
    assert bootstrap.main(words) == (2 if words == ["khong-co"] else 0)
    assert handed == []


@pytest.mark.parametrize(
    ("stopped_by", "code", "told"),
    [("KeyboardInterrupt", 130, "Đã dừng lúc đang cài đặt"), ("SetupError", 1, "Không cài đặt được: thiếu venv")],
)
def test_what_ends_the_setting_up_is_told(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stopped_by: str,
    code: int,
    told: str,
) -> None:
    def stop(**_: bool) -> None:
        raise getattr(bootstrap, stopped_by, KeyboardInterrupt)("thiếu venv")

    monkeypatch.setattr(bootstrap, "prepare", stop)
    monkeypatch.setattr(bootstrap.signal, "signal", lambda *_: None)
    assert bootstrap.main(["soat"]) == code
    assert told in capsys.readouterr().err
