"""The copies to carry away as the download centre offers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from camnang.handbook.dates import written
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.languages import Language
from camnang.made.copies import Copy
from camnang.made.packs import megabytes
from camnang.made.site_paths import COPIES_FOLDER


@dataclass(frozen=True)
class CopyView:
    """A file to carry away: what it weighs and of which day it is, before the tap."""

    use: str
    language: Language
    path: str
    format: str
    megabytes: str
    pages: int
    date: str
    date_iso: str
    draft: bool


def copy_views(copies: Iterable[Copy], facts: Facts) -> tuple[CopyView, ...]:
    """Return the copies in the order of languages, those for sticks first."""
    codes = [language.code for language in facts.languages]
    ordered = sorted(copies, key=lambda copy: (copy.use != "usb", codes.index(copy.language)))
    return tuple(
        CopyView(
            use=copy.use,
            language=facts.language(copy.language),
            path=COPIES_FOLDER + copy.path,
            format=copy.path.rpartition(".")[2].upper(),
            megabytes=megabytes(copy.bytes),
            pages=copy.pages,
            date=written(copy.reviewed),
            date_iso=copy.reviewed,
            draft=copy.draft,
        )
        for copy in ordered
    )
