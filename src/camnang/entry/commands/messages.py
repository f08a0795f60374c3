"""`tin-nhan`: checks a file of messages (one a line), or writes all messages of the kits as CSV and XLSX."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from pathlib import Path

from camnang.files.faults import Fault, FaultsError
from camnang.files.text_file import content_of, decoded
from camnang.files.whole_files import write_files
from camnang.handbook.facts.hotlines import read_hotlines
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.message_rules import Problem, message_problems
from camnang.handbook.kits.sms_rows import sms_rows
from camnang.handbook.kits.sms_traps import SmsTrap, read_sms_traps
from camnang.handbook.kits.text_message import MOST_PARTS, foreign_letters, size_of
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.papers.documents.sms_bank import csv_bytes, xlsx_bytes


def problems(text: str, traps: tuple[SmsTrap, ...], allowed: Collection[str]) -> Iterator[Problem]:
    """Yield the rules that a message breaks, and what to do."""
    size = size_of(text)
    most = MOST_PARTS[size.encoding]
    if size.parts > most:
        yield Problem("sms-qua-dai", f"dài quá, {size.parts} tin", f"nhiều nhất {most} tin", "rút ngắn")
    yield from message_problems(text, traps, allowed)


def lines_of(file: Path) -> list[str]:
    """Return the lines of a text, each sign as it will be sent; raise `FaultsError` when it is none."""
    return decoded(content_of(file, file.name), file.name).split("\n")


def no_message(name: str) -> Fault:
    """Say that a file holds nothing to send."""
    return Fault(
        path=name,
        rule="khong-doc-duoc-tep",
        found="tệp không có tin nào",
        expected="mỗi dòng một tin",
        repair="mở tệp bằng Notepad, chép các tin vào, mỗi tin một dòng, lưu rồi soát lại",
    )


def print_message(place: str, text: str, found: list[Problem]) -> None:
    """Print a message's size, the letters that make it UCS-2, and what is wrong with it."""
    size = size_of(text)
    letters = "".join(filter(str.isprintable, foreign_letters(text)))[:12]
    print(f"{place}: {size.encoding}, {size.units} đơn vị, {size.parts} tin {letters}".rstrip())
    for problem in found:
        print(f"    {problem.found}: {problem.repair} [{problem.rule}]")


def check(project: Project, options: argparse.Namespace) -> int:
    """Print size and problems of each line, return the exit code; raise `FaultsError` when there is no message."""
    traps, allowed = read_sms_traps(project.root), read_hotlines(project.root).allowed
    name, wrong = options.file.name, 0
    messages = [(number, text) for number, text in enumerate(lines_of(options.file), start=1) if text.strip()]
    if not messages:
        raise FaultsError([no_message(name)])
    for number, text in messages:
        found = list(problems(text, traps, allowed))
        wrong += bool(found)
        print_message(f"{name}:{number}", text, found)
    print(f"{wrong} tin cần sửa." if wrong else "Mọi tin đều gửi được.")
    return 1 if wrong else 0


def export(project: Project, options: argparse.Namespace) -> int:
    """Write the bank; return the exit code."""
    folder: Path = options.target or project.root / "build" / "tin-nhan"
    handbook = read_handbook(project)
    approval = approval_notice(handbook.facts, read_settings(project))
    rows = list(sms_rows(checked_kits(project.root, handbook), approval))
    write_files({folder / "tin-nhan.csv": csv_bytes(rows), folder / "tin-nhan.xlsx": xlsx_bytes(rows)})
    print(f"Đã ghi {len(rows)} tin vào {folder.name}/tin-nhan.csv và tin-nhan.xlsx")
    return 0
