from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.made_once import made_once

TWO_WORKERS = """
import pytest
from tests.made_once import made_once

@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return made_once(tmp_path_factory, "thing", lambda folder: (folder / "by").write_text(str(folder)))

@pytest.mark.parametrize("number", range(4))
def test_reads(made, number):
    with open({log!r}, "a") as log:
        print(made, file=log)
"""


def test_what_is_there_is_not_made_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []
    first, second = (made_once(tmp_path_factory, "again", made.append) for _ in range(2))
    assert (first, made) == (second, [first]), f"made {len(made)} times"


def test_those_who_want_it_at_the_same_time_take_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []
    with ThreadPoolExecutor(4) as threads:
        found = set(threads.map(lambda _: made_once(tmp_path_factory, "at-once", made.append), range(4)))
    assert (len(found), len(made)) == (1, 1), f"{len(found)} folders, made {len(made)} times"


def test_what_failed_is_made_anew_from_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fails(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        made_once(tmp_path_factory, "failed", fails)
    folder = made_once(tmp_path_factory, "failed", lambda folder: (folder / "whole").touch())
    assert [file.name for file in folder.iterdir()] == ["whole"]


def test_two_workers_share_one(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for name in ("test_a.py", "test_b.py"):
        (tmp_path / name).write_text(TWO_WORKERS.format(log=str(log)), encoding="utf-8")
    command = (
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "-p",
        "no:cacheprovider",
        f"--rootdir={tmp_path}",
        "--dist",
        "loadfile",
    )
    subprocess.run([sys.executable, *command, tmp_path], cwd=ROOT, check=True, capture_output=True)
    found = log.read_text(encoding="utf-8").splitlines()
    assert (len(found), len(set(found))) == (8, 1), f"read {len(found)} times, from {set(found)}"
