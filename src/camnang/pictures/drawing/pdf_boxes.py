"""The boxes of a PDF that a print shop cuts by: trim, bleed, paper."""

from __future__ import annotations

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


def set_boxes(pdf: pikepdf.Pdf, form: Format) -> None:
    """Set the boxes of every page; a format without bleed keeps those that it has."""
    if not form.bleed_mm:
        return
    for page in pdf.pages:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        for name, box in page_boxes((left, bottom, right, top), form).items():
            page.obj[name] = pikepdf.Array([round(side, 3) for side in box])
