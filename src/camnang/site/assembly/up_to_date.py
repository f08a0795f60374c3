"""Brings a site's folder up to date: makes what changed, keeps what did not, leaves out what is gone."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from camnang.files.last_time import keep_for_next_time, kept
from camnang.files.shaping import shaped_by
from camnang.files.whole_folder import keep, replaced_whole
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made.offer import Offer
from camnang.site.assembly.linked_files import linked_files
from camnang.site.assembly.site_file import Step
from camnang.site.assembly.site_files import Site, see_to
from camnang.site.assembly.writing import write_file
from camnang.site.offline.keeping import MARK_DIGITS

FILE = ".trang-lan-cuoi"  # below build/
MAKER = "camnang.site.assembly.site_files"


@dataclass(frozen=True)
class Known:
    """A file as it was made last time: from what, and how it lies there; `time` in ns, as the disk has it.

    `ground` and `read` are those of its outlook, see `Outlook`.
    """

    key: str
    digest: str
    size: int
    time: int
    ground: str = ""
    read: tuple[str, ...] = ()

    def is_at(self, file: Path) -> bool:
        """Tell whether the file still lies as it was made."""
        try:
            found = file.stat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.time)


@dataclass(frozen=True)
class Changed:
    """How many files were made anew, stayed as they were, and are gone."""

    made: int
    kept: int
    gone: int


def code_print() -> str:
    """Return a hash over the code that makes the site, and over what it stands on."""
    return f"{sys.version} {shaped_by(MAKER)}"


def state_file(project: Project) -> Path:
    """Return where it is written down how the site was made."""
    return project.drawn.parent / FILE


def known_files(project: Project) -> dict[str, Known]:
    """Return the files as they were made last time; none when that is not known or the code is another."""
    told = kept(state_file(project), code_print())
    rows = {} if told is None else json.loads(told)
    return {path: Known(**row | {"read": tuple(row["read"])}) for path, row in rows.items()}


def write_down(project: Project, files: Mapping[str, Known]) -> None:
    """Write down how the site was made."""
    rows = {path: vars(known) for path, known in files.items()}
    keep_for_next_time(state_file(project), code_print(), json.dumps(rows, separators=(",", ":")).encode())


class Renewal:
    """The making of one folder from what lies in the one before."""

    def __init__(self, before: Path, fresh: Path, known: Mapping[str, Known]) -> None:
        self.before, self.fresh, self.known = before, fresh, known
        self.files: dict[str, Known] = {}
        self.made = 0

    def settle(self, step: Step) -> str:
        """Keep a file whose inputs are those of last time, else make it; return the mark of its bytes."""
        old = self.known.get(step.path)
        if old is not None and not old.is_at(self.before / step.path):
            old = None
        found = self.files[step.path] = self.brought(step, old)
        return found.digest[:MARK_DIGITS]

    def brought(self, step: Step, old: Known | None) -> Known:
        """Bring one file into the new folder; `old` is how it lies in the one before, None where it does not."""
        outlook = step.outlook
        if outlook and old and old.ground == outlook.ground(old.read):
            return self.stays(step, old)
        key, read = outlook.key() if outlook else (step.key, ())
        ground = outlook.ground(read) if outlook else ""
        unchanged = old if old and key and key == old.key else None
        lies = self.stays(step, unchanged) if unchanged else self.made_again(step, old)
        return replace(lies, key=key, ground=ground, read=read)

    def made_again(self, step: Step, old: Known | None) -> Known:
        """Make a file; where it says the same as before, that one stays, with its time."""
        content = step.make()
        same = old and hashlib.sha256(content).hexdigest() == old.digest
        return self.stays(step, old) if old and same else self.written(step, content)

    def stays(self, step: Step, old: Known) -> Known:
        """Take a file over as it lies."""
        keep(self.before / step.path, self.fresh / step.path)
        return old

    def written(self, step: Step, content: bytes) -> Known:
        """Write a file."""
        target = self.fresh / step.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        self.made += 1
        found = target.stat()
        return Known("", hashlib.sha256(content).hexdigest(), found.st_size, found.st_mtime_ns)


def bring_up_to_date(folder: Path, project: Project, handbook: Handbook, settings: Settings, offer: Offer) -> Changed:
    """Bring the site in `folder` up to date, whole or not at all; raise `FaultsError`, `OSError`.

    A file is kept only while it lies there as it was made.
    """
    known = known_files(project)
    with replaced_whole(folder) as fresh:
        renewal = Renewal(folder, fresh, known)
        see_to(Site(project, handbook, settings, offer), renewal.settle)
        for file in linked_files(project, handbook.facts, offer):
            write_file(fresh, file)
    write_down(project, renewal.files)
    kept = len(renewal.files) - renewal.made
    return Changed(renewal.made, kept, len(known.keys() - renewal.files.keys()))
