"""What the site may offer of what stands made, and what the handbook wants besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from camnang.bundles.copies.copies import NAMES, current_copies
from camnang.bundles.packs.catalogue import current_packs
from camnang.entry.session import Session
from camnang.handbook.facts.formats import Format
from camnang.made import workshop
from camnang.made.contents import every_contents
from camnang.made.offer import Offer
from camnang.made.register import Key
from camnang.papers.documents.office_files import current_files
from camnang.pictures.catalogue import shelf

FILM: Final = "mp4"
PRINTED_OR_SHOWN: Final = frozenset({"pdf", "png"})  # what a short run makes
# What a reader calls the pictures of a file format.
WORDS: Final[Mapping[str, str]] = {"pdf": "tờ in", "png": "ảnh", "pptx": "bài trình chiếu", FILM: "phim"}
POSTERS, OFFICE, PACK, COPY = "áp phích", "tệp văn phòng", "gói", "bản mang đi"


@dataclass(frozen=True)
class Standing:
    """What may be offered, and how many things of each kind the handbook wants that do not stand."""

    offer: Offer
    missing: Mapping[str, int]


def word_of(form: Format) -> str:
    """Return what a format's pictures are called."""
    return POSTERS if form.layout == "poster" else WORDS[form.file_format]


def current_offer(session: Session) -> Offer:
    """Return every made file that says what the handbook says now; an old one is never offered."""
    project, handbook, settings = session.project, session.handbook, session.settings
    pictures = workshop.current(shelf(project.drawn), session.picture_jobs)
    office = current_files(project, session.office_jobs)
    packs = current_packs(project, handbook, settings, pictures, office)
    return Offer(pictures, packs, office, current_copies(project, handbook, settings))


def missing_pictures(session: Session, offer: Offer) -> dict[str, int]:
    """Return how many pictures of each kind do not stand."""
    standing: set[Key] = {picture.key for picture in offer.pictures}
    return Counter(word_of(job.format) for job in session.picture_jobs if job.key not in standing)


def standing(session: Session) -> Standing:
    """Look at all shelves, once all is made."""
    offer, handbook = current_offer(session), session.handbook
    wanted = {
        OFFICE: len(session.office_jobs) - len(offer.office),
        PACK: len(every_contents(handbook, offer.pictures)) - len(offer.packs),
        COPY: len(NAMES) * len(handbook.facts.languages) - len(offer.copies),
    }
    counts = {**missing_pictures(session, offer), **wanted}
    return Standing(offer, {word: count for word, count in counts.items() if count > 0})
