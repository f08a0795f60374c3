"""The text that is read aloud for a page: its kit's, else whole sentences of the page, as many as the time holds.

`script_of` is the one place that decides what is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from camnang.handbook.facts.recordings import RecordingName
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.page_files import kit_folder
from camnang.handbook.pages.pins import pin
from camnang.handbook.spoken.lengths import LENGTHS, SYLLABLES_PER_SECOND, Length
from camnang.handbook.spoken.pieces import Piece, closing, page_pieces
from camnang.handbook.spoken.spoken_text import sentences, syllables


@dataclass(frozen=True)
class Script:
    """What is read aloud of a page in its language, sentence by sentence."""

    page: Page
    name: RecordingName
    sentences: tuple[str, ...]

    @property
    def syllables(self) -> int:
        """How many syllables are said."""
        return sum(map(syllables, self.sentences))

    @property
    def seconds(self) -> int:
        """How long an unhurried reader takes, about."""
        return round(self.syllables / SYLLABLES_PER_SECOND)

    @property
    def pin(self) -> str:
        """Twelve hex digits that change when the words change (`handbook.pages.pins`)."""
        return pin("\n".join(self.sentences))

    @property
    def stem(self) -> str:
        """The recording's file name without its ending, for example 'loa-30.tyz'."""
        return f"{self.name}.{self.page.language.code}"


def chosen(pieces: Sequence[Piece], used: int, length: Length) -> tuple[str, ...]:
    """Return the pieces that fill the length, in their order; `used` syllables are spoken for.

    First up to the upper aim; if that stays below the lower aim, one more sentence may go up to the limit.
    """
    by_rank = sorted(range(len(pieces)), key=lambda place: (pieces[place].rank, place))
    taken: set[int] = set()
    for bound in (length.aim_most, length.limit):
        for place in by_rank:
            piece = pieces[place]
            fits = used + piece.cost <= bound and (piece.after is None or piece.after in taken)
            if place not in taken and fits and used < length.aim_least:
                taken.add(place)
                used += piece.cost
    return tuple(pieces[place].text for place in sorted(taken))


def kit_script(page: Page, handbook: Handbook, name: RecordingName) -> Script | None:
    """Return what a scam's kit has for the loudspeaker in the page's language, None where it has nothing."""
    kit = handbook.pages.get((kit_folder(page.folder), page.language.code))
    section = kit.sections.get(name) if kit else None
    return Script(page, name, tuple(sentences(section.text))) if section else None


def script_of(page: Page, handbook: Handbook, name: RecordingName) -> Script | None:
    """Return what is read aloud of a page: what its kit says, else sentences of the page itself.

    None for a list of pages and for a page that says too little.
    """
    if KINDS[page.kind].spoken is None:
        return None
    if written := kit_script(page, handbook, name):
        return written
    facts = handbook.facts
    length, end = LENGTHS[name], closing(page, facts)
    body = chosen(page_pieces(page, facts), sum(map(syllables, end)), length)
    script = Script(page, name, (*body, *end))
    return script if script.syllables >= length.least else None
