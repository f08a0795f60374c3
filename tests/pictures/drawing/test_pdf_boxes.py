from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.formats import Format
from camnang.pictures.drawing.finishing import finished
from camnang.pictures.drawing.pdf_boxes import POINTS_PER_MM, Box, page_boxes


def sheet_format(width: int, height: int, bleed: int) -> Format:
    return Format(
        id="thu",
        name={"vi": "Thử"},
        layout="poster",
        width=f"{width}mm",
        height=f"{height}mm",
        file_format="pdf",
        pages=("scam",),
        max_kilobytes=800,
        edition="press",
        bleed=f"{bleed}mm",
    )


def blank(width: float, height: float, pages: int = 1) -> bytes:
    out, made = BytesIO(), pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(width, height))
    made.save(out, deterministic_id=True)
    return out.getvalue()


def distances(outer: Box, inner: Box) -> tuple[float, ...]:
    """How far the inner box is from each edge of the outer one, in mm."""
    signs = (1, 1, -1, -1)
    return tuple(sign * (b - a) / POINTS_PER_MM for sign, a, b in zip(signs, outer, inner, strict=True))


@given(width=st.integers(50, 3000), height=st.integers(50, 3000), bleed=st.integers(1, 20), marks=st.integers(0, 30))
def test_the_trimmed_sheet_lies_in_its_bleed_and_the_bleed_on_its_paper(
    width: int, height: int, bleed: int, marks: int
) -> None:
    more = 2 * (bleed + marks)
    paper = (0.0, 0.0, (width + more) * POINTS_PER_MM, (height + more) * POINTS_PER_MM)
    boxes = page_boxes(paper, sheet_format(width, height, bleed))
    assert boxes["/MediaBox"] == boxes["/CropBox"] == paper
    assert distances(boxes["/BleedBox"], boxes["/TrimBox"]) == pytest.approx((bleed,) * 4, abs=1e-6)
    assert distances(paper, boxes["/BleedBox"]) == pytest.approx((marks,) * 4, abs=1e-6)


def test_every_page_gets_its_boxes_and_the_same_bytes_twice() -> None:
    form = sheet_format(210, 297, 3)
    pdf = blank(230 * POINTS_PER_MM, 317 * POINTS_PER_MM, pages=2)
    boxed = finished(pdf, form)
    assert boxed == finished(pdf, form)
    with pikepdf.open(BytesIO(boxed)) as opened:
        found = [[round(float(side) / POINTS_PER_MM, 2) for side in page.trimbox] for page in opened.pages]
    assert found == [[10, 10, 220, 307]] * 2, found


def test_a_format_without_bleed_keeps_the_boxes_it_has() -> None:
    pdf = blank(210 * POINTS_PER_MM, 297 * POINTS_PER_MM)
    with pikepdf.open(BytesIO(finished(pdf, sheet_format(210, 297, 0)))) as opened:
        assert [name for name in opened.pages[0].obj if name.endswith("Box")] == ["/MediaBox"]
