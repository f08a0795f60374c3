"""Tổng hợp báo cáo các đơn vị gửi về: sổ Excel, bản tóm tắt Word và PDF, danh sách chỗ cần sửa.

Tệp tốt được cộng, tệp sai thì để ngoài và nói rõ sai ở tờ nào, ô nào. Không sửa tệp gửi về. Thoát với mã 1 khi có
tệp không nhận, kể cả khi sổ và bản tóm tắt đã ghi.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.whole_files import write_files
from camnang.papers.reports.findings import Level
from camnang.papers.reports.gathering import Gathered
from camnang.papers.reports.merging import merged, merged_files

ROOT = Path(__file__).resolve().parent.parent


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi để các tệp .xlsx gửi về")
    parser.add_argument("--period", "--ky", required=True, metavar="KỲ", help="ví dụ 2026-nam, 2026-6thang")
    parser.add_argument("--target", type=Path, default=ROOT / "build" / "tong-hop", metavar="THƯ_MỤC")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser.parse_args(given)


def told(gathered: Gathered) -> str:
    """Return everything found, then in a few lines what counts and what does not."""
    lines = [f"[{finding.level.value}] {finding.fault}" for finding in gathered.findings]
    noted = sum(finding.level is Level.NOTED for finding in gathered.findings)
    counted = f"Đã nhận {len(gathered.accepted)}/{len(gathered.asked.units)} đơn vị"
    lines += [
        f"{counted}, trong đó {len(gathered.late)} nộp muộn. Chưa nộp: {len(gathered.missing)} đơn vị.",
        f"Không nhận {len(gathered.rejected)} tệp. Không đọc {len(gathered.skipped)} tệp. Xem lại {noted} chỗ.",
    ]
    return "\n".join(lines)


def refuse_own_folder(folder: Path, target: Path) -> None:
    """Never write among the returned files: the next run would read the result as a report."""
    if folder.resolve() == target.resolve():
        repair = "đặt --target là một thư mục khác"
        raise_if_any([Fault("--target", 0, "trùng thư mục chứa tệp gửi về", "một thư mục riêng", repair)])


def run(options: argparse.Namespace) -> int:
    """Merge, write, tell; return the exit code."""
    refuse_own_folder(options.folder, options.target)
    gathered = merged(options.root, options.folder, options.period)
    files = merged_files(gathered, options.root)
    write_files({options.target / name: content for name, content in files.items()})
    print(told(gathered))
    print(f"Đã ghi {', '.join(files)} vào {options.target}")
    if not gathered.rejected:
        return 0
    print("Sổ và bản tóm tắt mới chỉ tính các tệp tốt. Sửa xong thì chạy lại lệnh này.", file=sys.stderr)
    return 1


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault."""
    try:
        return run(arguments(given))
    except FaultsError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Không đọc hoặc không ghi được: {error}. Không tệp nào bị đổi.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
