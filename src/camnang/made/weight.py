"""How heavy all that the site offers may be: what a small server and a stick of today have room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts import places
from camnang.made.offer import Offer
from camnang.made.packs import megabytes

# 500 MB for the whole site, less 20 for its pages, their search and sound.
MOST_MEGABYTES: Final = 480


def weight_faults(offer: Offer) -> Iterator[Fault]:
    """Yield a fault when all files together are heavier than `MOST_MEGABYTES`, with the three heaviest of them."""
    weight = sum(row.bytes for row in offer.rows)
    if weight > MOST_MEGABYTES * 1_000_000:
        heaviest = sorted(offer.rows, key=lambda row: (-row.bytes, row.path))[:3]
        named = ", ".join(f"{row.path} ({megabytes(row.bytes)})" for row in heaviest)
        yield Fault(
            path=places.FILE,
            rule="goi-qua-nang",
            found=f"mọi tệp tải về nặng {megabytes(weight)}, nặng nhất là {named}",
            expected=f"nhiều nhất {MOST_MEGABYTES} MB, để cả trang không quá 500 MB",
            repair="bớt một cỡ của nơi ấy, hoặc thêm dòng «scams» cho cỡ phim-ngang, phim-doc",
        )
