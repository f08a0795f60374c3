"""A folder of returned files: which are read, which are only mentioned, which come from one unit twice."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from camnang.files.droppings import original_of
from camnang.papers.reports.findings import Finding, Level, Problem, about_file, in_order
from camnang.papers.reports.folder_files import is_dropping, shown_name, shown_names
from camnang.papers.reports.returned import Asked, Returned, read_file
from camnang.papers.reports.units import Unit

# What a unit may have meant as its report, whatever is in it; the rest is mentioned.
ONE_FILE: Final = "mỗi đơn vị một tệp"
ARCHIVES: Final = frozenset({".zip", ".rar", ".7z"})
FORM_ENDINGS: Final = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv"})


@dataclass(frozen=True)
class Gathered:
    """Everything that came back: `returns` in the order of file names, `skipped` what was not read.

    `droppings` are what programs left behind, and copies that say nothing new.
    """

    asked: Asked
    returns: tuple[Returned, ...]
    skipped: tuple[Finding, ...]
    doubled: tuple[Doubled, ...] = ()
    droppings: tuple[str, ...] = ()

    @property
    def accepted(self) -> dict[str, Returned]:
        """The return that counts for each unit, by the unit's id."""
        return {each.unit.id: each for each in reversed(self.returns) if each.accepted and each.unit}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, by file, sheet and cell."""
        return in_order((*(finding for each in self.returns for finding in each.findings), *self.skipped))

    @property
    def rejected(self) -> tuple[Returned, ...]:
        """The files whose figures do not count."""
        return tuple(each for each in self.returns if not each.accepted)

    @property
    def to_repair(self) -> tuple[Unit, ...]:
        """The units that sent something, of which nothing counts yet."""
        sent = {each.unit.id for each in self.returns if each.unit} - self.accepted.keys()
        return tuple(unit for unit in self.asked.units if unit.id in sent)

    @property
    def missing(self) -> tuple[Unit, ...]:
        """The units of which no file is known."""
        known = {each.unit.id for each in self.returns if each.unit}
        return tuple(unit for unit in self.asked.units if unit.id not in known)

    @property
    def late(self) -> tuple[Returned, ...]:
        """The returns that count and came on the deadline or after it."""
        counted = self.accepted.values()
        return tuple(each for each in self.returns if each in counted and each.sent and not self.in_time(each))

    def in_time(self, each: Returned) -> bool:
        """Tell whether a return came before the deadline."""
        return each.sent is not None and each.sent < self.asked.deadline


@dataclass(frozen=True)
class Doubled:
    """Files of one unit, and what became of them."""

    unit: Unit
    files: tuple[str, ...]
    outcome: str


def not_read(file: Path, name: str) -> Finding | None:
    """Return why something in the folder is not read, None for what may be a form."""
    ending = file.suffix.lower()
    if file.is_dir():
        found, repair = "thư mục con", "đưa các tệp .xlsx trong đó ra ngoài"
    elif ending in FORM_ENDINGS:
        return None
    elif ending in ARCHIVES:
        found, repair = f"tệp nén ({ending})", "giải nén rồi để các tệp .xlsx vào thư mục này, chạy lại lệnh"
    else:
        found, repair = (
            f"tệp loại khác ({shown_name(ending) or 'không đuôi'})",
            "nếu là báo cáo thì xin lại bản .xlsx",
        )
    return about_file(
        name,
        Problem(rule="bao-cao-bo-qua", found=found, expected="tệp .xlsx đơn vị gửi về", repair=repair),
        Level.SKIPPED,
    )


def same_report(returns: Iterable[Returned]) -> bool:
    """Tell whether files say the same, whenever they were sent."""
    first, *others = returns
    return all(each.answers == first.answers for each in others)


def differing(returns: tuple[Returned, ...], codes: Mapping[str, str]) -> str:
    """Return the codes of the lines in which files of one unit differ."""
    keys = sorted({key for each in returns for key in each.answers})
    differ = [key for key in keys if len({each.answers.get(key) for each in returns}) > 1]
    return ", ".join(dict.fromkeys(codes[key.partition(".")[0]] for key in differ))


def with_finding(each: Returned, problem: Problem, level: Level) -> Returned:
    """Return a return with one finding more, about the file as a whole."""
    finding = about_file(each.file, problem, level)
    return replace(each, findings=in_order((*each.findings, finding)))


def judged_twice(returns: tuple[Returned, ...], codes: Mapping[str, str]) -> tuple[Returned, ...]:
    """Return several good files of one unit: alike, the first counts; different, none does."""
    names = ", ".join(each.file for each in returns)
    if same_report(returns):
        first, *others = returns
        same = Problem(
            rule="bao-cao-hai-ban",
            found=f"gửi lại bản giống {first.file}",
            expected=ONE_FILE,
            repair="tính một lần; bỏ bớt tệp thừa",
        )
        return (first, *(with_finding(each, same, Level.NOTED) for each in others))
    different = Problem(
        rule="bao-cao-hai-ban",
        found=f"hai bản khác nhau của một đơn vị: {names}; khác ở {differing(returns, codes)}",
        expected=ONE_FILE,
        repair="hỏi đơn vị bản nào đúng, bỏ bản kia ra khỏi thư mục",
    )
    return tuple(with_finding(each, different, Level.REJECTED) for each in returns)


def beside_good(each: Returned, good: Returned) -> Returned:
    """Return a refused file with what counts in its place, which its senders may have meant to correct."""
    kept = Problem(
        rule="bao-cao-hai-ban",
        found=f"tệp này không nhận, vẫn tính {good.file} của cùng đơn vị",
        expected=ONE_FILE,
        repair=f"nếu tệp này là bản sửa lại: sửa lỗi ở trên rồi bỏ {good.file} ra khỏi thư mục",
    )
    return with_finding(each, kept, Level.NOTED)


def outcome(good: tuple[Returned, ...]) -> str:
    """Say what became of several files of one unit, of which `good` have no fault of their own."""
    if not good:
        return "chưa bản nào nhận được"
    return f"tính {good[0].file}" if same_report(good) else "các bản khác nhau, chưa nhận bản nào"


def by_sender(returns: tuple[Returned, ...]) -> Iterator[tuple[Returned, ...]]:
    """Yield the files of each unit; one of which nobody knows whose it is stays alone."""
    groups: dict[str, list[Returned]] = defaultdict(list)
    for each in returns:
        groups[each.unit.id if each.unit else f"?{each.file}"].append(each)
    yield from map(tuple, groups.values())


def judged(
    returns: tuple[Returned, ...], codes: Mapping[str, str]
) -> tuple[tuple[Returned, ...], tuple[Doubled, ...]]:
    """Return all returns with what is to be said of units that sent several."""
    new: list[Returned] = []
    doubled = []
    for group in by_sender(returns):
        good = tuple(each for each in group if each.accepted)
        told = {each.file: each for each in (judged_twice(good, codes) if len(good) > 1 else good)}
        if group[0].unit and good and same_report(good):
            told |= {each.file: beside_good(each, good[0]) for each in group if not each.accepted}
        new += [told.get(each.file, each) for each in group]
        if len(group) > 1 and group[0].unit:
            doubled.append(Doubled(group[0].unit, tuple(each.file for each in group), outcome(good)))
    return tuple(sorted(new, key=lambda each: each.file)), tuple(doubled)


def readings(files: Mapping[Path, str], asked: Asked) -> Iterator[Returned | Finding]:
    """Yield what each thing in the folder is; `files` are told by the names beside them."""
    for file, name in files.items():
        yield not_read(file, name) or read_file(file, asked, name)


def spare_copies(returns: tuple[Returned, ...]) -> tuple[str, ...]:
    """Return the copies by name («x (1).xlsx») beside a good original that cannot be read or say the same."""
    by_name = {each.file: each for each in returns}
    spare = []
    for each in returns:
        original = by_name.get(original_of(each.file))
        if original is None or not original.accepted or not (each.unit is None or each.unit == original.unit):
            continue
        if not each.accepted or each.answers == original.answers:
            spare.append(each.file)
    return tuple(spare)


def gather(folder: Path, asked: Asked) -> Gathered:
    """Read a folder; nothing in it is changed. Raises `OSError` when it cannot be listed."""
    listed = sorted(folder.iterdir(), key=lambda file: os.fsencode(file.name))
    droppings = tuple(shown_name(file.name) for file in listed if is_dropping(file.name))
    found = list(readings(shown_names(file for file in listed if not is_dropping(file.name)), asked))
    skipped = tuple(each for each in found if isinstance(each, Finding))
    read = tuple(each for each in found if isinstance(each, Returned))
    spare = spare_copies(read)
    codes = {question.id: question.code for question in asked.reporting.questions}
    returns, doubled = judged(tuple(each for each in read if each.file not in spare), codes)
    return Gathered(asked, returns, skipped, doubled, (*droppings, *spare))
