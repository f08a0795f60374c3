from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageStat

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing import engine, raster
from camnang.pictures.jobs import jobs

MOST_APART = 3.0  # levels of 255 on average: edges are smoothed a little differently


def flat_picture() -> Image.Image:
    picture = Image.new("RGB", (540, 675), "#14234a")
    ImageDraw.Draw(picture).ellipse((100, 100, 400, 400), fill="#f6b93b")
    return picture


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
    content, width, height = raster.thumbnail(flat_picture())
    assert (width, height) == (144, 180)
    assert raster.opened(content).size == (144, 180)
    assert len(content) < 10_000


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert raster.quantised_png(flat_picture()) == raster.quantised_png(flat_picture())
    assert raster.thumbnail(flat_picture()) == raster.thumbnail(flat_picture())


def test_what_is_painted_is_what_typst_draws(project: Project) -> None:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    card = next(job for job in every if job.format.file_format == "png")
    painted = raster.painted(engine.draw_bare(project.design, card.format, card.data))
    drawn = raster.opened(engine.draw_pages(project.design, card.format, card.data, engine.POINTS_PER_INCH)[0])
    assert painted.size == drawn.size == card.format.size
    apart = sum(ImageStat.Stat(ImageChops.difference(painted, drawn)).mean) / 3
    assert apart < MOST_APART, f"PDFium's picture is {apart:.1f} of 255 levels from Typst's, at most {MOST_APART}"
