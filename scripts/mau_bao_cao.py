"""Làm mẫu báo cáo (Excel) và đề cương (Word) cho các đơn vị, vào build/bao-cao/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.files.faults import FaultsError
from camnang.files.whole_files import write_files
from camnang.papers.reports.form_files import form_files

ROOT = Path(__file__).resolve().parent.parent


def main(given: list[str] | None = None) -> int:
    """Write the files; print every fault of the data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=ROOT / "build" / "bao-cao", metavar="THƯ_MỤC")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(given)
    try:
        files = form_files(options.root)
        write_files({options.target / name: content for name, content in files.items()})
    except FaultsError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Không ghi được: {error}. Không tệp nào bị đổi.", file=sys.stderr)
        return 1
    print(f"Đã ghi {', '.join(files)} vào {options.target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
