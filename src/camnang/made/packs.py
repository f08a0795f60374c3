"""`goi.json`: every pack that exists. The site offers what stands in it and still fits the pictures."""

from __future__ import annotations

from camnang.made.register import MadeFile

FILE = "goi.json"


class Pack(MadeFile):
    """A ZIP; `files` counts the posters and pictures in it."""

    place: str
    files: int
    draft: bool


def megabytes(count: int) -> str:
    """Return bytes as a Vietnamese reader writes them: «8,2 MB»."""
    return f"{count / 1e6:.1f} MB".replace(".", ",")
