"""The campaign's colours for whatever is made in Python or sent to a browser.

`design/palette.json` is what the drawings read; it belongs to the handbook, and sheets are styled before any
handbook is read, so the same colours stand here once more. A test holds the two together.
"""

from __future__ import annotations

from typing import Final

INDIGO: Final = "#14234a"  # «chàm», the ground
GOLD: Final = "#f6b93b"  # leads the eye
RED: Final = "#c0132b"  # danger and nothing else
GREEN: Final = "#0e7c4a"  # the right act and nothing else
CREAM: Final = "#fff9ef"  # paper
NIGHT: Final = "#0d1836"  # the ground of the woven border
GLOW: Final = "#1c2f60"  # light on the ground
THREAD_RED: Final = "#e2364b"
THREAD_GREEN: Final = "#2fa36f"

PALETTE: Final = {
    "indigo": INDIGO,
    "gold": GOLD,
    "red": RED,
    "green": GREEN,
    "cream": CREAM,
    "night": NIGHT,
    "glow": GLOW,
    "thread-red": THREAD_RED,
    "thread-green": THREAD_GREEN,
}

PLACE: Final = "/* palette */"  # where a style sheet's `:root` takes the colours that it uses


def rules(sheet: str) -> str:
    """Return what the `:root` of a style sheet says of the colours that the sheet uses."""
    used = ((name, colour) for name, colour in PALETTE.items() if f"var(--{name})" in sheet)
    return " ".join(f"--{name}: {colour};" for name, colour in used)


def bare(colour: str) -> str:
    """Return a colour as office files name it: '#14234a' is '14234A'."""
    return colour.removeprefix("#").upper()


def opaque(colour: str) -> str:
    """Return a colour as a workbook's cells name it (ECMA-376, ARGB): '#14234a' is 'FF14234A'."""
    return "FF" + bare(colour)
