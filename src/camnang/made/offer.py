"""What was made and may be offered: all that the site gets of the makers' work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from camnang.handbook.pages.model import Page
from camnang.made.copies import Copy
from camnang.made.office_files import OfficeFile
from camnang.made.packs import Pack
from camnang.made.pictures import Picture
from camnang.made.register import MadeFile


@dataclass(frozen=True)
class Offer:
    """Rows of the registers whose files stand and say what the handbook says now."""

    pictures: tuple[Picture, ...] = ()
    packs: tuple[Pack, ...] = ()
    office: tuple[OfficeFile, ...] = ()
    copies: tuple[Copy, ...] = ()

    @property
    def rows(self) -> tuple[MadeFile, ...]:
        """Every file that is offered."""
        return (*self.pictures, *self.packs, *self.office, *self.copies)

    @cached_property
    def by_page(self) -> Mapping[tuple[str, str], tuple[Picture, ...]]:
        """The pictures by the id and the language of the page that they were drawn from."""
        found: dict[tuple[str, str], list[Picture]] = {}
        for picture in self.pictures:
            found.setdefault((picture.page, picture.language), []).append(picture)
        return {key: tuple(pictures) for key, pictures in found.items()}

    @cached_property
    def drawn_pages(self) -> frozenset[str]:
        """The ids of the pages that anything was drawn from, in whatever language."""
        return frozenset(page for page, _ in self.by_page)

    def pictures_of(self, page: Page) -> tuple[Picture, ...]:
        """Return the pictures of a page in its own language."""
        return self.by_page.get((page.details.id, page.language.code), ())
