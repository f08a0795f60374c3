"""Brings the drawn pictures up to date: draws what changed, keeps what did not, drops what is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, as_completed
from dataclasses import dataclass
from pathlib import Path

from camnang.files.faults import Fault, raise_if_any
from camnang.files.whole_folder import keep, replaced_whole
from camnang.files.worker_processes import worker_pool
from camnang.handbook.facts.formats import FILE as FORMATS_FILE
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made.pictures import FILE, Key, Picture, read_manifest
from camnang.made.register import is_whole, rows_bytes
from camnang.pictures.drawing import engine, glyphs
from camnang.pictures.drawing.engine import FitError
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.picture_files import DrawnFile, files_of

PAGES_OF_A_BOOK = 40

Progress = Callable[[Job], None]
Drawn = tuple[DrawnFile, ...] | FitError


@dataclass(frozen=True)
class Plan:
    """What is to do in `folder`: jobs to draw, and the pictures of the manifest that stay."""

    folder: Path
    to_draw: tuple[Job, ...]
    kept: tuple[Picture, ...]
    dropped: tuple[Picture, ...]

    @property
    def is_current(self) -> bool:
        """Tell whether there is nothing to do."""
        return not self.to_draw and not self.dropped


def current_keys(wanted: Iterable[Job], listed: Iterable[Picture], folder: Path) -> set[Key]:
    """Return the keys of jobs whose files are all there, drawn from the same fingerprint."""
    prints = {job.key: job.fingerprint for job in wanted}
    good: dict[Key, bool] = {}
    for picture in listed:
        if picture.key in prints:
            fine = picture.fingerprint == prints[picture.key] and is_whole(picture, folder)
            good[picture.key] = good.get(picture.key, True) and fine
    return {key for key, fine in good.items() if fine}


def plan(project: Project, handbook: Handbook, settings: Settings, selection: Selection, folder: Path) -> Plan:
    """Hold the manifest of `folder` against the handbook; pictures outside the selection stay as they are."""
    every = tuple(jobs(handbook, settings, project.design, selection.partner))
    keys = {job.key for job in every}
    wanted = [job for job in every if selection.wants(job.page, job.format, job.variant)]
    listed = read_manifest(folder)
    current = current_keys(wanted, listed, folder)
    to_draw = tuple(job for job in wanted if job.key not in current)
    lost = {picture.key for picture in listed if not (folder / picture.path).is_file()}
    leaving = lost | {job.key for job in to_draw}
    kept = tuple(picture for picture in listed if picture.key in keys and picture.key not in leaving)
    return Plan(folder, to_draw, kept, tuple(picture for picture in listed if picture.key not in keys))


def letter_faults(to_draw: Iterable[Job], design: Path) -> Iterator[Fault]:
    """Return a fault for each letter that the fonts lack."""
    covered = glyphs.common_coverage(design)
    for job in to_draw:
        for letter, text in sorted(glyphs.missing_letters(job.content, covered).items()):
            yield Fault(
                job.page.file,
                0,
                f"chữ «{letter}» (U+{ord(letter):04X}) trong «{text[:40]}»",
                "chữ có trong phông Be Vietnam Pro",
                "gõ lại chữ này bằng bộ gõ Unicode, hoặc thay bằng chữ khác",
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
    file, line = place_of(error.text, job, root)
    return Fault(
        file,
        line,
        f"«{error.text}» dài quá {error.excess} ký tự ở khối {error.block} của {job.format.id}",
        "chữ vừa khối ở cỡ nhỏ nhất còn đọc được",
        f"bớt ít nhất {error.excess} ký tự",
    )


def weight_faults(job: Job, files: Iterable[DrawnFile]) -> Iterator[Fault]:
    """Return a fault for each file that is heavier than its format allows."""
    most = job.format.max_kilobytes
    for file in files:
        if file.picture.role != "thumbnail" and file.picture.bytes > most * 1000:
            found = f"{file.picture.path} nặng {file.picture.bytes // 1000} KB"
            expected = f"nhiều nhất {most} KB (max_kilobytes của {job.format.id})"
            yield Fault(FORMATS_FILE, 0, found, expected, "bớt hình trong design/, hoặc nâng max_kilobytes")


def drawn_one(job: Job, design: Path, debug: bool) -> Drawn:
    """Draw one job; a text that does not fit comes back as a value, so that all of them are told together."""
    try:
        return files_of(job, design, debug)
    except FitError as error:
        return error


def draw_here(to_draw: tuple[Job, ...], design: Path, debug: bool) -> Iterator[tuple[Job, Drawn]]:
    """Draw one job after the other in this process."""
    for job in to_draw:
        yield job, drawn_one(job, design, debug)


def alike(to_draw: Iterable[Job]) -> list[tuple[Job, ...]]:
    """Put the jobs of one page, language and layout together: Typst remembers what they have in common."""
    groups: dict[tuple[str, str, str], list[Job]] = {}
    for job in to_draw:
        groups.setdefault((*job.key[:2], job.format.layout), []).append(job)
    return [tuple(group) for group in groups.values()]


def drawn_together(group: tuple[Job, ...], design: Path, debug: bool) -> list[Drawn]:
    """Draw jobs that are alike, in order; a book takes 800 MB, which the next one finds free again."""
    found = [drawn_one(job, design, debug) for job in group]
    if any(isinstance(files, tuple) and files[0].picture.pages > PAGES_OF_A_BOOK for files in found):
        engine.forget(design)
    return found


def draw_beside(to_draw: tuple[Job, ...], design: Path, debug: bool, processes: int) -> Iterator[tuple[Job, Drawn]]:
    """Draw in several processes; pictures come back in any order."""
    with worker_pool(processes) as pool:
        running: dict[Future[list[Drawn]], tuple[Job, ...]] = {
            pool.submit(drawn_together, group, design, debug): group for group in alike(to_draw)
        }
        for done in as_completed(running):
            yield from zip(running.pop(done), done.result(), strict=True)


def draw_all(
    to_draw: tuple[Job, ...], project: Project, *, processes: int, debug: bool, progress: Progress
) -> Iterator[DrawnFile]:
    """Yield the files of every job as they come; raise `FaultsError` at the end with all texts that do not fit."""
    faults: list[Fault] = []
    several = processes > 1 and len(to_draw) > 1
    drawn = (
        draw_beside(to_draw, project.design, debug, processes)
        if several
        else draw_here(to_draw, project.design, debug)
    )
    for job, found in drawn:
        if isinstance(found, FitError):
            faults.append(fit_fault(job, found, project.root))
        else:
            faults += weight_faults(job, found)
            yield from found
        progress(job)
    raise_if_any(faults)


def write(folder: Path, kept: Iterable[Picture], files: Iterable[DrawnFile]) -> None:
    """Replace the folder of pictures whole, writing each file as it comes; what `files` raises leaves the old one."""
    with replaced_whole(folder) as fresh:
        rows = list(kept)
        for picture in rows:
            keep(folder / picture.path, fresh / picture.path)
        for file in files:
            target = fresh / file.picture.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
            rows.append(file.picture)
        (fresh / FILE).write_bytes(rows_bytes(rows))


def carry_out(
    project: Project,
    work: Plan,
    *,
    processes: int = 1,
    debug: bool = False,
    progress: Progress = lambda _: None,
) -> None:
    """Draw what the plan says and write it whole; raise `FaultsError` and write nothing when a text fails."""
    if work.is_current:
        return
    raise_if_any(letter_faults(work.to_draw, project.design))
    files = draw_all(work.to_draw, project, processes=processes, debug=debug, progress=progress)
    write(work.folder, work.kept, files)
