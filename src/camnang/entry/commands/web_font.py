"""`cat-phong`: cuts the heading font down to the letters that headings need, or says that the cut is out of date."""

from __future__ import annotations

import argparse
import string
import unicodedata
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from camnang.files.whole_files import write_files
from camnang.handbook.project import Project

FONT = "design/fonts/BeVietnamPro-ExtraBold.ttf"
CUT = "overrides/assets/be-vietnam-pro-800.woff2"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def letters() -> str:
    """Return all Vietnamese and Tày–Nùng letters in both cases, digits and the marks of headings."""
    toned = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    lower = "".join(sorted(toned)) + string.ascii_lowercase + "đ"
    return lower + lower.upper() + string.digits + " .,:;?!()/%+–-…«»“”‘’\u00a0"


def cut(whole: Path) -> bytes:
    """Return the WOFF2 file of a TTF; the same font and tools give the same bytes."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.drop_tables += ["STAT"]
    font = TTFont(whole, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=letters())
    subsetter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def run(project: Project, options: argparse.Namespace) -> int:
    """Write the cut font, or only compare it; return the exit code."""
    file, made = project.root / CUT, cut(project.root / FONT)
    if not options.check:
        write_files({file: made})
        print(f"Đã ghi {CUT}: {len(made)} byte")
    elif file.is_file() and file.read_bytes() == made:
        print("Phông đã cắt còn đúng.")
    else:
        print(f"{CUT} không còn đúng. Sửa: chạy python3 run.py cat-phong")
        return 1
    return 0
