"""One run of the program: pages and data are read once, whatever is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook_again
from camnang.handbook.project import Project, Settings, read_settings
from camnang.papers.documents.office_jobs import OfficeJob, office_jobs
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs


@dataclass(frozen=True)
class Session:
    """A handbook and what follows from it, each worked out when it is first asked for.

    `given` are settings to use in place of those of `mkdocs.yml` and the environment.
    """

    project: Project
    given: Settings | None = None

    @cached_property
    def settings(self) -> Settings:
        """The settings of the run."""
        return self.given or read_settings(self.project)

    @cached_property
    def handbook(self) -> Handbook:
        """All pages; raises `FaultsError` with all that is wrong in them."""
        return read_handbook_again(self.project)

    @cached_property
    def picture_jobs(self) -> tuple[Job, ...]:
        """Every picture that the handbook wants."""
        return tuple(jobs(self.handbook, self.settings, self.project.design))

    @cached_property
    def office_jobs(self) -> tuple[OfficeJob, ...]:
        """Every office file that the handbook wants; raises `FaultsError` when a kit is wrong."""
        return office_jobs(self.project, self.handbook, self.settings)
