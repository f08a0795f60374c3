"""The key frames that a loop's sheet holds."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.pictures.sheets.reading_time import words_in
from camnang.pictures.sheets.values import Sheet


@dataclass(frozen=True)
class Frame:
    """A key frame: its kind, how many flags or acts it shows, and the texts that are new in it."""

    kind: str
    number: int
    reads: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words are to be read while the frame is the newest."""
        return sum(words_in(text) for text in self.reads)


def frames_of(content: Sheet) -> tuple[Frame, ...]:
    """Return the key frames that a sheet holds."""
    return tuple(Frame(row["kind"], row["number"], tuple(row["reads"])) for row in content["frames"])
