"""Brings the packs up to date: packs what changed, keeps what did not, drops what is gone.

Packs lie beside the pictures, not among them: drawing replaces the folder of pictures whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from camnang.bundles.packs.guide import NAME as GUIDE
from camnang.bundles.packs.guide import PAPER, PrintGuide, drafted, draw_guide, guide_sheet
from camnang.bundles.packs.notes import LICENCE, READ_ME, licence, read_me
from camnang.bundles.packs.office_texts import office_texts
from camnang.files.faults import Fault, raise_if_any
from camnang.files.shaping import hash_of, shaped_by
from camnang.files.trust.sealing import given_key, key_print, sealed
from camnang.files.zip_archive import zip_bytes
from camnang.handbook.facts import places
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made import pictures as manifest
from camnang.made import workshop
from camnang.made.contents import Contents, every_contents
from camnang.made.office_files import OfficeFile
from camnang.made.packs import FILE, Pack
from camnang.made.pictures import Picture, read_manifest
from camnang.made.register import Key, digest, has_its_size, is_whole
from camnang.made.workshop import MadeBytes, Plan, Shelf
from camnang.pictures.drawing.layout_files import layout_fingerprint
from camnang.pictures.sheets.values import as_json

# Mail servers turn away what is heavier, and a slow line needs ten minutes for it.
MOST_MEGABYTES = 25
MAKER: Final = "camnang.bundles.packs.catalogue"
GUIDE_LAYOUT: Final = PAPER.layout


@dataclass(frozen=True)
class PackJob:
    """One pack to make: the guide's sheet and the notes; `office` are its office files by their path in the pack."""

    contents: Contents
    sheet: PrintGuide
    notes: dict[str, bytes]
    office: dict[str, OfficeFile]
    fingerprint: str

    @property
    def path(self) -> str:
        """The pack's file name."""
        return f"{self.contents.stem}.zip"

    @property
    def key(self) -> Key:
        """Its file name: a pack is one file."""
        return (self.path,)


def shelf(project: Project) -> Shelf[Pack]:
    """Return the folder of packs with its register."""
    return Shelf(project.packed, FILE, Pack)


def fingerprint(
    contents: Contents, sheet: PrintGuide, notes: dict[str, bytes], office: dict[str, OfficeFile], shape: str
) -> str:
    """Return a hash over every file, the guide, the notes, the guide's layout and the programs that pack."""
    pictures = [(picture.path, picture.sha256) for picture in contents.pictures]
    texts = sorted((name, file.sha256) for name, file in office.items())
    return hash_of(shape, as_json(sheet), repr(pictures), repr(texts), repr(sorted(notes.items())))


def pack_jobs(
    project: Project,
    handbook: Handbook,
    settings: Settings,
    pictures: tuple[Picture, ...],
    office: tuple[OfficeFile, ...],
) -> Iterator[PackJob]:
    """Yield a job for each place and language that has pictures; `office` are files that may be offered."""
    shape, rights = shaped_by(MAKER) + layout_fingerprint(GUIDE_LAYOUT, project.design), licence(handbook)
    shape += key_print(given_key())
    for each in every_contents(handbook, pictures):
        sheet, own = guide_sheet(each, handbook, settings, project.drawn), office_texts(each, handbook, office)
        notes = {READ_ME: read_me(each, own, handbook, settings), LICENCE: rights}
        yield PackJob(each, sheet, notes, own, fingerprint(each, sheet, notes, own, shape))


def missing_faults(pictures: Iterable[Picture], folder: Path) -> Iterator[Fault]:
    """Return a fault for each picture of the manifest whose file is gone."""
    for picture in pictures:
        if not (folder / picture.path).is_file():
            expected, repair = "tệp có trong build/tai-ve", "chạy python3 run.py ve"
            yield Fault(
                path=manifest.FILE,
                rule="hinh-hong",
                found=f"mất tệp {picture.path}",
                expected=expected,
                repair=repair,
            )


def plan_packs(
    project: Project,
    handbook: Handbook,
    settings: Settings,
    office: tuple[OfficeFile, ...] = (),
    *,
    thorough: bool = False,
) -> Plan[PackJob, Pack]:
    """Hold the register against the pictures; `thorough` reads every byte of the packs, not only their sizes."""
    pictures = read_manifest(project.drawn)
    raise_if_any(missing_faults(pictures, project.drawn))
    every = pack_jobs(project, handbook, settings, pictures, office)
    return workshop.plan(shelf(project), every, good=is_whole if thorough else has_its_size)


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
                faults.append(
                    Fault(
                        path=manifest.FILE,
                        rule="hinh-hong",
                        found=f"tệp {picture.path} đã hỏng",
                        expected=expected,
                        repair=repair,
                    )
                )
            files[sheaf.name_of(picture)] = content
    raise_if_any(faults)
    reviewed = max(picture.reviewed for picture in job.contents.pictures)
    return {**files, **sealed(files, job.contents.stem, reviewed, given_key())}


def weight_fault(job: PackJob, content: bytes) -> Fault:
    """Say how heavy a pack is and which of its folders weighs most."""
    heaviest = max(job.contents.sheaves, key=lambda sheaf: sum(picture.bytes for picture in sheaf.pictures))
    found = f"gói {job.path} nặng {len(content) / 1e6:.1f} MB, nhiều nhất là {heaviest.folder}"
    repair = f"bớt cỡ {heaviest.format.id} của nơi ấy, hoặc thêm dòng «scams» cho cỡ này"
    return Fault(
        path=places.FILE, rule="goi-qua-nang", found=found, expected=f"nhiều nhất {MOST_MEGABYTES} MB", repair=repair
    )


def packed(job: PackJob, project: Project, handbook: Handbook) -> tuple[MadeBytes[Pack], ...]:
    """Make a pack; raise `FaultsError` when it is heavier than `MOST_MEGABYTES`."""
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
    return (MadeBytes(row, content),)


def make_packs(
    project: Project,
    handbook: Handbook,
    work: Plan[PackJob, Pack],
    progress: Callable[[PackJob], None] = lambda _: None,
) -> tuple[Pack, ...]:
    """Pack what the plan says and write it whole; raise `FaultsError` with the faults of all packs, write nothing."""
    make = workshop.one_by_one(partial(packed, project=project, handbook=handbook))
    return workshop.carry_out(work, make, progress)


def current_packs(
    project: Project,
    handbook: Handbook,
    settings: Settings,
    pictures: tuple[Picture, ...],
    office: tuple[OfficeFile, ...] = (),
) -> tuple[Pack, ...]:
    """Return the packs that hold what the pictures and texts are now; an old pack is never offered."""
    if not shelf(project).rows():
        return ()
    whole = tuple(picture for picture in pictures if (project.drawn / picture.path).is_file())
    return workshop.current(shelf(project), pack_jobs(project, handbook, settings, whole, office))
