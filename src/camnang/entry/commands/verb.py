"""What a verb of the command line is, said without doing anything: names, one sentence, options, where its work lies.

Only the standard library is imported here and in `options`, `verbs`, `parser`: help is printed before any package is
installed, and at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Option:
    """One argument: its flags (or the name of a word that must be typed), and how argparse reads it."""

    flags: tuple[str, ...]
    how: Mapping[str, Any]


def option(*flags: str, **how: Any) -> Option:  # noqa: ANN401 (argparse's own keywords)
    """Return an option; the first flag is Vietnamese, those after it are aliases, so `dest` is always given."""
    return Option(flags, how)


@dataclass(frozen=True)
class Verb:
    """A job: `action` is «module:function» in this package, or empty when `parts` are the jobs."""

    name: str
    aliases: tuple[str, ...]
    about: str
    action: str = ""
    options: tuple[Option, ...] = ()
    parts: tuple[Verb, ...] = ()
    example: str = ""
    for_tests: bool = False  # needs what only tests need: their packages, a browser, an nginx
    passes_on: bool = False  # what it does not know goes to the program that it calls
    writes: bool = False  # changes files, so one run at a time does it
    looks: tuple[str, ...] = ("check", "trial")  # with one of these switches it only looks

    def writes_with(self, options: argparse.Namespace) -> bool:
        """Tell whether it changes files as it was typed."""
        return self.writes and not any(getattr(options, name, False) for name in self.looks)


@dataclass(frozen=True)
class Group:
    """Verbs that the help shows under one title."""

    title: str
    verbs: tuple[Verb, ...]


class WrongCallError(Exception):
    """What was typed cannot be meant; the message says what can, and the exit code is 2."""
