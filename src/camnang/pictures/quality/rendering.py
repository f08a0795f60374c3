"""A PDF's pages as pixels, drawn by PDFium: a program that has nothing to do with the one that wrote the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

PPI = 150
LONGEST_SIDE = 4000  # px: a roll-up at 150 ppi would need 180 MB
POINTS_PER_INCH = 72
SHOW_TEXT = frozenset({"Tj", "TJ", "'", '"'})


def scale_of(width: float, height: float, ppi: int = PPI) -> float:
    """Return px for each pt, for a page of so many pt."""
    return min(ppi / POINTS_PER_INCH, LONGEST_SIDE / max(width, height))


def rendered(pdf: bytes, ppi: int = PPI) -> Iterator[tuple[Image.Image, float]]:
    """Yield each page as pixels, with px for each pt."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            scale = scale_of(page.get_width(), page.get_height(), ppi)
            yield page.render(scale=scale).to_pil().convert("RGB"), scale
            page.close()
    finally:
        document.close()


def without_text(stream: pikepdf.Page | pikepdf.Object) -> bytes:
    """Return a content stream that paints everything but text."""
    kept = [step for step in pikepdf.parse_content_stream(stream) if str(step.operator) not in SHOW_TEXT]
    return pikepdf.unparse_content_stream(kept)


def is_form(drawn: pikepdf.Object) -> bool:
    """Tell whether an object is a piece of a page, which may hold text too."""
    return isinstance(drawn, pikepdf.Stream) and drawn.get("/Subtype") == "/Form"


def textless(pdf: bytes) -> bytes:
    """Return the PDF with its pictures and grounds, but without a letter."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for drawn in opened.objects:
            if is_form(drawn):
                drawn.write(without_text(drawn))
        for page in opened.pages:
            page.Contents = opened.make_stream(without_text(page))
        out = BytesIO()
        opened.save(out)
    return out.getvalue()
