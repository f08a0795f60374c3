"""Typst keeps what it drew; no picture may show anything of the one before it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures import catalogue
from camnang.pictures.drawing import engine
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs
from camnang.pictures.picture_files import files_of


@pytest.fixture
def posters(project: Project) -> list[Job]:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    return [job for job in every if job.format.id == "ap-phich-a4"]


def test_what_is_remembered_never_shows_in_another_picture(project: Project, posters: list[Job]) -> None:
    first, second = posters
    alone = [engine.draw_pdf(project.design, job.format, job.data) for job in posters]
    engine.forget(project.design)
    again = [engine.draw_pdf(project.design, job.format, job.data) for job in (second, first)]
    assert [again[1], again[0]] == alone
    assert alone[0] != alone[1]


def test_a_book_is_forgotten_once_it_is_drawn(
    project: Project, posters: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[Path] = []
    monkeypatch.setattr(engine, "forget", forgotten.append)
    engine.last_book.cache_clear()
    job = posters[0]
    catalogue.drawn_together((job,), project.design, False)
    assert forgotten == [], "a poster was forgotten"
    engine.draw_book(project.design, job.format, job.data)
    assert forgotten == [project.design], f"a book was forgotten {len(forgotten)} times"


def test_a_thumbnail_is_that_of_the_first_page_whichever_way_it_is_drawn(
    project: Project, posters: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = files_of(posters[0], project.design)[1]
    monkeypatch.setattr("camnang.pictures.picture_files.REMEMBERED_PAGES", 0)
    assert files_of(posters[0], project.design)[1].content == remembered.content


def test_threads_draw_the_same_bytes_as_one(project: Project) -> None:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    some = [job for job in every if job.format.id in {"ap-phich-a4", "anh-vuong"}]
    alone = [files_of(job, project.design) for job in some]
    with ThreadPoolExecutor(2) as pool:
        for _ in range(2):
            engine.forget(project.design)
            together = list(pool.map(lambda job: files_of(job, project.design), some))
            differ = [
                own.picture.path
                for first, second in zip(alone, together, strict=True)
                for own, other in zip(first, second, strict=True)
                if own.content != other.content
            ]
            assert differ == [], f"drawn otherwise in a thread: {differ}"
