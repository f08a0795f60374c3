"""Pixels: a PDF painted, fewer colours, WebP, thumbnails."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image

PDFIUM = Lock()  # its functions must not run in two threads at once
COLOURS = 256
# Measured on flat art: more effort takes up to seven times as long and makes files no smaller (WebP) or 13 % (PNG);
# less makes a WebP a fifth larger: from 25 on libwebp looks for the best way to tell what repeats.
PNG_EFFORT = 6
WEBP_METHOD = 1
WEBP_EFFORT = 25  # for what readers fetch by telephone
WEBP_LESS_EFFORT = 0  # for all other pictures: two fifths of the time
REDUCING_GAP = 2.0  # Pillow: whole pixels are averaged first, then the rest is done well
THUMBNAIL_METHOD = 4  # 6 takes twice as long and makes a thumbnail 3 % smaller
THUMBNAIL_WIDTH = 144  # px: 72 CSS px on a screen of double density


def painted(pdf: bytes) -> Image.Image:
    """Return a PDF's first page with a pixel for each pt, painted by PDFium on white.

    Typst writes a PDF eight times as fast as a PNG, which would have to be opened again.
    """
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        pixels = page.render(prefer_bgrx=True, rev_byteorder=True, draw_annots=False, may_draw_forms=False)
        picture: Image.Image = pixels.to_pil()
        return picture.convert("RGB")


def opened(png: bytes) -> Image.Image:
    """Return a PNG's opaque picture."""
    return Image.open(BytesIO(png)).convert("RGB")


def with_few_colours(picture: Image.Image) -> Image.Image:
    """Return the picture with at most 256 colours: flat art loses nothing that is seen.

    The octree is six times as fast as a median cut and packs a seventh smaller; it moves a channel by 1 of 255.
    """
    return picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def png(picture: Image.Image) -> bytes:
    """Return the picture as PNG."""
    out = BytesIO()
    picture.save(out, "PNG", compress_level=PNG_EFFORT)
    return out.getvalue()


def quantised_png(picture: Image.Image) -> bytes:
    """Return the picture as PNG with at most 256 colours."""
    return png(with_few_colours(picture))


def webp(picture: Image.Image, *, small: bool = True) -> bytes:
    """Return the picture as lossless WebP: flat art is half the size of a lossy one, and sharp.

    `small` takes the time to make it a sixth smaller.
    """
    effort = WEBP_EFFORT if small else WEBP_LESS_EFFORT
    out = BytesIO()
    picture.convert("RGB").save(out, "WEBP", lossless=True, method=WEBP_METHOD, quality=effort)
    return out.getvalue()


def thumbnail(picture: Image.Image, width: int = THUMBNAIL_WIDTH) -> tuple[bytes, int, int]:
    """Return a small WebP with its width and height in px."""
    height = round(picture.height * width / picture.width)
    small = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
    out = BytesIO()
    small.save(out, "WEBP", quality=50, method=THUMBNAIL_METHOD)
    return out.getvalue(), width, height
