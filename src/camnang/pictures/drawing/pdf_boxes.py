"""The boxes of a PDF that a print shop cuts by: trim, bleed, paper."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from camnang.handbook.facts.formats import Format


POINTS_PER_MM = 72 / 25.4

Box = tuple[float, float, float, float]


def centred(paper: Box, width: float, height: float) -> Box:
    """Return the box of this size in the middle of the paper; all lengths in points."""
    left, bottom, right, top = paper
    x, y = (left + right - width) / 2, (bottom + top - height) / 2
    return x, y, x + width, y + height


def page_boxes(paper: Box, form: Format) -> dict[str, Box]:
    """Return the four boxes of a sheet that lies in the middle of its paper (ISO 32000-1, 14.11.2), in points."""
    width, height = (side * POINTS_PER_MM for side in form.size)
    bleed = 2 * form.bleed_mm * POINTS_PER_MM
    return {
        "/MediaBox": paper,
        "/CropBox": paper,
        "/BleedBox": centred(paper, width + bleed, height + bleed),
        "/TrimBox": centred(paper, width, height),
    }


def with_boxes(pdf: bytes, form: Format) -> bytes:
    """Return the PDF with its boxes set on every page, or as it is when the format has no bleed.

    The same PDF gives the same bytes: the file's identifier comes from its content and no date is written.
    """
    if not form.bleed_mm:
        return pdf
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            left, bottom, right, top = (float(side) for side in page.mediabox)
            for name, box in page_boxes((left, bottom, right, top), form).items():
                page.obj[name] = pikepdf.Array([round(side, 3) for side in box])
        opened.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
