"""Processor time of this process and all that it started and that still run: a busy machine does not change it."""

from __future__ import annotations

import os
from pathlib import Path

PROC = Path("/proc")


def stat(process: Path) -> list[str]:
    """Return the fields of /proc/<id>/stat from the third on; its second, the name, may hold blanks."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def family(own: int) -> list[list[str]]:
    """Return the fields of a process and of all below it."""
    fields = {int(each.name): stat(each) for each in PROC.iterdir() if each.name.isdecimal()}
    known = {own}
    while True:
        grown = known | {number for number, found in fields.items() if found and int(found[1]) in known}
        if grown == known:
            return [fields[number] for number in known if fields.get(number)]
        known = grown


def processor_seconds() -> float:
    """Return the seconds that the processors have worked for us; where there is no /proc, for this process alone."""
    if not PROC.is_dir():
        return sum(os.times()[:2])
    ticks = sum(int(fields[11]) + int(fields[12]) for fields in family(os.getpid()))
    return ticks / os.sysconf("SC_CLK_TCK")
