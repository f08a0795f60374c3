"""The copies to carry away, brought up to date together: a ZIP for USB sticks and a ZIM for Kiwix a language."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from camnang.files.faults import Fault, raise_if_any
from camnang.files.shaping import hash_of, shaped_by, tree_hash
from camnang.files.trust.sealing import given_key, key_print
from camnang.handbook.facts import formats
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made import workshop
from camnang.made.copies import FILE, Copy, Use
from camnang.made.offer import Offer
from camnang.made.pictures import read_manifest
from camnang.made.register import Key, digest, has_its_size, is_whole, rows_bytes
from camnang.made.workshop import MadeBytes, Plan, Shelf
from camnang.site.assembly.search_worker import search_worker, theme_folder
from camnang.site.assembly.site_files import site_files
from camnang.site.assembly.writing import write_site
from camnang.site.offline.app_icons import ILLUSTRATION, draw_icon

if TYPE_CHECKING:
    from camnang.bundles.copies.edition import Built, Edition

MOST_MEGABYTES = 15  # what an old stick and a slow line bear
SOURCES = ("docs", "data", "design", "overrides")
MAKERS: Final = ("camnang.bundles.copies.copies",)

NAMES: dict[Use, str] = {"usb": "cam-nang-usb{}.zip", "kiwix": "cam-nang-kiwix{}.zim"}


@dataclass(frozen=True)
class CopyJob:
    """One copy to make."""

    use: Use
    language: Language
    fingerprint: str

    @property
    def path(self) -> str:
        """The copy's file name."""
        return NAMES[self.use].format(self.language.suffix)

    @property
    def key(self) -> Key:
        """Its file name: a copy is one file."""
        return (self.path,)


def shelf(project: Project) -> Shelf[Copy]:
    """Return the folder of copies with its register."""
    return Shelf(project.carried, FILE, Copy)


def copy_jobs(project: Project, handbook: Handbook, settings: Settings) -> tuple[CopyJob, ...]:
    """Return a job for each language and use: copies hold all pages, so that whatever changes shapes all of them."""
    pictures = rows_bytes(read_manifest(project.drawn))
    signer = key_print(given_key())
    worker, _ = search_worker(theme_folder())  # its name tells its version
    now = hash_of(shaped_by(*MAKERS), repr(settings), pictures, worker, tree_hash(project.root, SOURCES), signer)
    return tuple(CopyJob(use, language, now) for language in handbook.facts.languages for use in NAMES)


def plan(project: Project, handbook: Handbook, settings: Settings, *, thorough: bool = False) -> Plan[CopyJob, Copy]:
    """Hold the register against the handbook; `thorough` reads every byte of the copies, not only their sizes."""
    good = is_whole if thorough else has_its_size
    return workshop.plan(shelf(project), copy_jobs(project, handbook, settings), good=good)


def current_copies(project: Project, handbook: Handbook, settings: Settings) -> tuple[Copy, ...]:
    """Return the copies that hold what the handbook says now, never an old one."""
    if not shelf(project).rows():
        return ()
    return workshop.current(shelf(project), copy_jobs(project, handbook, settings))


@contextmanager
def built_site(project: Project, handbook: Handbook, settings: Settings) -> Iterator[Built]:
    """Yield a site of the handbook that lies elsewhere, without the drawn files; raise `FaultsError`."""
    from camnang.bundles.copies.edition import Built  # noqa: PLC0415 (whether copies are old is asked without it)

    pictures = read_manifest(project.drawn)
    files = site_files(project, handbook, settings, Offer(pictures))
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        write_site(site, (file for file in files if isinstance(file.content, bytes)))
        worker, _ = search_worker(theme_folder())
        yield Built(site, project.drawn, pictures, worker)


def zim_bytes(found: Edition, handbook: Handbook, icon: bytes) -> bytes:
    """Return an edition as ZIM; its library writes files only."""
    from camnang.bundles.copies.kiwix import write_zim  # noqa: PLC0415 (as above)

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "copy.zim"
        write_zim(file, found, handbook, icon)
        return file.read_bytes()


def row_of(job: CopyJob, found: Edition, content: bytes) -> Copy:
    """Return a copy's row in the register."""
    return Copy(
        path=job.path,
        use=job.use,
        language=job.language.code,
        pages=len(found.titles),
        bytes=len(content),
        sha256=digest(content),
        reviewed=found.day,
        draft=found.draft,
        fingerprint=job.fingerprint,
    )


def weight_faults(copies: Iterable[Copy]) -> Iterator[Fault]:
    """Yield a fault for each copy that is heavier than `MOST_MEGABYTES`."""
    for copy in copies:
        if copy.bytes > MOST_MEGABYTES * 1_000_000:
            found = f"bản mang đi {copy.path} nặng {copy.bytes / 1e6:.1f} MB"
            repair = "bỏ «preview: true» ở bớt một cỡ ảnh"
            yield Fault(
                path=formats.FILE,
                rule="goi-qua-nang",
                found=found,
                expected=f"nhiều nhất {MOST_MEGABYTES} MB",
                repair=repair,
            )


def make_copies(
    work: Plan[CopyJob, Copy],
    handbook: Handbook,
    settings: Settings,
    built: Built,
    progress: Callable[[CopyJob], None] = lambda _: None,
) -> tuple[Copy, ...]:
    """Make what the plan says and write it whole, or nothing; raise `FaultsError` when a copy is too heavy."""
    from camnang.bundles.copies.edition import ICON, edition  # noqa: PLC0415 (as above)
    from camnang.bundles.copies.usb_stick import usb_bytes  # noqa: PLC0415

    icon = draw_icon(ILLUSTRATION, (built.site / ICON).read_text(encoding="utf-8"))
    edition_in = cache(partial(edition, handbook, built=built))

    def made(job: CopyJob) -> tuple[MadeBytes[Copy], ...]:
        found = edition_in(job.language)
        content = usb_bytes(found, handbook, settings) if job.use == "usb" else zim_bytes(found, handbook, icon)
        row = row_of(job, found, content)
        raise_if_any(weight_faults([row]))
        return (MadeBytes(row, content),)

    return workshop.carry_out(work, workshop.one_by_one(made), progress)
