"""A partner's logo on the real handbook: every format that has a box, every language, logos of every shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.pictures.drawing import engine
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs
from camnang.pictures.partner import Partner
from tests.conftest import ROOT

SHAPES = {"wide": (400, 80), "tall": (60, 200), "square": (100, 100)}  # width and height of a logo


def logo(width: int, height: int) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0H{width}V{height}H0Z" fill="#0b6b3a"/></svg>'


@cache
def real() -> tuple[Project, Handbook, Settings]:
    project = Project(ROOT)
    return project, read_handbook(project), read_settings(project)


def some_of_each(shape: str) -> Iterator[Job]:
    """Yield the job with the longest words of each format and language."""
    project, handbook, settings = real()
    partner = Partner("Trường THCS Trùng Khánh", logo(*SHAPES[shape]))
    longest: dict[tuple[str, str], Job] = {}
    for job in jobs(handbook, settings, project.design, partner):
        known = longest.setdefault((job.format.id, job.page.language.code), job)
        if len(job.data) > len(known.data):
            longest[job.format.id, job.page.language.code] = job
    return iter(longest.values())


@pytest.mark.parametrize("shape", SHAPES)
def test_every_format_has_room_for_a_logo_in_every_language(shape: str) -> None:
    refused, languages = [], set()
    for job in some_of_each(shape):
        languages.add(job.page.language.code)
        try:
            engine.draw_bare(real()[0].design, job.format, job.data)
        except engine.FitError as error:
            refused.append(f"{job.stem}: «{error.text}» is {error.excess} too long in {error.block}")
    assert refused == [], "\n".join(refused)
    assert languages == {language.code for language in real()[1].facts.languages}
