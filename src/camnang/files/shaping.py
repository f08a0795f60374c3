"""Which code shapes a made file: computed from what its maker imports, never kept as a list that somebody forgets."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import Distribution
from importlib.metadata import distributions as every_distribution
from inspect import getmodulename
from pathlib import Path

import camnang

PACKAGE = "camnang"
SOURCE = Path(camnang.__file__).resolve().parent
COMMENT = re.compile(r"#[^\n]*")
FOR_TYPES = re.compile(r"^([ \t]*)if (?:\w+\.)?TYPE_CHECKING:[ \t]*\n(?:\1[ \t]+[^\n]*\n|[ \t]*\n)+", re.MULTILINE)
STATEMENT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<origin>\w[\w.]*)[ \t]+)?import[ \t]+(?P<names>\([^)]*\)|[^\n(]+)", re.MULTILINE
)


@cache
def file_of(module: str) -> Path | None:
    """Return the file of one of our modules or rooms, None when there is no such module."""
    path = SOURCE.parent / module.replace(".", "/")
    return next((file for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()), None)


def names_in(text: str) -> Iterator[str]:
    """Yield the full names that a program imports when it runs; a name out of a module may be a module itself.

    Its import statements are found by patterns, since Python's own parser takes seven times as long, and every run
    asks; a test holds both together on every file. What is imported for the type checker alone is left out.
    """
    for statement in STATEMENT.finditer(FOR_TYPES.sub("", COMMENT.sub("", text))):
        names = [words[0] for part in statement["names"].strip("()").split(",") if (words := part.split())]
        origin = statement["origin"]
        yield from (origin, *(f"{origin}.{name}" for name in names)) if origin else names


@cache
def imported(file: Path) -> frozenset[str]:
    """Return all names that a file imports when it runs."""
    return frozenset(names_in(file.read_text(encoding="utf-8")))


@cache
def reached(module: str) -> frozenset[Path]:
    """Return the files of a module and of all our modules that it reaches, however far."""
    found: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        file = file_of(name)
        if name not in found and file:
            found[name] = file
            waiting += [other for other in imported(file) if other.partition(".")[0] == PACKAGE]
    return frozenset(found.values())


def beside(files: Iterable[Path]) -> Iterator[Path]:
    """Yield what lies in the rooms of `files` and is no program: templates and layouts that a module reads."""
    for folder in {file.parent for file in files} - {SOURCE}:
        for entry in folder.iterdir():
            below = entry.rglob("*") if entry.is_dir() and not (entry / "__init__.py").exists() else (entry,)
            yield from (file for file in below if file.is_file() and file.suffix not in {".py", ".pyc"})


def packages_of(distribution: Distribution) -> frozenset[str]:
    """Return the names that a distribution lets import.

    They stand in its list of files, which is read as text: `packages_distributions` makes a path of each of 20,000
    lines, and takes half a second.
    """
    listed = (distribution.read_text("RECORD") or "").splitlines()
    tops = {line.partition(",")[0].partition("/")[::2] for line in listed}
    names = {top if below else getmodulename(top) for top, below in tops}
    return frozenset(name for name in names if name and "." not in name)


@cache
def distributions() -> dict[str, Distribution]:
    """Return the first distribution that brings each importable package."""
    found: dict[str, Distribution] = {}
    for distribution in every_distribution():
        for package in packages_of(distribution):
            found.setdefault(package, distribution)
    return found


@cache
def tool_of(package: str) -> str:
    """Return name and version of the distribution that brings a package, nothing where none does."""
    distribution = distributions().get(package)
    return f"{distribution.metadata['Name']} {distribution.version}" if distribution else ""


def tools(files: Iterable[Path]) -> Iterator[str]:
    """Yield name and version of each foreign package that files import."""
    packages = {name.partition(".")[0] for file in files for name in imported(file)}
    foreign = packages - sys.stdlib_module_names - {PACKAGE}
    yield from sorted({tool_of(package) for package in foreign} - {""})


def text_of(file: Path) -> bytes:
    """Return a file's bytes with the line ends that every system agrees on."""
    return file.read_bytes().replace(b"\r\n", b"\n")


@cache
def shaped_by(*makers: str) -> str:
    """Return a hash over the programs that `makers` (full module names) run, what they read, and their tools.

    A module that is imported under `if TYPE_CHECKING:` gives names of types only and shapes nothing.
    """
    programs = frozenset(file for maker in makers for file in reached(maker))
    found = hashlib.sha256("\n".join(tools(programs)).encode())
    for file in sorted(programs | set(beside(programs))):
        found.update(file.relative_to(SOURCE).as_posix().encode() + b"\0" + text_of(file) + b"\0")
    return found.hexdigest()


def hash_of(*parts: str | bytes) -> str:
    """Return a fingerprint (32 hex digits of a SHA-256) over parts, none of which can run into the next."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        found.update(len(raw).to_bytes(8) + raw)
    return found.hexdigest()[:32]


def tree_hash(root: Path, folders: Iterable[str]) -> str:
    """Return a hash over every file below some folders of `root`, by path and bytes."""
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted(each for each in (root / folder).rglob("*") if each.is_file() and each.suffix != ".pyc"):
            found.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()
