from __future__ import annotations

from camnang.site.style_sheet import FILE, minified
from tests.conftest import ROOT


def test_the_served_sheet_is_smaller_and_always_the_same() -> None:
    source = (ROOT / "overrides" / FILE).read_text(encoding="utf-8")
    served = minified(source)
    assert len(served) < 0.95 * len(source), f"{len(source)} characters became {len(served)}"
    assert "/*" not in served
    assert minified(source) == served, "same sheet, same bytes"


def test_old_phones_get_the_older_way_of_writing() -> None:
    assert "top:0" in minified(".a { inset: 0 }")


def test_later_values_do_not_push_out_earlier_ones_that_old_phones_need() -> None:
    assert minified(".a { max-height: 90vh; max-height: 90dvh }") == ".a{max-height:90vh;max-height:90dvh}"
