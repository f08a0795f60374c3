"""What was found in a returned form: file, sheet and cell, what was expected, how to repair it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from camnang.files.faults import Fault

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

MOST_LETTERS: Final = 80  # of what is quoted from a cell


class Level(StrEnum):
    """What a finding means for the return: its figures are left out, they need not be, or the file was not read."""

    REJECTED = "Không nhận"
    NOTED = "Xem lại"
    SKIPPED = "Không đọc"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong with a value or a form, before anyone says where it stands and what it means for the return."""

    rule: RuleId
    found: str
    expected: str
    repair: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to repair or to know; `sheet` and `cell` are empty when the file as a whole is meant.

    No `Fault`: a row of the provincial workbook has its sheet, its cell and its level in columns of their own.
    """

    file: str = ""
    sheet: str = ""
    cell: str = ""
    level: Level
    problem: Problem

    @property
    def found(self) -> str:
        """What was found."""
        return self.problem.found

    @property
    def fault(self) -> Fault:
        """The finding as an editor's fault."""
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return Fault(
            path=f"{self.file} {place}".strip(),
            rule=self.problem.rule,
            found=self.found,
            expected=self.problem.expected,
            repair=self.problem.repair,
        )

    @property
    def order(self) -> tuple[str, str, int, str, str]:
        """What findings are sorted by: file, sheet, then cells from above."""
        row = re.search(r"[0-9]+", self.cell)
        return self.file, self.sheet, int(row[0]) if row else 0, self.cell, self.found

    def of(self, file: str) -> Finding:
        """Return the same finding about `file`."""
        return replace(self, file=file)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, in the order in which an editor goes through them."""
    return tuple(sorted(set(findings), key=lambda finding: finding.order))


def quoted(value: object) -> str:
    """Return a value in quotation marks, cut where it is long."""
    text = str(value)
    return f"«{text[:MOST_LETTERS]}{'…' if len(text) > MOST_LETTERS else ''}»"


def about_file(file: str, problem: Problem, level: Level = Level.REJECTED) -> Finding:
    """Return a finding about a file as a whole."""
    return Finding(file=file, level=level, problem=problem)


class UnreadableError(Exception):
    """A file that gives no figures at all, with everything found in it."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(*(str(finding.fault) for finding in findings))
