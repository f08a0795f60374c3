"""Pixels: fewer colours, WebP, thumbnails."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

COLOURS = 256
THUMBNAIL_WIDTH = 144  # px: 72 CSS px on a screen of double density


def opened(png: bytes) -> Image.Image:
    """Return a PNG's opaque picture."""
    return Image.open(BytesIO(png)).convert("RGB")


def quantised_png(png: bytes) -> bytes:
    """Return the picture with at most 256 colours: flat art loses nothing that is seen."""
    few = opened(png).quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def webp(png: bytes) -> bytes:
    """Return the picture as lossless WebP: flat art is half the size of a lossy one, and sharp."""
    out = BytesIO()
    opened(png).save(out, "WEBP", lossless=True, method=6)
    return out.getvalue()


def thumbnail(png: bytes, width: int = THUMBNAIL_WIDTH) -> tuple[bytes, int, int]:
    """Return a small WebP with its width and height in px."""
    picture = opened(png)
    height = round(picture.height * width / picture.width)
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, "WEBP", quality=50, method=6)
    return out.getvalue(), width, height


def size_of(picture: bytes) -> tuple[int, int]:
    """Return a picture's width and height in px."""
    with Image.open(BytesIO(picture)) as found:
        return found.size
