"""Several files that are replaced together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from camnang.files.stops import stops_put_off
from camnang.files.unfinished import Move, beside, made_to_the_end, noted
from camnang.files.whole_folder import linked_or_copied, made_folder

FILE_MODE: Final = 0o644  # open to every reader, whatever the umask says


@dataclass(frozen=True)
class Renewal:
    """A file that gets new content or goes: `fresh` is where that waits, `old` a second name of what it had."""

    file: Path
    fresh: Path
    old: Path

    def prepare(self, content: bytes | None) -> None:
        """Write the new content and keep the old."""
        if content is not None:
            made_folder(self.file.parent)
            self.fresh.write_bytes(content)
            there = self.file.exists()
            self.fresh.chmod(self.file.stat().st_mode & 0o777 if there else FILE_MODE)
        if self.file.is_file():
            linked_or_copied(self.file, self.old)

    def forth(self) -> Move:
        """Return the move that gives it its new content, or takes it away; to be asked once all is prepared."""
        return Move(self.fresh if self.fresh.exists() else None, self.file, self.old)

    def back(self) -> Move:
        """Return the move that gives it its old content, or takes it away where there was none."""
        return Move(self.old if self.old.exists() else None, self.file, self.old)


def write_files(files: Mapping[Path, bytes | None]) -> None:
    """Replace all files, take away those without content; when the disk refuses one (`OSError`), all are put back.

    When the process is killed meanwhile, the next run finishes: all of them are old then, or all new.
    """
    renewals = tuple(Renewal(file, *beside(file)) for file in files)
    with noted(place for each in renewals for place in (each.fresh, each.old)) as note:
        for each in renewals:
            each.prepare(files[each.file])
        moves = tuple(each.forth() for each in renewals)
        with stops_put_off():
            note(moves)
            try:
                made_to_the_end(moves)
            except OSError:
                back = tuple(each.back() for each in renewals if not each.fresh.exists())
                note(back)
                made_to_the_end(back)
                raise
