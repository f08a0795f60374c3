from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import settings

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", [file.stem for file in WORKFLOWS])
def test_a_workflow_reads_only_and_runs_actions_of_known_commits(name: str) -> None:
    workflow = read(name)
    assert workflow["permissions"] == {"contents": "read"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step["uses"] for step in steps if "uses" in step and not PINNED.fullmatch(step["uses"])] == []


def test_the_nightly_run_tries_examples_at_random_and_a_push_the_same_ones() -> None:
    profile = settings.get_profile(read("nightly")["jobs"]["properties"]["env"]["HYPOTHESIS_PROFILE"])
    pushed = settings.get_profile("ci")
    assert (profile.derandomize, pushed.derandomize) == (False, True)
    assert profile.max_examples >= 10 * pushed.max_examples, (profile.max_examples, pushed.max_examples)
