"""The same input gives the same bytes: in another folder, for another user, elsewhere on earth, on another disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_workflows import steps_of

HERE: Mapping[str, str] = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
# A place that Python's own tables know; Turkish has letters of its own for «i», where the system knows Turkish.
ELSEWHERE: Mapping[str, str] = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "77",
    "SHUFFLED": "2",
}


def made(folder: Path, surroundings: Mapping[str, str], umask: int) -> tuple[dict[str, str], Path]:
    """Make the sample below a folder; return the hash of each file, and where they lie."""
    (folder / "home").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.made_sample", str(folder)],
        cwd=ROOT,
        env={**os.environ, **surroundings, "HOME": str(folder / "home")},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found, folder


@pytest.mark.skipif(os.name == "nt", reason="the workflow same-bytes compares Windows with Linux")
def test_a_sample_of_everything_has_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    here, _ = made(tmp_path / "a", HERE, 0o022)
    there, folder = made(tmp_path / "một chỗ khác, tên dài hơn" / "b", ELSEWHERE, 0o077)
    kinds = {Path(name).suffix for name in here}
    assert {".pdf", ".png", ".webp", ".pptx", ".docx", ".xlsx", ".ics", ".zip", ".zim", ".html", ".json"} <= kinds
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    hidden = [name for name in there if (folder / name).stat().st_mode & 0o444 != 0o444]
    assert hidden == [], "made with a narrow umask, these cannot be read by a web server"


def test_the_workflow_compares_the_same_sample_between_systems() -> None:
    runs = [step.get("run", "") for step in steps_of("same-bytes")]
    assert sum("tests.made_sample" in run for run in runs) == 1, runs
    assert sum("tests.compare_samples" in run for run in runs) == 1, runs
