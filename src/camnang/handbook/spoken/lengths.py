"""How long a recording is: what a script aims at and what a recording may last."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from camnang.handbook.facts.recordings import RecordingName

# 75–80 syllables in half a minute: an unhurried reader at a village loudspeaker.
SYLLABLES_PER_SECOND = 2.6


@dataclass(frozen=True)
class Length:
    """Syllables that a script aims at (`aim_least` to `aim_most`) and never passes; seconds a recording may last."""

    name: RecordingName
    seconds: int
    aim_least: int
    aim_most: int
    limit: int
    shortest: int
    longest: int

    @property
    def least(self) -> int:
        """The fewest syllables of a script: fewer are read faster than the shortest recording allowed."""
        return math.ceil(self.shortest * SYLLABLES_PER_SECOND)


LENGTHS: Mapping[RecordingName, Length] = {
    "loa-30": Length("loa-30", 30, 75, 80, 90, 20, 40),
    "loa-60": Length("loa-60", 60, 150, 160, 170, 45, 75),
}
