"""PNG, WebP and thumbnails: that they open, that their size is right, that they show their sheet."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from camnang.files.faults import Fault
from camnang.made.pictures import Picture
from camnang.pictures.quality.likeness import likeness
from camnang.pictures.quality.rendering import POINTS_PER_INCH, rendered

FORMATS = {".png": "PNG", ".webp": "WEBP"}
REPAIR = "vẽ lại: python3 run.py ve"


def opened(content: bytes) -> Image.Image:
    """Return a picture with all its pixels; raise `OSError` when it is damaged."""
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def raster_faults(path: str, row: Picture, content: bytes) -> Iterator[Fault]:
    """Yield a fault when a picture does not open, is of another kind or of another size than the manifest says."""
    try:
        picture = opened(content)
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        yield Fault(
            path=path, rule="hinh-hong", found=f"không mở được ảnh ({error})", expected="ảnh mở được", repair=REPAIR
        )
        return
    kind = FORMATS.get(Path(path).suffix)
    if picture.format != kind:
        yield Fault(
            path=path,
            rule="hinh-sai-co",
            found=f"ảnh kiểu {picture.format}",
            expected=f"kiểu {kind} như đuôi tệp",
            repair=REPAIR,
        )
    if picture.size != (row.width, row.height):
        found = "{} × {} px".format(*picture.size)
        yield Fault(
            path=path,
            rule="hinh-sai-co",
            found=found,
            expected=f"{row.width} × {row.height} px như manifest.json ghi",
            repair=REPAIR,
        )


def sheet_faults(path: str, content: bytes, pdf: bytes) -> Iterator[Fault]:
    """Yield a fault when a picture does not look like its sheet; `pdf` is that sheet drawn as a PDF."""
    page, _ = next(rendered(pdf, POINTS_PER_INCH))
    found = likeness(opened(content), page)
    if not found.alike:
        told = f"ảnh khác với trang đã vẽ (lệch {found.worst:.0f} ở chỗ nặng nhất)"
        yield Fault(path=path, rule="hinh-hong", found=told, expected="ảnh đúng như kiểu vẽ", repair=REPAIR)
