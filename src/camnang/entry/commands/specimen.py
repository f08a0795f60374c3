"""`bang-chu`: looks whether the fonts have the letters of every language, then draws a specimen."""

from __future__ import annotations

import argparse

from camnang.files.faults import raise_if_any
from camnang.files.whole_files import write_files
from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.project import Project
from camnang.pictures.drawing.specimen import draw_specimen, letter_faults


def run(project: Project, options: argparse.Namespace) -> int:
    """Check the letters, then draw them; return the exit code, raise `FaultsError` when a font lacks one."""
    languages = read_all_languages(project.root)
    raise_if_any(letter_faults(project.design, languages))
    print(f"Phông có đủ chữ cái của {len(languages)} thứ tiếng.")
    if not options.check:
        file = project.root / "build" / "mau-chu.pdf"
        write_files({file: draw_specimen(project.design, languages)})
        print(f"Đã vẽ {project.relative(file)}")
    return 0
