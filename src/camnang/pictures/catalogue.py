"""Brings the drawn pictures up to date: draws what changed, keeps what did not, drops what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, as_completed
from pathlib import Path

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.worker_processes import worker_pool
from camnang.handbook.facts.compounds import NO_BREAK_SPACE
from camnang.handbook.facts.formats import FILE as FORMATS_FILE
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made import workshop
from camnang.made.pictures import FILE, Picture
from camnang.made.register import is_whole
from camnang.made.workshop import Good, MadeBytes, Outcome, Plan, Shelf
from camnang.pictures.drawing import glyphs
from camnang.pictures.drawing.engine import FitError
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import Selection, drawing_groups, jobs
from camnang.pictures.sheets.values import plain

Progress = Callable[[Job], None]
Drawn = tuple[MadeBytes[Picture], ...] | FitError


def shelf(folder: Path) -> Shelf[Picture]:
    """Return a folder of pictures with its manifest."""
    return Shelf(folder, FILE, Picture)


def plan_of(every: Iterable[Job], selection: Selection, folder: Path, good: Good = is_whole) -> Plan[Job, Picture]:
    """Hold the manifest of `folder` against all jobs; pictures outside the selection stay as they are."""

    def wanted(job: Job) -> bool:
        return selection.wants(job.page, job.format, job.variant)

    return workshop.plan(shelf(folder), every, wanted=wanted, good=good)


def plan(
    project: Project, handbook: Handbook, settings: Settings, selection: Selection, folder: Path
) -> Plan[Job, Picture]:
    """Hold the manifest of `folder` against the handbook; with a partner every picture bears its logo."""
    return plan_of(jobs(handbook, settings, project.design, selection.partner), selection, folder)


def letter_faults(to_draw: Iterable[Job], design: Path) -> Iterator[Fault]:
    """Return a fault for each letter that the fonts lack."""
    covered = glyphs.common_coverage(design)
    for job in to_draw:
        for letter, text in sorted(glyphs.missing_letters(plain(job.content), covered).items()):
            yield Fault(
                path=job.page.file,
                rule="phong-thieu-chu",
                found=f"chữ «{letter}» (U+{ord(letter):04X}) trong «{text[:40]}»",
                expected="chữ có trong phông Be Vietnam Pro",
                repair="gõ lại chữ này bằng bộ gõ Unicode, hoặc thay bằng chữ khác",
            )


def place_of(text: str, job: Job, root: Path) -> tuple[str, int]:
    """Return the file and the line of a text: the job's page, or the page that a book or a deck took it from."""
    others = sorted((root / "docs").rglob(Path(job.page.file).name))
    for file in (root / job.page.file, *others):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if text in line.replace("**", ""):
                return file.relative_to(root).as_posix(), number
    return job.page.file, 0


def fit_fault(job: Job, error: FitError, root: Path) -> Fault:
    """Say which text is too long for which block, and by how many characters."""
    text = error.text.replace(NO_BREAK_SPACE, " ")
    file, line = place_of(text, job, root)
    return Fault(
        path=file,
        line=line,
        rule="chu-khong-vua",
        found=f"«{text}» dài quá {error.excess} ký tự ở khối {error.block} của {job.format.id}",
        expected="chữ vừa khối ở cỡ nhỏ nhất còn đọc được",
        repair=f"bớt ít nhất {error.excess} ký tự",
    )


def weight_faults(job: Job, files: Iterable[MadeBytes[Picture]]) -> Iterator[Fault]:
    """Return a fault for each file that is heavier than its format allows."""
    most = job.format.max_kilobytes
    for file in files:
        if file.row.role != "thumbnail" and file.row.bytes > most * 1000:
            found = f"{file.row.path} nặng {file.row.bytes // 1000} KB"
            expected = f"nhiều nhất {most} KB (max_kilobytes của {job.format.id})"
            yield Fault(
                path=FORMATS_FILE,
                rule="hinh-qua-nang",
                found=found,
                expected=expected,
                repair="bớt hình trong design/, hoặc nâng max_kilobytes",
            )


def drawn_one(job: Job, design: Path, debug: bool) -> Drawn:
    """Draw one job; a text that does not fit comes back as a value, so that all of them are told together."""
    from camnang.pictures.picture_files import files_of  # noqa: PLC0415 (a run that draws nothing needs none of it)

    try:
        return tuple(MadeBytes(file.picture, file.content) for file in files_of(job, design, debug))
    except FitError as error:
        return error


def draw_here(to_draw: tuple[Job, ...], design: Path, debug: bool) -> Iterator[tuple[Job, Drawn]]:
    """Draw one job after the other in this process."""
    for job in to_draw:
        yield job, drawn_one(job, design, debug)


def drawn_together(group: tuple[Job, ...], design: Path, debug: bool) -> list[Drawn]:
    """Draw jobs that are alike, in order."""
    return [drawn_one(job, design, debug) for job in group]


def draw_beside(to_draw: tuple[Job, ...], design: Path, debug: bool, processes: int) -> Iterator[tuple[Job, Drawn]]:
    """Draw in several processes; pictures come back in any order."""
    with worker_pool(processes) as pool:
        running: dict[Future[list[Drawn]], tuple[Job, ...]] = {
            pool.submit(drawn_together, group, design, debug): group for group in drawing_groups(to_draw)
        }
        for done in as_completed(running):
            yield from zip(running.pop(done), done.result(), strict=True)


def outcome(job: Job, drawn: Drawn, root: Path) -> Outcome[Picture]:
    """Return a job's files, or its faults: a text that does not fit, a file that is too heavy."""
    if isinstance(drawn, FitError):
        return FaultsError([fit_fault(job, drawn, root)])
    heavy = tuple(weight_faults(job, drawn))
    return FaultsError(heavy) if heavy else drawn


def carry_out(
    project: Project,
    work: Plan[Job, Picture],
    *,
    processes: int = 1,
    debug: bool = False,
    progress: Progress = lambda _: None,
) -> None:
    """Draw what the plan says and write it whole; raise `FaultsError` and write nothing when a text fails."""
    raise_if_any(letter_faults(work.to_make, project.design))

    def drawn(to_draw: tuple[Job, ...]) -> Iterator[tuple[Job, Outcome[Picture]]]:
        several = processes > 1 and len(to_draw) > 1
        design = project.design
        found = draw_beside(to_draw, design, debug, processes) if several else draw_here(to_draw, design, debug)
        for job, files in found:
            yield job, outcome(job, files, project.root)

    workshop.carry_out(work, drawn, progress)
