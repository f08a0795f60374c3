from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from camnang.handbook.pages.model import Kind
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import draw_pages
from camnang.pictures.jobs import jobs
from camnang.pictures.quality.distinctness import LEAST, SIZE, apart, nearest, thumbnail
from tests.conftest import ROOT, real_handbook

POSTER = "ap-phich-a3"
PPI = 12


def flat(colour: str) -> Image.Image:
    return Image.new("RGB", (120, 168), colour)


def test_the_same_picture_is_no_distance_apart() -> None:
    assert apart(thumbnail(flat("#123456")), thumbnail(flat("#123456"))) == 0


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert apart(thumbnail(flat("black")), thumbnail(flat("white"))) == 255


def test_each_poster_has_its_nearest_and_the_closest_pair_comes_first() -> None:
    seen = {"a": thumbnail(flat("#000000")), "b": thumbnail(flat("#0A0A0A")), "c": thumbnail(flat("#FFFFFF"))}
    assert [(pair.name, pair.other, round(pair.apart)) for pair in nearest(seen)] == [
        ("a", "b", 10),
        ("b", "a", 10),
        ("c", "b", 245),
    ]


@pytest.mark.parametrize("language", ["vi", "tyz", "nut"])
def test_no_two_posters_are_taken_for_the_same(language: str) -> None:
    handbook, project = real_handbook(), Project(ROOT)
    wanted = [
        job
        for job in jobs(handbook, read_settings(project), project.design)
        if job.page.kind is Kind.SCAM and job.key[1] == language and job.format.id == POSTER
    ]
    assert len(wanted) > 20, f"{len(wanted)} posters in {language}"
    drawn = {job.key[0]: draw_pages(project.design, job.format, job.data, PPI)[0] for job in wanted}
    closest = nearest({name: thumbnail(Image.open(BytesIO(png))) for name, png in drawn.items()})[0]
    told = f"{closest.name} and {closest.other}: {closest.apart:.1f} apart at {SIZE} px, at least {LEAST}"
    assert closest.apart >= LEAST, told
