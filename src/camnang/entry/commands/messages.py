"""`tin-nhan`: checks a file of messages (one a line), or writes all messages of the kits as CSV and XLSX."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from camnang.files.letters import strange_letters
from camnang.files.text_file import open_text
from camnang.files.whole_files import write_files
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.sms_rows import sms_rows
from camnang.handbook.kits.sms_traps import read_sms_traps, traps_in
from camnang.handbook.kits.text_message import MOST_PARTS, foreign_letters, has_link, size_of
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.papers.documents.sms_bank import csv_bytes, xlsx_bytes

if TYPE_CHECKING:
    from camnang.files.rules import RuleId


def problems(text: str, root: Path) -> Iterator[tuple[RuleId, str]]:
    """Yield the rules that a message breaks, and what to do."""
    size = size_of(text)
    if size.parts > MOST_PARTS[size.encoding]:
        yield "sms-qua-dai", "dài quá: rút ngắn"
    if has_link(text):
        yield "sms-co-duong-dan", "có đường dẫn: bỏ đi"
    for strange in dict.fromkeys(each.said for each in strange_letters(text)):
        yield "chu-la", f"chữ lạ {strange}: gõ lại bằng bộ gõ Unicode, hoặc bỏ"
    if size.encoding == "GSM-7":
        for trap in traps_in(text, read_sms_traps(root)):
            yield "sms-de-nham", f"«{trap.plain}» đọc ra {' / '.join(trap.meanings)}: viết «{trap.instead}»"


def lines_of(file: Path) -> list[str]:
    """Return the lines of a text; raise `FaultsError` when it is none."""
    return open_text(file, file.name).split("\n")


def check(project: Project, options: argparse.Namespace) -> int:
    """Print size and problems of each line; return the exit code."""
    wrong = 0
    for number, line in enumerate(lines_of(options.file), start=1):
        text = line.strip()
        if not text:
            continue
        size, found = size_of(text), list(problems(text, project.root))
        wrong += bool(found)
        letters = foreign_letters(text)[:12] if size.encoding == "UCS-2" else ""
        place = f"{options.file.name}:{number}"
        print(f"{place}: {size.encoding}, {size.units} đơn vị, {size.parts} tin {letters}".rstrip())
        for rule, problem in found:
            print(f"    {problem} [{rule}]")
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
