"""A key frame of a loop."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.pictures.sheets.reading_time import words_in


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
