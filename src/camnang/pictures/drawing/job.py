"""One picture to draw, with the fingerprint of all that shapes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camnang.handbook.facts.formats import Format
    from camnang.handbook.pages.model import Page
    from camnang.made.pictures import PictureKey
    from camnang.pictures.sheets.values import Sheet


def stem_of(page: Page, form: Format, variant: str = "") -> str:
    """Return a picture's path without its ending: 'gia-danh-cong-an/gia-danh-cong-an-ap-phich-a3.tyz'."""
    slug, named = page.details.id, f"-{variant}" if variant else ""
    return f"{slug}/{slug}-{form.id}{named}{page.language.suffix}"


@dataclass(frozen=True)
class Job:
    """One picture to draw; `data` is the sheet as JSON; `variant` names it among several of a page and format."""

    page: Page
    format: Format
    content: Sheet
    data: str
    fingerprint: str
    variant: str = ""

    @property
    def key(self) -> PictureKey:
        """The page's id, its language, the format's id and the variant."""
        return self.page.details.id, self.page.language.code, self.format.id, self.variant

    @property
    def stem(self) -> str:
        """The file's path without its ending."""
        return stem_of(self.page, self.format, self.variant)
