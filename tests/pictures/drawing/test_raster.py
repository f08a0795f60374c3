from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from camnang.pictures.drawing import raster


def flat_picture() -> bytes:
    picture = Image.new("RGB", (540, 675), "#14234a")
    ImageDraw.Draw(picture).ellipse((100, 100, 400, 400), fill="#f6b93b")
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_fewer_colours_keep_size_and_look() -> None:
    few = raster.quantised_png(flat_picture())
    with Image.open(BytesIO(few)) as picture:
        assert picture.mode == "P"
        assert picture.size == (540, 675)
        assert picture.convert("RGB").getpixel((250, 250)) == (0xF6, 0xB9, 0x3B)


def test_webp_is_lossless() -> None:
    few = raster.quantised_png(flat_picture())
    with Image.open(BytesIO(raster.webp(raster.opened(few)))) as ours, Image.open(BytesIO(few)) as png:
        assert ours.convert("RGB").tobytes() == png.convert("RGB").tobytes()


def test_a_thumbnail_keeps_the_proportions_and_is_small() -> None:
    content, width, height = raster.thumbnail(raster.opened(flat_picture()))
    assert (width, height) == (144, 180)
    assert raster.opened(content).size == (144, 180)
    assert len(content) < 10_000


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert raster.quantised_png(flat_picture()) == raster.quantised_png(flat_picture())
    assert raster.thumbnail(raster.opened(flat_picture())) == raster.thumbnail(raster.opened(flat_picture()))
