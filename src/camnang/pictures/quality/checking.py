"""Every output of the manifest opened and held against the page that it was drawn from; all faults in one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from camnang.files.faults import Fault
from camnang.files.worker_processes import worker_pool
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made.pictures import FILE, Picture
from camnang.made.register import digest
from camnang.pictures.drawing import engine
from camnang.pictures.drawing.job import Job
from camnang.pictures.quality.codes import code_faults
from camnang.pictures.quality.contrast import contrast_faults
from camnang.pictures.quality.films import film_faults
from camnang.pictures.quality.fonts import font_faults
from camnang.pictures.quality.page_boxes import box_faults, page_count_faults
from camnang.pictures.quality.pdf_ua import access_faults
from camnang.pictures.quality.placement import placement_faults
from camnang.pictures.quality.printed_words import word_faults
from camnang.pictures.quality.rasters import opened, raster_faults, sheet_faults
from camnang.pictures.quality.slides import deck_faults
from camnang.pictures.quality.subject import Subject
from camnang.pictures.quality.type_sizes import size_faults
from camnang.pictures.sheets.sheet import address

REDRAW = "vẽ lại: python3 run.py ve"


@dataclass(frozen=True)
class Task:
    """One job with its rows of the manifest; `folder` holds the files, `told` is its name to people."""

    job: Job
    rows: tuple[Picture, ...]
    folder: Path
    told: str
    design: Path
    address: str
    numbers: frozenset[str]

    def path(self, row: Picture) -> str:
        """Return a file's path as people know it."""
        return f"{self.told}/{row.path}"


def sheet_word_faults(subject: Subject, task: Task) -> Iterator[Fault]:
    """Yield what is wrong with the words of a drawn sheet: which, where, how large, how clear."""
    yield from word_faults(subject, task.numbers)
    yield from placement_faults(subject)
    yield from size_faults(subject)
    yield from contrast_faults(subject)


def pdf_faults(task: Task, row: Picture, content: bytes) -> Iterator[Fault]:
    """Yield every fault of a PDF."""
    subject = Subject(task.path(row), task.job.format, task.job.content, content)
    yield from page_count_faults(subject, row)
    yield from box_faults(subject)
    yield from font_faults(subject)
    yield from access_faults(subject)
    yield from sheet_word_faults(subject, task)
    yield from code_faults(subject, task.address)


def png_faults(task: Task, row: Picture, content: bytes) -> Iterator[Fault]:
    """Yield every fault of a PNG; its words are read in the same sheet drawn as a PDF, which it must look like."""
    broken = list(raster_faults(task.path(row), row, content))
    if broken:
        yield from broken
        return
    twin = engine.draw_pdf(task.design, task.job.format, task.job.data)
    subject = Subject(task.path(row), task.job.format, task.job.content, twin, is_twin=True)
    yield from sheet_faults(task.path(row), content, twin)
    yield from sheet_word_faults(subject, task)
    yield from code_faults(subject, task.address, (opened(content).convert("RGB"),))


def webp_faults(task: Task, row: Picture, content: bytes) -> Iterator[Fault]:
    """Yield every fault of a WebP or thumbnail."""
    yield from raster_faults(task.path(row), row, content)


def mp4_faults(task: Task, row: Picture, _: bytes) -> Iterator[Fault]:
    """Yield every fault of a loop."""
    yield from film_faults(task.path(row), row, task.folder / row.path)


def pptx_faults(task: Task, row: Picture, content: bytes) -> Iterator[Fault]:
    """Yield every fault of slides."""
    yield from deck_faults(task.path(row), row, content)


CHECKS: Mapping[str, Callable[[Task, Picture, bytes], Iterator[Fault]]] = {
    ".pdf": pdf_faults,
    ".png": png_faults,
    ".webp": webp_faults,
    ".mp4": mp4_faults,
    ".pptx": pptx_faults,
}


def weight_faults(task: Task, row: Picture) -> Iterator[Fault]:
    """Yield a fault for a file that is heavier than its format allows."""
    most = task.job.format.max_kilobytes
    if row.role != "thumbnail" and row.bytes > 1000 * most:
        yield Fault(
            path=task.path(row),
            rule="hinh-qua-nang",
            found=f"nặng {row.bytes // 1000} KB",
            expected=f"nhiều nhất {most} KB",
            repair="bớt hình trong design/",
        )


def file_faults(task: Task, row: Picture) -> Iterator[Fault]:
    """Yield every fault of one file; one that is not what the manifest knows is not opened."""
    file = task.folder / row.path
    content = file.read_bytes() if file.is_file() else b""
    if not content or digest(content) != row.sha256:
        found = "tệp hỏng hoặc đã bị sửa" if content else "không có tệp này"
        yield Fault(
            path=task.path(row), rule="hinh-hong", found=found, expected=f"đúng tệp mà {FILE} ghi", repair=REDRAW
        )
        return
    yield from weight_faults(task, row)
    try:
        yield from CHECKS[file.suffix](task, row, content)
    except (pikepdf.PdfError, engine.FitError, engine.DrawingError) as error:
        yield Fault(
            path=task.path(row),
            rule="hinh-hong",
            found=f"không mở được ({error})",
            expected="tệp mở được",
            repair=REDRAW,
        )


def task_faults(task: Task) -> tuple[Fault, ...]:
    """Return every fault of a job's files."""
    if any(row.fingerprint != task.job.fingerprint for row in task.rows):
        return (
            Fault(
                path=task.path(task.rows[0]),
                rule="hinh-cu",
                found="hình cũ: trang hoặc kiểu đã đổi",
                expected="hình mới",
                repair=REDRAW,
            ),
        )
    return tuple(fault for row in task.rows for fault in file_faults(task, row))


def tasks(
    project: Project, handbook: Handbook, settings: Settings, every: Iterable[Job], listed: Iterable[Picture]
) -> Iterator[Task]:
    """Yield what is to be checked: the jobs that the manifest has files of."""
    rows: dict[tuple[str, ...], list[Picture]] = defaultdict(list)
    for picture in listed:
        rows[picture.key].append(picture)
    told, numbers = project.relative(project.drawn), handbook.facts.hotlines.allowed
    for job in every:
        if job.key in rows:
            found = tuple(rows[job.key])
            leads_to = address(job.page, settings)
            yield Task(job, found, project.drawn, told, project.design, leads_to, numbers)


def surplus_faults(every: Iterable[Job], listed: Iterable[Picture], project: Project) -> Iterator[Fault]:
    """Yield a fault for each file of the manifest that nothing of the handbook asks for."""
    known, told = {job.key for job in every}, project.relative(project.drawn)
    for picture in listed:
        if picture.key not in known:
            yield Fault(
                path=f"{told}/{picture.path}",
                rule="hinh-cu",
                found="hình thừa: trang hoặc cỡ này không còn",
                expected="chỉ hình đang dùng",
                repair=REDRAW,
            )


def checked(work: list[Task], processes: int, progress: Callable[[Task], None]) -> Iterator[Fault]:
    """Check all tasks, in several processes when asked; the order of faults does not depend on it."""
    if processes <= 1 or len(work) <= 1:
        for task in work:
            yield from task_faults(task)
            progress(task)
        return
    with worker_pool(processes) as pool:
        for task, found in zip(work, pool.map(task_faults, work), strict=True):
            yield from found
            progress(task)


def picture_faults(
    work: list[Task], *, processes: int = 1, progress: Callable[[Task], None] = lambda _: None
) -> list[Fault]:
    """Return every fault of the files of all tasks."""
    return list(checked(work, processes, progress))
