"""`mang-di.json`: every copy to carry away that exists."""

from __future__ import annotations

from typing import Literal

from camnang.made.register import MadeFile

FILE = "mang-di.json"

Use = Literal["usb", "kiwix"]


class Copy(MadeFile):
    """One file to carry away."""

    use: Use
    pages: int
    draft: bool
