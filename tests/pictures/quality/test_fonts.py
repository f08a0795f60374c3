from __future__ import annotations

from io import BytesIO

import pikepdf

from camnang.pictures.quality.fonts import font_faults, fonts_of
from camnang.pictures.quality.subject import Subject
from tests.pictures.quality.conftest import Draw, form
from tests.pictures.quality.made_up import SILENT


def changed(pdf: bytes, change: str) -> Subject:
    """Spoil every font of a PDF."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for font in fonts_of(opened):
            if change == "lost":
                del font.FontDescriptor["/FontFile2"]
            else:
                font.BaseFont = pikepdf.Name("/BeVietnamPro-Regular")
        out = BytesIO()
        opened.save(out)
    return Subject("x.pdf", form(), SILENT, out.getvalue())


def test_fonts_of_typst_travel_as_subsets(sheet: Draw) -> None:
    drawn = sheet("Chữ *đậm*")
    assert len(list(fonts_of(drawn.opened))) == 2
    assert list(font_faults(drawn)) == []


def test_a_font_that_stays_at_home_is_told(sheet: Draw) -> None:
    assert ["không nhúng" in fault.found for fault in font_faults(changed(sheet("Chữ").pdf, "lost"))] == [True]


def test_a_whole_font_is_told(sheet: Draw) -> None:
    assert ["nhúng cả bộ" in fault.found for fault in font_faults(changed(sheet("Chữ").pdf, "whole"))] == [True]
