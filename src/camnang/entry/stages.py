"""The stages of a run, one after the other on one reading of the handbook; each makes what is missing or old."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from camnang.bundles.copies.copies import CopyJob, built_site, make_copies
from camnang.bundles.copies.copies import plan as plan_copies
from camnang.bundles.packs.catalogue import make_packs, plan_packs
from camnang.entry.offering import COPY, OFFICE, PACK, PRINTED_OR_SHOWN, word_of
from camnang.entry.progress import progress
from camnang.entry.session import Session
from camnang.made.copies import Copy
from camnang.made.register import has_its_size, is_whole
from camnang.made.workshop import Plan
from camnang.papers.documents.office_files import current_files, make_files
from camnang.papers.documents.office_files import plan as plan_office
from camnang.pictures.catalogue import carry_out, plan_of
from camnang.pictures.jobs import Selection

TITLES: Final = {OFFICE: "Tệp văn phòng", PACK: "Đóng gói", COPY: "Bản mang đi"}


@dataclass(frozen=True)
class Made:
    """What a stage did: each thing that it made, as its kind and its name, and how many stood already."""

    things: tuple[tuple[str, str], ...] = ()
    kept: int = 0


def first_formats(session: Session) -> frozenset[str]:
    """Return the ids of the formats that people print and pages show: neither films nor slides to edit."""
    return frozenset(form.id for form in session.handbook.facts.formats if form.file_format in PRINTED_OR_SHOWN)


def done(work: Plan[Any, Any], kinds: Iterable[str]) -> Made:
    """Return what a stage that carried out `work` did; `kinds` of its products in their order."""
    names = ("-".join(product.key) for product in work.to_make)
    return Made(tuple(zip(kinds, names, strict=True)), len({row.key for row in work.kept}))


def draw(session: Session, *, everything: bool, trusted: bool) -> Made:
    """Draw what is missing or old; with `trusted` files count as whole that have their size."""
    selection = Selection() if everything else Selection(formats=first_formats(session))
    good = has_its_size if trusted else is_whole
    work = plan_of(session.picture_jobs, selection, session.project.drawn, good)
    with progress("Vẽ", len(work.to_make)) as tick:
        carry_out(session.project, work, processes=os.cpu_count() or 1, progress=lambda job: tick(job.stem))
    return done(work, (word_of(job.format) for job in work.to_make))


def write_office(session: Session) -> Made:
    """Make the Word files, workbooks and calendars that are missing or old."""
    work = plan_office(session.project, session.office_jobs)
    with progress(TITLES[OFFICE], len(work.to_make)) as tick:
        make_files(work, lambda job: tick(job.path))
    return done(work, (OFFICE for _ in work.to_make))


def pack(session: Session) -> Made:
    """Make the packs for places that are missing or old."""
    work = plan_packs(
        session.project, session.handbook, session.settings, current_files(session.project, session.office_jobs)
    )
    with progress(TITLES[PACK], len(work.to_make)) as tick:
        make_packs(session.project, session.handbook, work, lambda job: tick(job.path))
    return done(work, (PACK for _ in work.to_make))


def copy(session: Session) -> Made:
    """Make the copies for sticks and Kiwix that are missing or old."""
    return copy_as_planned(session, plan_copies(session.project, session.handbook, session.settings))


def copy_as_planned(session: Session, work: Plan[CopyJob, Copy]) -> Made:
    """Make the copies of a plan."""
    if not work.is_current:
        with (
            built_site(session.project, session.handbook, session.settings) as built,
            progress("Bản mang đi", len(work.to_make)) as tick,
        ):
            make_copies(work, session.handbook, session.settings, built, lambda job: tick(job.path))
    return done(work, (COPY for _ in work.to_make))


def stages(session: Session, *, everything: bool, trusted: bool) -> Iterator[Made]:
    """Carry out the stages before the site: what pages show and people print, and with `everything` all the rest."""
    yield draw(session, everything=everything, trusted=trusted)
    if everything:
        yield write_office(session)
        yield pack(session)
        yield copy(session)
