"""Consoles of every code, streams that are closed, readers that have enough: no command breaks on them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from camnang.handbook.project import Project
from tests.conftest import ROOT

CONSOLES: Mapping[str, Mapping[str, str]] = {
    "Windows": {"PYTHONIOENCODING": "cp1252"},
    "plain letters": {"PYTHONIOENCODING": "ascii:strict"},
    "no language": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "neither home nor place": {"HOME": "", "TMPDIR": "/khong/co"},
}
SAID = {"soat": 0, "ve --trang khong-co": 2, "tin-nhan soat không-có.txt": 1}


def answered(project: Project, words: str, redirected: str, **surroundings: str) -> tuple[int, bytes]:
    """Type a command in a shell; return its exit code and what it said."""
    program = f'"{sys.executable}" -m camnang --root "{project.root}" {words} {redirected}; exit ${{PIPESTATUS[0]}}'
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        ["bash", "-c", program], cwd=ROOT, capture_output=True, check=False, env=plain | surroundings
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of Linux and macOS")
@pytest.mark.parametrize("console", CONSOLES)
@pytest.mark.parametrize("words", SAID)
def test_a_command_says_the_same_on_every_console(shared_project: Project, words: str, console: str) -> None:
    code, said = answered(shared_project, words, "", **CONSOLES[console])
    assert code == SAID[words], said.decode()
    assert "Traceback" not in said.decode(), said.decode()


@pytest.mark.skipif(os.name == "nt", reason="a shell of Linux and macOS")
@pytest.mark.parametrize("redirected", [">&-", "2>&-", ">&- 2>&- <&-", "| head -c 1 > /dev/null", "> /dev/full"])
@pytest.mark.parametrize("words", ["", "ve --ke"])
def test_a_command_ends_well_where_nobody_reads(shared_project: Project, words: str, redirected: str) -> None:
    code, said = answered(shared_project, words, redirected)
    assert code in {0, 1, 2, 130}, said.decode()
    assert b"Traceback" not in said, said.decode()
    assert b"Exception ignored" not in said, said.decode()
