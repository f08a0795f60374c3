"""Notes of what is being written, so that the run after one that was killed finishes it or clears it away.

A note stands before the first temporary file does. Once it names moves, all that is new is whole, and whoever reads
the note makes them to the end; until then what it names is thrown away, and the old files are as they were.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from camnang.files.exchange import exchanged

ENDING: Final = ".json"
HALF: Final = ".moi"  # a note that is being written
# Where this run keeps its notes; None where nobody would read them, as on a disk that takes none.
NOTES: Final[ContextVar[Path | None]] = ContextVar("NOTES", default=None)


@dataclass(frozen=True)
class Move:
    """What takes its place; `aside` is where the old one waits meanwhile. Without `source` the target goes."""

    source: Path | None
    target: Path
    aside: Path

    def make(self) -> None:
        """Put it in its place, unless that was done before."""
        if self.source is None:
            self.target.unlink(missing_ok=True)
        elif os.path.lexists(self.source):
            self.place(self.source)

    def place(self, source: Path) -> None:
        """Put a file or a folder in the place of the old one, and the old one back if that fails."""
        if not self.target.is_dir() or not source.is_dir():
            source.replace(self.target)
            return
        if exchanged(source, self.target):
            return
        try:
            self.target.replace(self.aside)
            source.replace(self.target)
        except BaseException:
            if not self.target.exists():
                self.aside.replace(self.target)
            raise


def removed(place: Path) -> None:
    """Take away a file or a folder with all that is in it, if it is there."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)


def beside(place: Path) -> tuple[Path, Path]:
    """Return two free names in the folder of `place`: for the new one and for the old one."""
    token = secrets.token_hex(4)
    return place.with_name(f".{place.name}-{token}-moi"), place.with_name(f".{place.name}-{token}-cu")


def handbook_of(folder: Path) -> Path:
    """Return the handbook whose notes lie in `folder`: `build/.dang-ghi/` in it."""
    return folder.parent.parent


def written_down(note: Path, temporary: Iterable[Path], moves: Iterable[Move]) -> None:
    """Write a note whole; places in the handbook as seen from there, so that a copied handbook finishes its own."""
    root = handbook_of(note.parent)

    def named(place: Path | None) -> str:
        if place is None:
            return ""
        return str(place.relative_to(root) if place.is_relative_to(root) else place.absolute())

    told = {
        "temporary": [named(each) for each in temporary],
        "moves": [[named(move.source), named(move.target), named(move.aside)] for move in moves],
    }
    fresh = note.with_suffix(HALF)
    fresh.write_text(json.dumps(told), encoding="utf-8")
    fresh.replace(note)


def read_note(note: Path) -> tuple[list[Path], list[Move]]:
    """Return the temporary files and the moves that a note names; none when it cannot be read."""
    root = handbook_of(note.parent)
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        moves = [
            Move(root / source if source else None, root / target, root / aside)
            for source, target, aside in told["moves"]
        ]
        return [root / each for each in told["temporary"]], moves
    except (ValueError, KeyError, TypeError):
        return [], []


@contextmanager
def noted(temporary: Iterable[Path]) -> Iterator[Callable[[Iterable[Move]], None]]:
    """Have a note of temporary files and folders; they are gone when the block ends, however it ends.

    Yields the function that adds to the note what moves are to be made, once all that is new is whole.
    """
    places, folder = tuple(temporary), NOTES.get()
    note = folder / f"{secrets.token_hex(4)}{ENDING}" if folder else None

    def tell(moves: Iterable[Move]) -> None:
        if note:
            written_down(note, places, moves)

    tell(())
    try:
        yield tell
    finally:
        with suppress(OSError):  # else what is half taken away might be put in its place again
            tell(())
        for place in places:
            removed(place)
        if note:
            note.unlink(missing_ok=True)


def made_to_the_end(moves: Iterable[Move]) -> None:
    """Make every move."""
    for move in moves:
        move.make()


def unfinished(folder: Path) -> list[Path]:
    """Return the notes that a killed run left."""
    return sorted(folder.glob(f"*{ENDING}"))


def finished(folder: Path) -> None:
    """Finish or clear away what a killed run was writing; nobody else may be writing now. Raises `OSError`."""
    for half in folder.glob(f"*{HALF}"):
        half.unlink()
    for note in unfinished(folder):
        temporary, moves = read_note(note)
        made_to_the_end(moves)
        for place in temporary:
            removed(place)
        note.unlink()
