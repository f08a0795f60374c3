"""`ve`: draws what changed into `build/tai-ve/`, lists it, says what is old, merges the parts of several machines."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from camnang.entry.commands.verb import WrongCallError
from camnang.entry.progress import by_kind, progress
from camnang.handbook.facts.formats import Format
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.made.pictures import read_manifest
from camnang.pictures import last_run
from camnang.pictures.catalogue import Plan, carry_out, plan
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.partner import Partner, read_partner
from camnang.pictures.shards import WHOLE, Shard, merge, shard

KINDS = {"pdf": "tờ in", "png": "ảnh", "mp4": "phim", "pptx": "bài trình chiếu"}
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


def kind(form: Format) -> str:
    """Return what people call pictures of this format."""
    return "áp phích" if form.layout == "poster" else KINDS[form.file_format]


def check(work: Plan) -> int:
    """Print what is out of date; return the exit code."""
    for job in work.to_draw:
        print(f"cũ hoặc thiếu: {job.stem} ({job.format.name['vi']})")
    for picture in work.dropped:
        print(f"thừa: {picture.path}")
    print("Mọi hình đều mới." if work.is_current else REPAIR)
    return 0 if work.is_current else 1


def draw(project: Project, work: Plan, options: argparse.Namespace) -> int:
    """Draw and say how far it is; return the exit code."""
    with progress("Vẽ", len(work.to_draw)) as tick:
        carry_out(project, work, processes=options.jobs, debug=options.debug, progress=lambda job: tick(job.stem))
    kept = len({picture.key for picture in work.kept})
    print(f"Đã vẽ {len(work.to_draw)} hình, giữ {kept} hình, trong {project.relative(work.folder)}/")
    if work.to_draw:
        print(f"Mới vẽ: {by_kind(kind(job.format) for job in work.to_draw)}.")
    return 0


def draws_everything(options: argparse.Namespace) -> bool:
    """Tell whether the command line asks for all pictures, or all but the films, and nothing else."""
    named = options.page or options.language or options.format or options.deck
    narrowed = named or part(options.shard) != WHOLE
    return not (narrowed or options.list or options.debug or options.check or options.merge or options.partner)


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
    settings: Settings = read_settings(project)
    inputs = last_run.input_state(project, settings, motion=not options.without_motion)
    known = last_run.recorded(project.drawn, inputs) if draws_everything(options) else None
    if known is not None:
        print(f"Đã vẽ 0 hình, giữ {known} hình, trong {project.relative(project.drawn)}/")
        return 0
    code = run_on_pages(project, settings, options)
    if code == 0 and draws_everything(options) and project.drawn.is_dir():
        last_run.record(project.drawn, inputs, len({picture.key for picture in read_manifest(project.drawn)}))
    return code


def run_on_pages(project: Project, settings: Settings, options: argparse.Namespace) -> int:
    """Read all pages and do what the command line asks; return the exit code."""
    handbook = read_handbook(project)
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
