"""What was made and may be offered: all that the site knows of pictures, packs, office files and copies."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.made.copies import Copy
from camnang.made.office_files import OfficeFile
from camnang.made.packs import Pack
from camnang.made.pictures import Picture


@dataclass(frozen=True)
class Offer:
    """The made files that hold what the handbook says now; an old one is never among them."""

    pictures: tuple[Picture, ...] = ()
    packs: tuple[Pack, ...] = ()
    office: tuple[OfficeFile, ...] = ()
    copies: tuple[Copy, ...] = ()
