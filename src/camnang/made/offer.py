"""What was made and may be offered: all that the site gets of the makers' work."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.made.copies import Copy
from camnang.made.office_files import OfficeFile
from camnang.made.packs import Pack
from camnang.made.pictures import Picture


@dataclass(frozen=True)
class Offer:
    """Rows of the registers whose files stand and say what the handbook says now."""

    pictures: tuple[Picture, ...] = ()
    packs: tuple[Pack, ...] = ()
    office: tuple[OfficeFile, ...] = ()
    copies: tuple[Copy, ...] = ()
