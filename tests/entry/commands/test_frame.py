"""How a verb is found, explained, run and ended."""

from __future__ import annotations

import argparse
import importlib
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from types import SimpleNamespace

import pytest
from lxml.etree import SerialisationError

from camnang.entry.commands import frame
from camnang.entry.commands.options import RECORDINGS
from camnang.entry.commands.parser import PROGRAM, understood
from camnang.entry.commands.verb import Verb, WrongCallError
from camnang.entry.commands.verbs import VERBS
from camnang.files.faults import Fault, FaultsError
from camnang.files.ffmpeg import FfmpegError
from camnang.handbook.facts.recordings import RECORDING_NAMES
from camnang.handbook.project import Project
from camnang.pictures.drawing.engine import DrawingError
from tests.conftest import ROOT
from tests.entry.commands.typed import typed


def doing(verbs: tuple[Verb, ...] = VERBS, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Verb]]:
    """Yield every verb that does something, with the words that call it."""
    for verb in verbs:
        words = (*before, verb.name)
        if verb.parts:
            yield from doing(verb.parts, words)
        else:
            yield words, verb


DOING = dict(doing())
# The names under which the jobs were known before they had Vietnamese ones.
OLD_NAMES = {
    "site": "trang",
    "serve": "xem",
    "check": "soat",
    "draw": "ve",
    "host": "may-chu",
    "test": "thu",
    "translate status": "tinh-trang",
    "translate diff": "khac",
    "translate pin": "ghim",
    "ban-dich phieu": "phieu",
    "ban-dich nhap": "nhap",
    "ban-dich them": "them",
    "thu-am kiem": "kiem",
    "thu-am xem": "xem",
    "thu-am goi": "goi",
    "sms check": "soat",
    "sms export": "xuat",
}


@pytest.mark.parametrize("words", DOING, ids=" ".join)
def test_every_verb_explains_itself_and_has_a_function(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    verb = DOING[words]
    assert understood([*words, "--help"]) is None
    said = capsys.readouterr().out
    assert f"Cách gõ: {PROGRAM} {' '.join(words)}" in said
    assert callable(frame.action_of(verb.action)), verb.action


@pytest.mark.parametrize(("typed_words", "name"), OLD_NAMES.items())
def test_old_and_english_names_still_call(typed_words: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert understood([*typed_words.split(), "--help"]) is None
    assert f" {name} [-h]" in capsys.readouterr().out


def test_no_two_verbs_have_one_name() -> None:
    for verbs in (VERBS, *(verb.parts for verb in VERBS if verb.parts)):
        names = [name for verb in verbs for name in (verb.name, *verb.aliases)]
        assert len(names) == len(set(names)), f"twice: {sorted(name for name in names if names.count(name) > 1)}"


def test_names_are_plain_letters_and_every_option_has_a_vietnamese_and_an_english_one() -> None:
    for words, verb in DOING.items():
        for each in verb.options:
            flags = [flag for flag in each.flags if flag.startswith("--")]
            assert not flags or len(flags) >= 2, f"{words}: {flags} has no alias"
        assert all(word.isascii() and word == word.lower() for word in words), words


def test_the_recordings_that_can_be_typed_are_those_of_the_handbook() -> None:
    assert RECORDINGS == RECORDING_NAMES


HELP_IMPORTS = """
import sys
from camnang.entry.commands.parser import understood
understood(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)), file=sys.stderr)
"""


@pytest.mark.parametrize("words", ["", "ve --help", "tong-hop --help", "thu-am nhap --help"])
def test_help_needs_no_package_and_so_comes_at_once(words: str) -> None:
    command = [sys.executable, "-S", "-c", HELP_IMPORTS, *words.split()]
    environment = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert set(done.stderr.split()) <= {"__main__", "camnang"}, done.stderr


WRONG = {
    "an unknown verb": ("dich", "Không có việc «dich»"),
    "a verb misspelt": ("soat-hnh", "Có phải: python3 run.py soat-hinh?"),
    "a part misspelt": ("ban-dich phiu", "Có phải: python3 run.py ban-dich phieu?"),
    "an unknown option": ("ve --mau", "không hiểu «--mau»"),
    "an option cut short": ("ve --tran goi-la", "không hiểu «--tran goi-la»"),
    "something missing": ("tong-hop", "còn thiếu THƯ_MỤC, --ky/--period"),
    "a value missing": ("ve --trang", "sau --trang/--page phải ghi thêm một giá trị"),
    "a word for a number": ("ve --cung-luc hai", "«hai» không phải con số"),
    "none of those that can be": ("thu-am kiem a.mp3 loa-45", "không có «loa-45»; một trong"),
    "a date of another form": ("thu-am nhap a goi-la vi loa-30 --nguoi-doc B --ngay 1/2", "«1/2» không phải ngày"),
    "two that exclude each other": ("ve --khung --doi-tac a.yml", "bỏ một trong hai"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_call_is_told_with_exit_code_2(
    words: str, told: str, shared_project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(shared_project, *words.split()) == 2
    said = capsys.readouterr()
    assert told in said.err, said.err
    assert said.out == ""


FAULT = Fault(path="docs/a.md", line=3, rule="chu-cam", found="chữ sai", expected="chữ đúng", repair="sửa chữ")
ENDINGS = {
    "faults": (FaultsError([FAULT]), 1, "docs/a.md:3: chữ sai [chu-cam]\n    cần: chữ đúng\n    sửa: sửa chữ"),
    "a wrong call": (WrongCallError("gõ sai"), 2, "gõ sai"),
    "a drawing": (DrawingError("unknown variable"), 1, "Không vẽ được:\nunknown variable\nKhông tệp nào bị đổi."),
    "a film": (FfmpegError("no codec"), 1, "no codec\nKhông tệp nào bị đổi."),
    "the disk": (OSError(28, "No space left on device"), 1, "No space left on device. Không tệp nào bị đổi."),
    "lxml's disk": (SerialisationError("IO_ENOSPC"), 1, "IO_ENOSPC. Không tệp nào bị đổi."),
    "memory": (BrokenProcessPool("terminated abruptly"), 1, "Máy hết bộ nhớ giữa chừng. Không tệp nào bị đổi."),
    "Ctrl+C": (KeyboardInterrupt(), 130, frame.STOPPED_SENTENCE),
}


@pytest.mark.parametrize(("error", "code", "told"), ENDINGS.values(), ids=ENDINGS.keys())
def test_however_a_verb_ends_it_is_told_without_a_traceback(
    error: BaseException,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shared_project: Project,
) -> None:
    def fail(_project: Project, _options: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(importlib, "import_module", lambda _: SimpleNamespace(run=fail))
    found = typed(shared_project, "soat")
    said = capsys.readouterr()
    assert found == code, said.err
    assert told in said.err, said.err
    assert "Traceback" not in said.err


def test_what_nobody_foresaw_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch, shared_project: Project) -> None:
    def fail(_project: Project, _options: argparse.Namespace) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(importlib, "import_module", lambda _: SimpleNamespace(run=fail))
    with pytest.raises(ZeroDivisionError):
        typed(shared_project, "soat")


def test_lines_that_nobody_reads_any_more_end_it_quietly() -> None:
    command = (
        f"{sys.executable} -m camnang --root {ROOT} ban-dich tinh-trang --tat-ca | head -n 1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines()[-1] in {"0", "130"}, done.stdout  # 0: all was written before `head` had enough
    assert done.stderr == ""


def test_signals_are_answered_as_before_afterwards(shared_project: Project) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    assert typed(shared_project, "ve", "--ke") == 0
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


def test_the_handbook_is_the_one_the_caller_stands_in(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(project.docs / "thu-doan")
    assert frame.project_of(None) == project
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert frame.project_of(None) == Project(ROOT)
    assert frame.project_of(project.root) == project
