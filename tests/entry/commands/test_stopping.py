"""Ctrl+C and a plea to end, sent to a real process that draws with two workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from camnang.entry.commands.frame import STOPPED, STOPPED_SENTENCE
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit

WORKERS = 2
PATIENCE = 300  # tenths of a second


def in_its_group(process: subprocess.Popen[str], number: int) -> None:
    """A terminal tells everybody who was started from it."""
    os.killpg(process.pid, number)


def alone(process: subprocess.Popen[str], number: int) -> None:
    """`kill` and a service manager tell one process."""
    os.kill(process.pid, number)


def children(pid: int) -> int:
    return len(Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())


def is_at_work(process: subprocess.Popen[str], build: Path) -> bool:
    """Tell whether new pictures are being written by workers."""
    assert process.poll() is None, f"it ended by itself: {process.communicate()}"
    return bool(list(build.glob(".tai-ve-*"))) and children(process.pid) > WORKERS  # one more watches over memory


def still_there(group: int) -> bool:
    """Tell whether a process of the group is left; one that only ends gets the time to."""
    for _ in range(PATIENCE):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells who was started by whom")
@pytest.mark.parametrize(
    ("tell", "number"), [(in_its_group, signal.SIGINT), (alone, signal.SIGINT), (alone, signal.SIGTERM)]
)
def test_a_stopped_drawing_leaves_the_old_pictures_and_nobody_at_work(
    project: Project, tell: Callable[[subprocess.Popen[str], int], None], number: int
) -> None:
    old = project.drawn / "cu.txt"
    old.parent.mkdir(parents=True)
    old.write_text("như cũ", encoding="utf-8")
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    command = [sys.executable, "-m", "camnang", "--root", project.root, "ve", "--cung-luc", str(WORKERS)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    while not is_at_work(process, project.root / "build"):
        time.sleep(0.01)
    tell(process, number)
    out, err = process.communicate()
    said = [line for line in err.splitlines() if not line.startswith("Vẽ: ")]  # how far it was, on a slow machine
    assert (process.returncode, out, said) == (STOPPED, "", [STOPPED_SENTENCE]), err
    assert sorted(each.name for each in (project.root / "build").rglob("*") if each.is_file()) == ["cu.txt", "khoa"]
    assert not still_there(process.pid), "somebody works on"
