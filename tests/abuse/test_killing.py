"""A drawing that is killed from outside, as a task manager or a lack of memory does it, and two that run at once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from camnang.entry.commands.frame import WAITING_SENTENCE
from camnang.files.sole_writer import FOLDER, LOCK_FILE, sole_writer
from camnang.handbook.project import Project
from tests.entry.commands.test_stopping import is_at_work, still_there
from tests.entry.commands.typed import typed

LINUX = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells who was started by whom")


def started(project: Project, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "camnang", "--root", str(project.root), *words]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )


@LINUX
def test_workers_do_not_outlive_a_drawing_that_is_killed_and_the_next_one_clears_up(project: Project) -> None:
    process = started(project, "ve", "--cung-luc", "2")
    while not is_at_work(process, project.root / "build"):
        time.sleep(0.01)
    process.kill()  # TerminateProcess on Windows
    process.communicate()
    assert not still_there(process.pid), "workers draw on"
    assert typed(project, "ve", "--cung-luc", "1") == 0
    left = [each.name for each in (project.root / "build").iterdir() if each.name.startswith(".tai-ve")]
    assert (left, [each.name for each in (project.root / FOLDER).iterdir()]) == ([], [LOCK_FILE])


def test_a_second_run_waits_for_the_first_and_says_so(project: Project) -> None:
    with sole_writer(project.root):
        process = started(project, "dia-chi")
        assert process.stderr is not None
        assert process.stderr.readline().strip() == WAITING_SENTENCE
        assert process.poll() is None, "it did not wait"
    out, err = process.communicate()
    assert (process.returncode, err) == (0, ""), out


def test_one_that_only_looks_does_not_wait(project: Project) -> None:
    with sole_writer(project.root):
        process = started(project, "dia-chi", "--soat")
        out, err = process.communicate()
    assert (process.returncode, err) == (1, ""), out
