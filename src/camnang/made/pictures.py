"""`manifest.json`: every picture that exists."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from camnang.made.register import MadeFile, read_rows

FILE = "manifest.json"

Role = Literal["main", "alternative", "thumbnail"]
# Page id, language code, format id, and which one of several that a page has in a format ('' where it has one).
PictureKey = tuple[str, str, str, str]


class Picture(MadeFile):
    """A drawn file; `width`, `height` in mm for PDF and slides, else in px.

    `variant` tells apart several pictures that one page has in one format: the home page's slides, by their deck.
    """

    page: str
    format: str
    role: Role
    pages: int
    width: int
    height: int
    variant: str = ""

    @property
    def key(self) -> PictureKey:
        """The page, language, format and variant that the file belongs to."""
        return self.page, self.language, self.format, self.variant


def read_manifest(folder: Path) -> tuple[Picture, ...]:
    """Return the pictures in `folder`; none when there is no manifest or it is from an older layout."""
    return read_rows(folder / FILE, Picture)
