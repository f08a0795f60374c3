from __future__ import annotations

import json
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader

from camnang.handbook.pages.notices import DRAFT_MARK
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing.engine import draw_pdf
from camnang.pictures.jobs import drawing_groups, jobs, tenths


def test_every_job_is_in_a_group_and_the_longest_groups_come_first(project: Project) -> None:
    every = list(jobs(read_handbook(project), read_settings(project), project.design))
    groups = drawing_groups(every)
    assert sorted(job.stem for group in groups for job in group) == sorted(job.stem for job in every)
    costs = [sum(tenths(job) for job in group) for group in groups]
    assert all(first >= second for first, second in pairwise(costs)), costs


def test_a_page_s_pictures_of_one_layout_are_drawn_together(project: Project) -> None:
    every = list(jobs(read_handbook(project), read_settings(project), project.design))
    for group in drawing_groups(every):
        kinds = {(*job.key[:2], job.format.layout) for job in group}
        assert len(kinds) <= 1, kinds


def test_the_same_jobs_give_the_same_groups(project: Project) -> None:
    every = list(jobs(read_handbook(project), read_settings(project), project.design))
    assert drawing_groups(every) == drawing_groups(iter(every))


def test_only_a_draft_is_marked_for_machines(project: Project) -> None:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    marks = {(job.page.translation.state, json.loads(job.data)["keywords"]) for job in every}
    assert marks == {("original", ""), ("draft", DRAFT_MARK)}


def test_the_pdf_of_a_draft_says_so_among_its_keywords(project: Project) -> None:
    every = jobs(read_handbook(project), read_settings(project), project.design)
    posters = {job.page.language.code: job for job in every if job.format.id == "ap-phich-a4"}
    told = {
        code: PdfReader(BytesIO(draw_pdf(project.design, job.format, job.data))).metadata
        for code, job in posters.items()
    }
    assert {code: found and found.get("/Keywords") for code, found in told.items()} == {"vi": None, "tyz": DRAFT_MARK}
