"""The office files, made once and kept until what shapes them changes; `van-phong.json` is their register."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from camnang.files.whole_folder import keep, replaced_whole
from camnang.made.office_files import FILE, OfficeFile
from camnang.made.register import digest, is_whole, read_rows, rows_bytes
from camnang.papers.documents.office_jobs import OfficeJob

PROGRAM = Path(__file__).resolve().parents[2]
TOOLS = ("python-docx", "openpyxl", "icalendar")


@cache
def program_fingerprint() -> str:
    """Return a hash over the programs that make the files."""
    found = hashlib.sha256(" ".join(f"{tool} {version(tool)}" for tool in TOOLS).encode())
    for file in sorted(PROGRAM.rglob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()


def fingerprint(job: OfficeJob) -> str:
    """Return a hash over all that shapes a file."""
    shape = "\0".join((program_fingerprint(), job.path, job.name, job.reviewed, job.inputs))
    return hashlib.sha256(shape.encode()).hexdigest()[:32]


def current_files(folder: Path, jobs: Iterable[OfficeJob]) -> tuple[OfficeFile, ...]:
    """Return the files that hold what the handbook says now, in the order of the jobs; an old one is not offered."""
    listed = {each.path: each for each in read_rows(folder / FILE, OfficeFile)}
    return tuple(
        listed[job.path]
        for job in jobs
        if job.path in listed
        and listed[job.path].fingerprint == fingerprint(job)
        and is_whole(listed[job.path], folder)
    )


def made(job: OfficeJob, content: bytes) -> OfficeFile:
    """Return the row of a file that was just made."""
    return OfficeFile(
        path=job.path,
        name=job.name,
        use=job.use,
        folder=job.folder,
        language=job.language,
        bytes=len(content),
        sha256=digest(content),
        reviewed=job.reviewed,
        fingerprint=fingerprint(job),
    )


def make_files(
    folder: Path, jobs: tuple[OfficeJob, ...], progress: Callable[[OfficeJob], None] = lambda _: None
) -> tuple[OfficeFile, ...]:
    """Make what changed, keep the rest, drop what is gone; all of it or nothing."""
    kept = {each.path: each for each in current_files(folder, jobs)}
    rows = []
    with replaced_whole(folder) as fresh:
        for job in jobs:
            target = fresh / job.path
            if row := kept.get(job.path):
                keep(folder / job.path, target)
            else:
                content = job.make()
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                row = made(job, content)
                progress(job)
            rows.append(row)
        (fresh / FILE).write_bytes(rows_bytes(rows))
    return tuple(rows)
