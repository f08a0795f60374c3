"""Vẽ áp phích (PDF) và ảnh (PNG, WebP) từ các trang của cẩm nang vào build/tai-ve/."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from camnang.files.faults import FaultsError
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.made.pictures import Picture, read_manifest
from camnang.made.workshop import Plan
from camnang.pictures import last_run
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.drawing.engine import DrawingError
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import Selection, jobs
from camnang.pictures.partner import Partner, read_partner
from camnang.pictures.shards import WHOLE, Shard, merge, shard

CONSOLE = Console(stderr=True, highlight=False, markup=False)


def part(text: str) -> Shard:
    """Read a part of the command line."""
    try:
        return shard(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» không phải phần dạng 2/3") from error


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--page", action="append", default=[], metavar="MÃ", help="chỉ trang này (dùng được nhiều lần)"
    )
    parser.add_argument("--language", action="append", default=[], metavar="MÃ", help="chỉ tiếng này, ví dụ tyz")
    parser.add_argument("--format", action="append", default=[], metavar="MÃ", help="chỉ cỡ này, ví dụ ap-phich-a3")
    parser.add_argument("--deck", action="append", default=[], metavar="MÃ", help="chỉ bộ trình chiếu này")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="SỐ", help="số tiến trình vẽ cùng lúc"
    )
    parser.add_argument("--without-motion", action="store_true", help="không làm phim 15 giây (lâu nhất)")
    parser.add_argument("--list", action="store_true", help="liệt kê mọi hình rồi thôi")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--debug", action="store_true", help="vẽ khung và tên từng khối, vào build/tai-ve-debug/")
    where.add_argument(
        "--partner", type=Path, metavar="TỆP", help="thêm tên, logo của đơn vị mình (name, logo), vào build/doi-tac/"
    )
    parser.add_argument("--check", action="store_true", help="không vẽ; thoát với mã 1 nếu có hình đã cũ")
    parser.add_argument(
        "--shard",
        type=shard,
        default=Shard(),
        metavar="I/N",
        help="chỉ vẽ phần thứ I trong N phần, để chia cho N máy",
    )
    parser.add_argument(
        "--merge", type=Path, nargs="+", metavar="THƯ_MỤC", help="không vẽ; gộp thư mục tai-ve của mọi phần"
    )
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    return parser.parse_args(given)


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
        raise SystemExit("--without-motion bỏ hết các cỡ đã chọn; bỏ cờ ấy, hoặc chọn cỡ không phải phim")
    return frozenset((asked or still) & still)


def selection(options: argparse.Namespace, every: list[Job]) -> Selection:
    """Return what the command line selects; exit with a sentence when a name does not exist."""
    pages, languages, formats, decks = (set(names) for names in zip(*(job.key for job in every), strict=True))
    wrong = [
        *unknown("trang", options.page, pages),
        *unknown("tiếng", options.language, languages),
        *unknown("cỡ", options.format, formats),
        *unknown("bộ trình chiếu", options.deck, decks - {""}),
    ]
    if wrong:
        raise SystemExit("\n".join(wrong))
    return Selection(
        pages=frozenset(options.page),
        languages=frozenset(options.language),
        formats=wanted_formats(options, every),
        variants=frozenset(options.deck),
        shard=options.shard,
    )


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[Job], None]]:
    """Show how many pictures are drawn; yield the function that counts one."""
    columns = (
        TextColumn("Vẽ"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=CONSOLE) as bar:
        task = bar.add_task("", total=total)
        yield lambda job: bar.update(task, advance=1, description=job.stem)


def check(work: Plan[Job, Picture]) -> int:
    """Print what is out of date; return the exit code."""
    for job in work.to_make:
        print(f"cũ hoặc thiếu: {job.stem} ({job.format.name['vi']})")
    for picture in work.dropped:
        print(f"thừa: {picture.path}")
    if work.is_current:
        print("Mọi hình đều mới.")
        return 0
    print("Sửa: chạy python scripts/build_infographics.py")
    return 1


def draw(project: Project, work: Plan[Job, Picture], options: argparse.Namespace) -> int:
    """Draw with a progress bar; return the exit code."""
    if work.to_make:
        with progress_bar(len(work.to_make)) as count:
            carry_out(project, work, processes=options.jobs, debug=options.debug, progress=count)
    else:
        carry_out(project, work)
    kept = len({picture.key for picture in work.kept})
    print(f"Đã vẽ {len(work.to_make)} hình, giữ {kept} hình, trong {project.relative(work.shelf.folder)}/")
    return 0


def draws_everything(options: argparse.Namespace) -> bool:
    """Tell whether the command line asks for all pictures, or all but the films, and nothing else."""
    named = options.page or options.language or options.format or options.deck
    narrowed = named or options.shard != WHOLE
    return not (narrowed or options.list or options.debug or options.check or options.merge or options.partner)


def put_together(project: Project, every: list[Job], options: argparse.Namespace) -> int:
    """Merge the parts' folders; return the exit code."""
    files = merge(options.merge, project.drawn, {job.key: job.fingerprint for job in every})
    print(f"Đã gộp {files} tệp vào {project.relative(project.drawn)}/")
    return 0


def folder_of(project: Project, options: argparse.Namespace, partner: Partner | None) -> Path:
    """Return where the pictures go; a partner's never mix with the handbook's own."""
    if partner:
        return project.co_branded(partner.slug)
    return project.drawn_with_boxes if options.debug else project.drawn


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
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
    handbook: Handbook = read_handbook(project)
    partner = read_partner(options.partner, project.design) if options.partner else None
    every = list(jobs(handbook, settings, project.design, partner))
    if not every:
        print("Chưa có trang nào để vẽ.")
        return 0
    if options.merge:
        return put_together(project, every, options)
    chosen = replace(selection(options, every), partner=partner)
    if options.list:
        for job in every:
            if chosen.wants(job.page, job.format, job.variant):
                print(f"{job.stem}.{job.format.file_format}\t{job.format.name['vi']}\t{job.format.dimensions}")
        return 0
    work = plan(project, handbook, settings, chosen, folder_of(project, options, partner))
    return check(work) if options.check else draw(project, work, options)


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with file, line and repair."""
    options = arguments(given)
    try:
        return run(Project(options.root), options)
    except FaultsError as error:
        CONSOLE.print(str(error))
    except DrawingError as error:
        CONSOLE.print(f"Không vẽ được:\n{error}\nKhông tệp nào bị đổi.")
    except OSError as error:
        CONSOLE.print(f"Không ghi được: {error}. Không tệp nào bị đổi.")
    except KeyboardInterrupt:
        CONSOLE.print("Đã dừng. Không tệp nào bị đổi.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
