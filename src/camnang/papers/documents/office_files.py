"""The office files, made once and kept until what shapes them changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from camnang.handbook.project import Project
from camnang.made import workshop
from camnang.made.office_files import FILE, OfficeFile
from camnang.made.register import digest, is_whole
from camnang.made.workshop import MadeBytes, Plan, Shelf
from camnang.papers.documents.office_jobs import OfficeJob


def shelf(project: Project) -> Shelf[OfficeFile]:
    """Return the folder of office files with its register."""
    return Shelf(project.office, FILE, OfficeFile)


def made(job: OfficeJob) -> tuple[MadeBytes[OfficeFile], ...]:
    """Make a file."""
    content = job.make()
    row = OfficeFile(
        path=job.path,
        name=job.name,
        use=job.use,
        folder=job.folder,
        language=job.language,
        bytes=len(content),
        sha256=digest(content),
        reviewed=job.reviewed,
        fingerprint=job.fingerprint,
    )
    return (MadeBytes(row, content),)


def plan(project: Project, jobs: Iterable[OfficeJob]) -> Plan[OfficeJob, OfficeFile]:
    """Hold the register against the files that the handbook wants; every byte is read."""
    return workshop.plan(shelf(project), jobs)


def current_files(project: Project, jobs: Iterable[OfficeJob]) -> tuple[OfficeFile, ...]:
    """Return the files that hold what the handbook says now, in the order of the jobs; an old one is not offered."""
    return workshop.current(shelf(project), jobs, is_whole)


def make_files(
    work: Plan[OfficeJob, OfficeFile], progress: Callable[[OfficeJob], None] = lambda _: None
) -> tuple[OfficeFile, ...]:
    """Make what changed, keep the rest, drop what is gone; all of it or nothing."""
    return workshop.carry_out(work, workshop.one_by_one(made), progress)
