"""Cut the heading font down to the letters that headings need; --check says when the cut is out of date."""

from __future__ import annotations

import argparse
import string
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "design/fonts/BeVietnamPro-ExtraBold.ttf"
CUT = ROOT / "overrides/assets/be-vietnam-pro-800.woff2"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def letters() -> str:
    """Return all Vietnamese and Tày–Nùng letters in both cases, digits and the marks of headings."""
    toned = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    lower = "".join(sorted(toned)) + string.ascii_lowercase + "đ"
    return lower + lower.upper() + string.digits + " .,:;?!()/%+–-…«»“”‘’\u00a0"


def cut() -> bytes:
    """Return the WOFF2 file; the same font and tools give the same bytes."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.drop_tables += ["STAT"]
    font = TTFont(FONT, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=letters())
    subsetter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def main() -> int:
    """Write the cut font, or with --check compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    made = cut()
    if parser.parse_args().check:
        if CUT.is_file() and CUT.read_bytes() == made:
            print("The web font is up to date.")
            return 0
        print(f"{CUT.relative_to(ROOT).as_posix()} is out of date; run python scripts/cut_web_font.py")
        return 1
    CUT.write_bytes(made)
    print(f"{CUT.relative_to(ROOT).as_posix()}: {len(made)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
