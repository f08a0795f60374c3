from __future__ import annotations

from camnang.made.offer import Offer
from camnang.made.weight import MOST_MEGABYTES, weight_faults
from tests.site.made_up_registers import pack, picture

MOST = MOST_MEGABYTES * 1_000_000


def test_what_is_just_not_too_heavy_is_offered() -> None:
    small = picture()
    full = pack().model_copy(update={"bytes": MOST - small.bytes})
    assert list(weight_faults(Offer((small,), (full,)))) == []


def test_one_byte_too_much_is_told_with_the_heaviest_files() -> None:
    small = picture()
    heavy = pack().model_copy(update={"bytes": MOST - small.bytes + 1})
    (fault,) = weight_faults(Offer((small,), (heavy,)))
    assert (fault.path, fault.rule) == ("data/places.yml", "goi-qua-nang")
    named = "goi-truong-hoc.vi.zip (479,9 MB), goi-la/goi-la-ap-phich-a4.vi.main (0,1 MB)"
    assert fault.found == f"mọi tệp tải về nặng 480,0 MB, nặng nhất là {named}", fault.found
    assert "480 MB" in fault.expected, fault.expected
