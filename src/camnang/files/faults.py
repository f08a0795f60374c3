"""What an editor is told when something in the handbook is wrong.

Messages are Vietnamese because the editors are; each says where, what was found, what was expected and how
to repair it. Checks collect faults and raise them together, so that one run shows them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

Result = TypeVar("Result")


@dataclass(frozen=True, order=True, kw_only=True)
class Fault:
    """One thing to repair; `path` is relative to the project, `line` counts from 1 (0: the file as a whole).

    `rule` is the rule that is broken, as `python3 run.py soat --luat` explains it.
    """

    path: str
    line: int = 0
    found: str
    expected: str
    repair: str
    rule: RuleId

    @property
    def place(self) -> str:
        """Where it is: 'docs/index.md:12'."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        return f"{self.place}: {self.found} [{self.rule}]\n    cần: {self.expected}\n    sửa: {self.repair}"


class FaultsError(Exception):
    """All faults of one run, sorted by file and line, without repetitions."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__(str(self))

    def __str__(self) -> str:
        listed = "\n".join(str(fault) for fault in self.faults)
        ask = f"python3 run.py soat --luat {next((fault.rule for fault in self.faults), '')}"
        return f"{listed}\nCó {len(self.faults)} lỗi cần sửa. Chưa ghi tệp nào.\nVì sao có luật ấy: {ask}"


def raise_if_any(faults: Iterable[Fault]) -> None:
    """Raise `FaultsError` with all of `faults`, or return when there is none."""
    found = list(faults)
    if found:
        raise FaultsError(found)


def attempt(faults: list[Fault], read: Callable[[], Result], otherwise: Result) -> Result:
    """Return what `read` returns; if it raises `FaultsError`, add them to `faults` and return `otherwise`."""
    try:
        return read()
    except FaultsError as error:
        faults.extend(error.faults)
        return otherwise
