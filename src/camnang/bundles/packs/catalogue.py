"""Brings the packs up to date: packs what changed, keeps what did not, drops what is gone.

Packs lie beside the pictures, not among them: drawing replaces the folder of pictures whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from camnang.bundles.packs.guide import NAME as GUIDE
from camnang.bundles.packs.guide import drafted, draw_guide, guide_sheet
from camnang.bundles.packs.notes import LICENCE, READ_ME, licence, read_me
from camnang.bundles.packs.office_texts import office_texts
from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.files.whole_folder import keep, replaced_whole
from camnang.files.zip_archive import SUMS, sums, zip_bytes
from camnang.handbook.facts import places
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made import pictures as manifest
from camnang.made.contents import Contents, every_contents
from camnang.made.office_files import OfficeFile
from camnang.made.packs import FILE, Pack
from camnang.made.pictures import Picture, read_manifest
from camnang.made.register import digest, has_its_size, is_whole, read_rows, rows_bytes
from camnang.papers.documents.office_files import current_files
from camnang.papers.documents.office_jobs import office_jobs
from camnang.pictures.jobs import design_fingerprint
from camnang.pictures.sheets.sheet import as_json

# Mail servers turn away what is heavier, and a slow line needs ten minutes for it.
MOST_MEGABYTES = 25

Progress = Callable[[Contents], None]


@dataclass(frozen=True)
class PackJob:
    """One pack to make: the guide's sheet and the notes; `office` are its office files by their path in the pack."""

    contents: Contents
    sheet: dict[str, Any]
    notes: dict[str, bytes]
    office: dict[str, OfficeFile]
    fingerprint: str

    @property
    def path(self) -> str:
        """The pack's file name."""
        return f"{self.contents.stem}.zip"


@dataclass(frozen=True)
class PackPlan:
    """What is to do: packs to make, packs that stay, packs that nobody wants any more."""

    to_make: tuple[PackJob, ...]
    kept: tuple[Pack, ...]
    dropped: tuple[Pack, ...]

    @property
    def is_current(self) -> bool:
        """Tell whether there is nothing to do."""
        return not self.to_make and not self.dropped


def fingerprint(
    contents: Contents, sheet: dict[str, Any], notes: dict[str, bytes], office: dict[str, OfficeFile], design: str
) -> str:
    """Return a hash over every file, the guide, the notes and the layouts."""
    found = hashlib.sha256(f"{design}\0{as_json(sheet)}\0".encode())
    for picture in contents.pictures:
        found.update(f"{picture.path}\0{picture.sha256}\0".encode())
    for name, file in sorted(office.items()):
        found.update(f"{name}\0{file.sha256}\0".encode())
    for name, text in sorted(notes.items()):
        found.update(name.encode() + b"\0" + text + b"\0")
    return found.hexdigest()[:32]


def pack_jobs(
    project: Project,
    handbook: Handbook,
    settings: Settings,
    pictures: tuple[Picture, ...],
    office: tuple[OfficeFile, ...],
) -> Iterator[PackJob]:
    """Yield a job for each place and language that has pictures; `office` are files that may be offered."""
    design, rights = design_fingerprint(project.design), licence(handbook)
    for each in every_contents(handbook, pictures):
        sheet, own = guide_sheet(each, handbook, settings, project.drawn), office_texts(each, handbook, office)
        notes = {READ_ME: read_me(each, own, handbook, settings), LICENCE: rights}
        yield PackJob(each, sheet, notes, own, fingerprint(each, sheet, notes, own, design))


def missing_faults(pictures: Iterable[Picture], folder: Path) -> Iterator[Fault]:
    """Return a fault for each picture of the manifest whose file is gone."""
    for picture in pictures:
        if not (folder / picture.path).is_file():
            expected, repair = "tệp có trong build/tai-ve", "chạy python3 run.py ve"
            yield Fault(manifest.FILE, 0, f"mất tệp {picture.path}", expected, repair)


def plan_packs(project: Project, handbook: Handbook, settings: Settings, *, thorough: bool = False) -> PackPlan:
    """Hold the register against the pictures; `thorough` reads every byte of the packs, not only their sizes."""
    pictures = read_manifest(project.drawn)
    raise_if_any(missing_faults(pictures, project.drawn))
    office = current_files(project.office, office_jobs(project, handbook, settings))
    every = tuple(pack_jobs(project, handbook, settings, pictures, office))
    listed = {pack.path: pack for pack in read_rows(project.packed / FILE, Pack)}
    good = is_whole if thorough else has_its_size
    prints = {job.path: job.fingerprint for job in every}
    kept = tuple(
        pack for path, pack in listed.items() if prints.get(path) == pack.fingerprint and good(pack, project.packed)
    )
    stay = {pack.path for pack in kept}
    return PackPlan(
        to_make=tuple(job for job in every if job.path not in stay),
        kept=kept,
        dropped=tuple(pack for path, pack in listed.items() if path not in prints),
    )


def pack_files(job: PackJob, project: Project) -> dict[str, bytes]:
    """Return the pack's files by path; raise `FaultsError` when a picture is damaged or the guide does not fit."""
    files = {GUIDE: draw_guide(job.sheet, job.contents, project.design), **job.notes}
    files |= {name: (project.office / file.path).read_bytes() for name, file in job.office.items()}
    faults: list[Fault] = []
    for sheaf in job.contents.sheaves:
        for picture in sheaf.pictures:
            content = (project.drawn / picture.path).read_bytes()
            if digest(content) != picture.sha256:
                expected, repair = "tệp như lúc vẽ xong", "chạy python3 run.py ve"
                faults.append(Fault(manifest.FILE, 0, f"tệp {picture.path} đã hỏng", expected, repair))
            files[sheaf.name_of(picture)] = content
    raise_if_any(faults)
    return {**files, SUMS: sums(files).encode()}


def weight_fault(job: PackJob, content: bytes) -> Fault:
    """Say how heavy a pack is and which of its folders weighs most."""
    heaviest = max(job.contents.sheaves, key=lambda sheaf: sum(picture.bytes for picture in sheaf.pictures))
    found = f"gói {job.path} nặng {len(content) / 1e6:.1f} MB, nhiều nhất là {heaviest.folder}"
    repair = f"bớt cỡ {heaviest.format.id} của nơi ấy, hoặc thêm dòng «scams» cho cỡ này"
    return Fault(places.FILE, 0, found, f"nhiều nhất {MOST_MEGABYTES} MB", repair)


def packed(job: PackJob, project: Project, handbook: Handbook) -> tuple[Pack, bytes]:
    """Return a pack with its row; raise `FaultsError` when it is heavier than `MOST_MEGABYTES`."""
    content = zip_bytes(pack_files(job, project))
    raise_if_any([weight_fault(job, content)] if len(content) > MOST_MEGABYTES * 1_000_000 else [])
    contents = job.contents
    row = Pack(
        path=job.path,
        place=contents.place.id,
        language=contents.language.code,
        files=len(contents.pictures),
        bytes=len(content),
        sha256=digest(content),
        reviewed=max(picture.reviewed for picture in contents.pictures),
        draft=drafted(contents, handbook),
        fingerprint=job.fingerprint,
    )
    return row, content


def make_packs(
    project: Project, handbook: Handbook, work: PackPlan, progress: Progress = lambda _: None
) -> tuple[Pack, ...]:
    """Pack what the plan says and write it whole; raise `FaultsError` with the faults of all packs, write nothing."""
    if work.is_current:
        return work.kept
    faults: list[Fault] = []
    rows = list(work.kept)
    with replaced_whole(project.packed) as fresh:
        for pack in work.kept:
            keep(project.packed / pack.path, fresh / pack.path)
        for job in work.to_make:
            made = attempt(faults, partial(packed, job, project, handbook), None)
            if made:
                rows.append(made[0])
                (fresh / job.path).write_bytes(made[1])
            progress(job.contents)
        raise_if_any(faults)
        (fresh / FILE).write_bytes(rows_bytes(rows))
    return tuple(rows)


def current_packs(
    project: Project,
    handbook: Handbook,
    settings: Settings,
    pictures: tuple[Picture, ...],
    office: tuple[OfficeFile, ...] = (),
) -> tuple[Pack, ...]:
    """Return the packs that hold what the pictures and texts are now; an old pack is never offered."""
    listed = [pack for pack in read_rows(project.packed / FILE, Pack) if has_its_size(pack, project.packed)]
    if not listed:
        return ()
    whole = tuple(picture for picture in pictures if (project.drawn / picture.path).is_file())
    prints = {job.path: job.fingerprint for job in pack_jobs(project, handbook, settings, whole, office)}
    return tuple(pack for pack in listed if prints.get(pack.path) == pack.fingerprint)
