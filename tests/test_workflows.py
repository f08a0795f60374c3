from __future__ import annotations

import re
import tomllib
from itertools import product
from typing import Any

import pytest
import yaml
from hypothesis import settings

from camnang.entry.commands.lock import NAMES
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


def steps_of(name: str) -> list[dict[str, Any]]:
    return [step for job in read(name)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", [file.stem for file in WORKFLOWS])
def test_a_workflow_leaves_no_key_behind_and_runs_no_text_from_outside(name: str) -> None:
    copies = [step for step in steps_of(name) if "checkout@" in step.get("uses", "")]
    keeping = [step for step in copies if step.get("with", {}).get("persist-credentials") is not False]
    assert (bool(copies), keeping) == (True, []), f"{name}: these leave the key of the run in .git: {keeping}"
    filled = [step["run"] for step in steps_of(name) if "${{" in step.get("run", "")]
    assert filled == [], f"{name}: name it under env and write $NAME instead: {filled}"


@pytest.mark.parametrize("name", [file.stem for file in WORKFLOWS])
def test_a_workflow_ends_by_itself_and_two_do_not_cross(name: str) -> None:
    endless = [job for job, what in read(name)["jobs"].items() if "timeout-minutes" not in what and job != "address"]
    assert endless == [], f"{name}: no timeout-minutes for {endless}"
    assert "group" in read(name)["concurrency"], f"{name}: no concurrency"


def pairs_tried() -> set[tuple[str, str]]:
    """Return which systems and Pythons a pull request is tried on."""
    jobs = read("pull-request")["jobs"]
    matrix = jobs["quick-half"]["strategy"]["matrix"]
    left_out = {(each["system"], each["python"]) for each in matrix["exclude"]}
    whole = next(
        step["with"]["python-version"] for step in jobs["whole"]["steps"] if "setup-python" in step.get("uses", "")
    )
    return {*product(matrix["system"], matrix["python"])} - left_out | {(jobs["whole"]["runs-on"], whole)}


def test_a_pull_request_is_tried_on_every_system_and_python() -> None:
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    systems, pythons = ("ubuntu-latest", "windows-latest", "macos-latest"), ("3.11", "3.12", "3.13", "3.14")
    assert oldest == f">={pythons[0]}", f"pyproject.toml wants {oldest}, the oldest tried is {pythons[0]}"
    assert pairs_tried() == set(product(systems, pythons))
    assert "pull_request_target" not in (ROOT / ".github/workflows/pull-request.yml").read_text(encoding="utf-8")


def test_what_is_published_is_made_whole() -> None:
    assert "python3 run.py trang --tat-ca" in [step.get("run") for step in steps_of("publish")]


def test_the_nightly_run_tries_examples_at_random_and_a_push_the_same_ones() -> None:
    profile = settings.get_profile(read("nightly")["jobs"]["properties"]["env"]["HYPOTHESIS_PROFILE"])
    pushed = settings.get_profile("ci")
    assert (profile.derandomize, pushed.derandomize) == (False, True)
    assert profile.max_examples >= 10 * pushed.max_examples, (profile.max_examples, pushed.max_examples)


def test_every_lock_is_asked_for_known_vulnerabilities_each_week() -> None:
    asked = " ".join(step.get("run", "") for step in steps_of("supply-chain"))
    lacking = [name for name in NAMES if f" {name}.lock" not in asked]
    assert lacking == [], f"supply-chain.yml does not ask about {lacking}"
    assert "--strict" in asked, "a package that cannot be asked about would pass"
    # YAML 1.1 reads the key `on` as true
    weekly = read("supply-chain")[True]["schedule"]  # type: ignore[index]
    assert [each["cron"].split()[2:] for each in weekly] == [["*", "*", "0"]], f"not once a week: {weekly}"


def test_the_tools_that_ask_are_locked() -> None:
    locked = (ROOT / "requirements-audit.lock").read_text(encoding="utf-8")
    lacking = [name for name in ("pip-audit==", "zizmor==") if f"\n{name}" not in locked]
    assert lacking == [], f"requirements-audit.lock lacks {lacking}"


def test_what_is_overdue_is_told_each_week_with_no_more_rights_than_for_issues() -> None:
    freshness = read("freshness")
    assert {"run": "python3 run.py soat --qua-han > due.md"} in steps_of("freshness")
    assert freshness["jobs"]["report"]["permissions"] == {"contents": "read", "issues": "write"}
    weekly = freshness[True]["schedule"]  # type: ignore[index]
    assert [each["cron"].split()[2:] for each in weekly] == [["*", "*", "1"]], f"not once a week: {weekly}"
