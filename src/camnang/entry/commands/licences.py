"""`giay-phep`: lists the licence of every package of the locks; code 1 when one may not be used."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from camnang.entry.commands.lock import locked_packages
from camnang.entry.licences import Licensed, licensed, policy
from camnang.handbook.project import Project

ABSENT = "chưa cài trên máy này"
REPAIR = "Sửa: thay gói, hoặc ghi nó cùng lý do vào src/camnang/entry/licences.yml"


def lines(packages: Iterable[Licensed]) -> Iterator[str]:
    """Yield a line a package, and below it what follows from a licence that is told."""
    for each in packages:
        yield f"{each.package:<28}{each.version or '–':<20}{each.licence or ABSENT}"
        if each.because:
            yield f"    {each.because}"


def refused(packages: Iterable[Licensed]) -> Iterator[str]:
    """Yield a sentence for each package that may not be used, of those that are installed or told."""
    for each in packages:
        if not each.allowed and (each.version or each.licence):
            yield f"{each.package}: giấy phép «{each.licence}» không có trong danh sách được dùng. {REPAIR}"


def run(project: Project, options: argparse.Namespace) -> int:
    """List all licences; return the exit code."""
    packages = [licensed(name, policy()) for name in locked_packages(project.root)]
    print("\n".join(lines(packages)))
    wrong = list(refused(packages))
    print("\n".join(wrong) or f"{len(packages)} gói, giấy phép đều dùng được.")
    return 1 if wrong else 0
