"""`ve`: draws what changed into `build/tai-ve/`, lists it, says what is old, merges the parts of several machines."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from camnang.entry.commands.verb import WrongCallError
from camnang.entry.offering import word_of
from camnang.entry.progress import by_kind, progress
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.pictures import Picture
from camnang.made.workshop import Plan
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.partner import Partner, read_partner
from camnang.pictures.shards import WHOLE, Shard, merge, shard

REPAIR = "Sửa: chạy python3 run.py ve"


def part(text: str | None) -> Shard:
    """Read a part of the command line; raise `WrongCallError` when it is none."""
    try:
        return shard(text) if text else WHOLE
    except ValueError as error:
        raise WrongCallError(f"--phan: «{text}» không phải phần dạng 2/3.") from error


def unknown(kind: str, wanted: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return a sentence for each wanted name that does not exist."""
    listed = ", ".join(sorted(set(known)))
    return [f"không có {kind} «{name}»; hiện có: {listed}" for name in wanted if name not in set(known)]


def wanted_formats(options: argparse.Namespace, every: list[Job]) -> frozenset[str]:
    """Return the ids of the formats asked for, none for all; without films where that is asked."""
    asked = frozenset(options.format)
    if not options.without_motion:
        return asked
    still = {job.format.id for job in every if job.format.file_format != "mp4"}
    if not (asked or still) & still:
        raise WrongCallError("--khong-phim bỏ hết các cỡ đã chọn; bỏ cờ ấy, hoặc chọn cỡ không phải phim")
    return frozenset((asked or still) & still)


def selection(options: argparse.Namespace, every: list[Job]) -> Selection:
    """Return what the command line selects; raise `WrongCallError` when a name does not exist."""
    pages, languages, formats, decks = (set(names) for names in zip(*(job.key for job in every), strict=True))
    wrong = [
        *unknown("trang", options.page, pages),
        *unknown("tiếng", options.language, languages),
        *unknown("cỡ", options.format, formats),
        *unknown("bộ trình chiếu", options.deck, decks - {""}),
    ]
    if wrong:
        raise WrongCallError("\n".join(wrong))
    return Selection(
        pages=frozenset(options.page),
        languages=frozenset(options.language),
        formats=wanted_formats(options, every),
        variants=frozenset(options.deck),
        shard=part(options.shard),
    )


def check(work: Plan[Job, Picture]) -> int:
    """Print what is out of date; return the exit code."""
    for job in work.to_make:
        print(f"cũ hoặc thiếu: {job.stem} ({job.format.name['vi']})")
    for picture in work.dropped:
        print(f"thừa: {picture.path}")
    print("Mọi hình đều mới." if work.is_current else REPAIR)
    return 0 if work.is_current else 1


def draw(project: Project, work: Plan[Job, Picture], options: argparse.Namespace) -> int:
    """Draw and say how far it is; return the exit code."""
    with progress("Vẽ", len(work.to_make)) as tick:
        carry_out(project, work, processes=options.jobs, debug=options.debug, progress=lambda job: tick(job.stem))
    kept = len({picture.key for picture in work.kept})
    print(f"Đã vẽ {len(work.to_make)} hình, giữ {kept} hình, trong {project.relative(work.shelf.folder)}/")
    if work.to_make:
        print(f"Mới vẽ: {by_kind(word_of(job.format) for job in work.to_make)}.")
    return 0


def put_together(project: Project, every: list[Job], options: argparse.Namespace) -> int:
    """Merge the parts' folders; return the exit code."""
    files = merge(options.merge, project.drawn, {job.key: job.fingerprint for job in every})
    print(f"Đã gộp {files} tệp vào {project.relative(project.drawn)}/")
    return 0


def listed(every: list[Job], chosen: Selection) -> int:
    """Print each selected picture with its format and size; return the exit code."""
    for job in every:
        if chosen.wants(job.page, job.format, job.variant):
            print(f"{job.stem}.{job.format.file_format}\t{job.format.name['vi']}\t{job.format.dimensions}")
    return 0


def folder_of(project: Project, options: argparse.Namespace, partner: Partner | None) -> Path:
    """Return where the pictures go; a partner's never mix with the handbook's own."""
    if partner:
        return project.co_branded(partner.slug)
    return project.drawn_with_boxes if options.debug else project.drawn


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    if options.debug and options.partner:
        raise WrongCallError("--khung và --doi-tac không đi cùng nhau; bỏ một trong hai.")
    settings, handbook = read_settings(project), read_handbook(project)
    partner = read_partner(options.partner, project.design) if options.partner else None
    every = list(jobs(handbook, settings, project.design, partner))
    if not every:
        print("Chưa có trang nào để vẽ.")
        return 0
    if options.merge:
        return put_together(project, every, options)
    chosen = replace(selection(options, every), partner=partner)
    if options.list:
        return listed(every, chosen)
    work = plan(project, handbook, settings, chosen, folder_of(project, options, partner))
    return check(work) if options.check else draw(project, work, options)
