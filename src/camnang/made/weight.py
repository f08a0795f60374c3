"""How heavy all that the site offers may be: what a small server and a stick of today have room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts import places
from camnang.made.offer import Offer
from camnang.made.packs import megabytes
from camnang.made.register import MadeFile

# 500 MB for the whole site, less 20 for its pages, their search and sound.
MOST_MEGABYTES: Final = 480


def rows(offer: Offer) -> tuple[MadeFile, ...]:
    """Return every file that is offered."""
    return (*offer.pictures, *offer.packs, *offer.office, *offer.copies)


def weight_faults(offer: Offer) -> Iterator[Fault]:
    """Yield a fault when all files together are heavier than `MOST_MEGABYTES`, with the three heaviest of them."""
    listed = rows(offer)
    weight = sum(row.bytes for row in listed)
    if weight > MOST_MEGABYTES * 1_000_000:
        heaviest = sorted(listed, key=lambda row: (-row.bytes, row.path))[:3]
        named = ", ".join(f"{row.path} ({megabytes(row.bytes)})" for row in heaviest)
        yield Fault(
            path=places.FILE,
            rule="goi-qua-nang",
            found=f"mọi tệp tải về nặng {megabytes(weight)}, nặng nhất là {named}",
            expected=f"nhiều nhất {MOST_MEGABYTES} MB, để cả trang không quá 500 MB",
            repair="bớt một cỡ của nơi ấy, hoặc thêm dòng «scams» cho cỡ phim-ngang, phim-doc",
        )
