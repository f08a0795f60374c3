"""The package as it is installed elsewhere: what it needs, what it brings, its command."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT

BUILT_WITH = "setuptools"  # builds the package; a program that runs needs none of it
# What a pinned package is made of and gives out in its own interface.
PART_OF = {"pydantic_core": "pydantic", "markupsafe": "jinja2"}
SOURCE = ROOT / "src"
READ_AT_RUN_TIME = {".py", ".typed", ".typ", ".jinja", ".yml"}


def pins(lines: list[str]) -> set[str]:
    return {line.partition("  #")[0] for line in lines if "==" in line and not line.startswith(("#", BUILT_WITH))}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"  # `.venv` has no pip
    command = [sys.executable, "-c", build, folder]
    source = copy_of_sources(folder / "source")
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def copy_of_sources(target: Path) -> Path:
    """Copy what the build reads: setuptools leaves a folder `build` beside it."""
    shutil.copytree(SOURCE, target / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy2(ROOT / name, target / name)
    return target


def test_the_package_asks_for_the_pins_of_the_requirements() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    written = pins((ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines())
    assert set(declared) == written, f"only in one of the two: {sorted(set(declared) ^ written)}"


def imported_packages() -> dict[str, str]:
    """Return the first name of every foreign import below `src/`, and a file that has it."""
    found: dict[str, str] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for name in names:
                found.setdefault(name.partition(".")[0], file.relative_to(ROOT).as_posix())
    return {name: file for name, file in found.items() if name not in {*sys.stdlib_module_names, "camnang"}}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_says_why_it_is_there(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    silent = [line for line in lines if "==" in line and not line.partition("  # ")[2]]
    assert silent == [], f"{name} gives no reason for {silent}"


def test_everything_that_the_program_imports_is_pinned() -> None:
    written = pins((ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines())
    pinned = {normalised(line.partition("==")[0]) for line in written}
    brought = packages_distributions()
    lacking = {
        name: file
        for name, file in imported_packages().items()
        if not pinned & {normalised(each) for each in (*brought.get(name, []), PART_OF.get(name, ""))}
    }
    assert lacking == {}, f"imported, but not in requirements.txt: {lacking}"


def test_the_wheel_has_every_file_that_the_program_reads(wheel: zipfile.ZipFile) -> None:
    wanted = {
        file.relative_to(SOURCE).as_posix()
        for file in (SOURCE / "camnang").rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }
    assert {Path(name).suffix for name in wanted} == READ_AT_RUN_TIME, "a new kind of file: is it in package-data?"
    assert wanted - set(wheel.namelist()) == set(), f"not in the wheel: {sorted(wanted - set(wheel.namelist()))}"


def test_the_wheel_brings_the_command(wheel: zipfile.ZipFile) -> None:
    name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "camnang = camnang.entry.commands.frame:main" in wheel.read(name).decode()
