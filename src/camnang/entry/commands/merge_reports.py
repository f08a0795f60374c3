"""`tong-hop`: adds up the reports that units sent: a workbook, a summary as Word and PDF, what is to be corrected.

Good files count, bad ones stay outside and are told by sheet and cell. No file that was sent is changed. The exit
code is 1 when a file was refused, even though workbook and summary are written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault, raise_if_any
from camnang.files.whole_files import write_files
from camnang.handbook.project import Project
from camnang.papers.reports.findings import Level
from camnang.papers.reports.gathering import Gathered
from camnang.papers.reports.merging import merged, merged_files

MOST_NAMED: Final = 5


def told(gathered: Gathered) -> str:
    """Return everything found, then in a few lines what counts and what does not."""
    lines = [f"[{finding.level.value}] {finding.fault}" for finding in gathered.findings]
    noted = sum(finding.level is Level.NOTED for finding in gathered.findings)
    counted = f"Đã nhận {len(gathered.accepted)}/{len(gathered.asked.units)} đơn vị"
    lines += [
        f"{counted}, trong đó {len(gathered.late)} nộp muộn. Chưa nộp: {len(gathered.missing)} đơn vị.",
        f"Không nhận {len(gathered.rejected)} tệp. Không đọc {len(gathered.skipped)} tệp. Xem lại {noted} chỗ.",
    ]
    if gathered.droppings:
        lines.append(f"Bỏ qua {len(gathered.droppings)} tệp phụ: {names(gathered.droppings)}.")
    return "\n".join(lines)


def names(files: tuple[str, ...]) -> str:
    """Return the first names of files, and how many more there are."""
    more = f" và {len(files) - MOST_NAMED} tệp nữa" if len(files) > MOST_NAMED else ""
    return ", ".join(files[:MOST_NAMED]) + more


def refuse_own_folder(folder: Path, target: Path) -> None:
    """Never write among the returned files: the next run would read the result as a report."""
    if folder.resolve() == target.resolve():
        raise_if_any(
            [
                Fault(
                    path="--ra",
                    rule="trung-thu-muc",
                    found="trùng thư mục chứa tệp gửi về",
                    expected="một thư mục riêng",
                    repair="đặt --ra khác đi",
                )
            ]
        )


def run(project: Project, options: argparse.Namespace) -> int:
    """Merge, write, tell; return the exit code."""
    target: Path = options.target or project.root / "build" / "tong-hop"
    refuse_own_folder(options.folder, target)
    gathered = merged(project.root, options.folder, options.period)
    files = merged_files(gathered, project.root)
    write_files({target / name: content for name, content in files.items()})
    print(told(gathered))
    print(f"Đã ghi {', '.join(files)} vào {target}")
    if not gathered.rejected:
        return 0
    print("Sổ và bản tóm tắt mới chỉ tính các tệp tốt. Sửa xong thì chạy lại lệnh này.", file=sys.stderr)
    return 1
