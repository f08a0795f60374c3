"""Tin nhắn: soát một tệp (mỗi dòng một tin), hoặc xuất mọi tin của các bộ tuyên truyền ra CSV và XLSX."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from camnang.files.faults import FaultsError
from camnang.files.whole_files import write_files
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.sms_rows import sms_rows
from camnang.handbook.kits.sms_traps import read_sms_traps, traps_in
from camnang.handbook.kits.text_message import MOST_PARTS, foreign_letters, has_link, size_of
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.papers.documents.sms_bank import csv_bytes, xlsx_bytes

ROOT = Path(__file__).resolve().parent.parent


def problems(text: str) -> Iterator[str]:
    """Yield what is wrong with a message."""
    size = size_of(text)
    if size.parts > MOST_PARTS[size.encoding]:
        yield "dài quá: rút ngắn"
    if has_link(text):
        yield "có đường dẫn: bỏ đi"
    if size.encoding == "GSM-7":
        for trap in traps_in(text, read_sms_traps(ROOT)):
            yield f"«{trap.plain}» đọc ra {' / '.join(trap.meanings)}: viết «{trap.instead}»"


def check(file: Path) -> int:
    """Print size and problems of each line; return the exit code."""
    wrong = 0
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        print(f"{file.name}: không đọc được ({error}). Cần tệp chữ UTF-8, mỗi dòng một tin.")
        return 1
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        size, found = size_of(text.strip()), list(problems(text.strip()))
        wrong += bool(found)
        letters = foreign_letters(text) if size.encoding == "UCS-2" else ""
        print(f"{file.name}:{number}: {size.encoding}, {size.units} đơn vị, {size.parts} tin {letters[:12]}".rstrip())
        for problem in found:
            print(f"    {problem}")
    print(f"{wrong} tin cần sửa." if wrong else "Mọi tin đều gửi được.")
    return 1 if wrong else 0


def export(folder: Path) -> int:
    """Write the bank; return the exit code."""
    project = Project(ROOT)
    handbook = read_handbook(project)
    approval = approval_notice(handbook.facts, read_settings(project))
    rows = list(sms_rows(checked_kits(ROOT, handbook), approval))
    write_files({folder / "tin-nhan.csv": csv_bytes(rows), folder / "tin-nhan.xlsx": xlsx_bytes(rows)})
    print(f"Đã ghi {len(rows)} tin vào {folder.name}/tin-nhan.csv và tin-nhan.xlsx")
    return 0


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault of the kits."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="soát một tệp chữ").add_argument("file", type=Path, metavar="TỆP")
    exporting = commands.add_parser("export", help="xuất mọi tin ra CSV và XLSX")
    exporting.add_argument("--target", type=Path, default=ROOT / "build" / "tin-nhan", metavar="THƯ_MỤC")
    options = parser.parse_args(given)
    try:
        return check(options.file) if options.command == "check" else export(options.target)
    except FaultsError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
