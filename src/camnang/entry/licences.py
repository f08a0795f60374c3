"""The licences of the packages that the locks name, held against those that this program may stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.yaml_file import read_yaml

FILE = Path(__file__).with_suffix(".yml")
CLASSIFIER = "License :: "


class Told(BaseModel):
    """The licence of a package whose metadata `says` less, as an expression of SPDX; `because` is shown to people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    package: str
    says: str
    licence: str
    because: str


class Policy(BaseModel):
    """Which licences are allowed, by what words packages name them, and what is known of single packages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    allowed: frozenset[str]
    words: Mapping[str, str]
    told: tuple[Told, ...]
    exceptions: tuple[Told, ...]


@dataclass(frozen=True)
class Licensed:
    """A package with the version that is installed, '' where it is not, its licence, and why it may be used."""

    package: str
    version: str
    licence: str
    allowed: bool
    because: str


@cache
def policy() -> Policy:
    """Return what `licences.yml` says."""
    read: Policy = read_yaml(FILE, Policy, FILE.parent)
    return read


def said_by(package: str, words: Mapping[str, str]) -> str:
    """Return the licence in a package's metadata, its own words where they are unknown, '' where there are none.

    PEP 639: `License-Expression` is SPDX; before it stood `License`, free text, and classifiers.
    """
    about = metadata(package)
    for expression in about.get_all("License-Expression") or []:
        return str(expression)
    first = "".join(about.get_all("License") or []).strip().partition("\n")[0]
    if first.lower() in words:
        return words[first.lower()]
    classes = [each for each in about.get_all("Classifier") or [] if each.startswith(CLASSIFIER)]
    names = [each.rpartition(" :: ")[2] for each in classes]
    return " AND ".join(words.get(name.lower(), name) for name in names) or first


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Tell whether an expression of SPDX leaves a choice in which every part is allowed; parentheses are not read."""
    choices = (choice.split(" AND ") for choice in expression.split(" OR "))
    return any(all(part.strip() in allowed for part in choice) for choice in choices)


def licensed(package: str, rules: Policy) -> Licensed:
    """Return a package with its licence; what is told of it holds while its own words stay as they were."""
    told = {each.package: each for each in (*rules.told, *rules.exceptions)}.get(package)
    try:
        installed, said = version(package), said_by(package, rules.words)
    except PackageNotFoundError:
        installed, said = "", told.says if told else ""
    if told is None or said != told.says:
        return Licensed(package, installed, said, is_allowed(said, rules.allowed), "")
    allowed = told in rules.exceptions or is_allowed(told.licence, rules.allowed)
    return Licensed(package, installed, told.licence, allowed, told.because)
