"""Kiểm tra phông có đủ chữ của mọi thứ tiếng, rồi vẽ mẫu chữ vào build/mau-chu.pdf (--check: chỉ kiểm tra)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from camnang.files.faults import FaultsError, raise_if_any
from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.project import Project
from camnang.pictures.drawing.specimen import draw_specimen, letter_faults

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Check the letters, then draw them; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="không vẽ")
    options, project = parser.parse_args(), Project(ROOT)
    try:
        languages = read_all_languages(ROOT)
        raise_if_any(letter_faults(project.design, languages))
    except FaultsError as error:
        print(error)
        return 1
    if not options.check:
        file = ROOT / "build" / "mau-chu.pdf"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(draw_specimen(project.design, languages))
        print(f"đã vẽ {project.relative(file)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
