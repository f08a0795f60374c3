"""The copies to carry away, brought up to date together: a ZIP for USB sticks and a ZIM for Kiwix a language."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from camnang.bundles.copies.edition import ICON, Built, Edition, edition
from camnang.bundles.copies.kiwix import write_zim
from camnang.bundles.copies.usb_stick import usb_bytes
from camnang.files.faults import Fault, raise_if_any
from camnang.files.whole_folder import replaced_whole
from camnang.handbook.facts import formats
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made.copies import FILE, Copy, Use
from camnang.made.offer import Offer
from camnang.made.pictures import read_manifest
from camnang.made.register import digest, has_its_size, is_whole, read_rows, rows_bytes
from camnang.site.assembly.search_worker import search_worker, theme_folder
from camnang.site.assembly.site_files import site_files
from camnang.site.assembly.writing import write_site
from camnang.site.offline.app_icons import ILLUSTRATION, draw_icon

MOST_MEGABYTES = 15  # what an old stick and a slow line bear
SOURCES = ("docs", "data", "design", "overrides")
PROGRAM = Path(__file__).resolve().parents[2]
TOOLS = ("mkdocs", "mkdocs-material", "libzim")

NAMES: dict[Use, str] = {"usb": "cam-nang-usb{}.zip", "kiwix": "cam-nang-kiwix{}.zim"}


def fingerprint(project: Project, settings: Settings) -> str:
    """Return a hash over all that shapes the copies: pages, data, templates, settings, pictures, programs."""
    tools = " ".join(f"{tool} {version(tool)}" for tool in TOOLS)
    found = hashlib.sha256(f"{tools}\0{settings!r}\0".encode() + rows_bytes(read_manifest(project.drawn)))
    sources = [(project.root, project.root / part) for part in SOURCES]
    for root, folder in [*sources, (PROGRAM, PROGRAM)]:
        for file in sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix != ".pyc"):
            found.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes())
    return found.hexdigest()[:32]


def current_copies(project: Project, settings: Settings, *, thorough: bool = False) -> tuple[Copy, ...]:
    """Return the copies that hold what the handbook says now, never an old one; `thorough` reads every byte."""
    listed = read_rows(project.carried / FILE, Copy)
    if not listed:
        return ()
    now, good = fingerprint(project, settings), is_whole if thorough else has_its_size
    return tuple(copy for copy in listed if copy.fingerprint == now and good(copy, project.carried))


def are_current(project: Project, handbook: Handbook, settings: Settings, *, thorough: bool = False) -> bool:
    """Tell whether every language has both copies."""
    found = {(copy.use, copy.language) for copy in current_copies(project, settings, thorough=thorough)}
    return found == {(use, language.code) for use in NAMES for language in handbook.facts.languages}


@contextmanager
def built_site(project: Project, handbook: Handbook, settings: Settings) -> Iterator[Built]:
    """Yield a site of the handbook that lies elsewhere, without the drawn files; raise `FaultsError`."""
    pictures = read_manifest(project.drawn)
    files = site_files(project, handbook, settings, Offer(pictures))
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        write_site(site, (file for file in files if isinstance(file.content, bytes)))
        worker, _ = search_worker(theme_folder())
        yield Built(site, project.drawn, pictures, worker)


def written_copies(
    found: Edition, handbook: Handbook, settings: Settings, folder: Path, icon: bytes
) -> Iterator[tuple[Use, str]]:
    """Write both files of an edition; yield their use and name."""
    names: dict[Use, str] = {use: name.format(found.language.suffix) for use, name in NAMES.items()}
    (folder / names["usb"]).write_bytes(usb_bytes(found, handbook, settings))
    write_zim(folder / names["kiwix"], found, handbook, icon)
    yield from names.items()


def weight_faults(copies: Iterable[Copy]) -> Iterator[Fault]:
    """Yield a fault for each copy that is heavier than `MOST_MEGABYTES`."""
    for copy in copies:
        if copy.bytes > MOST_MEGABYTES * 1_000_000:
            found = f"bản mang đi {copy.path} nặng {copy.bytes / 1e6:.1f} MB"
            repair = "bỏ «preview: true» ở bớt một cỡ ảnh"
            yield Fault(formats.FILE, 0, found, f"nhiều nhất {MOST_MEGABYTES} MB", repair)


def make_copies(
    project: Project,
    handbook: Handbook,
    settings: Settings,
    built: Built,
    progress: Callable[[Language], None] = lambda _: None,
) -> tuple[Copy, ...]:
    """Write all copies and their register, or none; raise `FaultsError` when one is too heavy."""
    icon = draw_icon(ILLUSTRATION, (built.site / ICON).read_text(encoding="utf-8"))
    now, rows = fingerprint(project, settings), []
    with replaced_whole(project.carried) as fresh:
        for language in handbook.facts.languages:
            found = edition(handbook, language, built)
            for use, name in written_copies(found, handbook, settings, fresh, icon):
                content = (fresh / name).read_bytes()
                rows.append(
                    Copy(
                        path=name,
                        use=use,
                        language=language.code,
                        pages=len(found.titles),
                        bytes=len(content),
                        sha256=digest(content),
                        reviewed=found.day,
                        draft=found.draft,
                        fingerprint=now,
                    )
                )
            progress(language)
        raise_if_any(weight_faults(rows))
        (fresh / FILE).write_bytes(rows_bytes(rows))
    return tuple(rows)
