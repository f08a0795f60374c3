from __future__ import annotations

from itertools import pairwise

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
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
