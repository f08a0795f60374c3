"""`trang`: makes what is missing or old, then builds the site beside the old one and swaps them."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace

from camnang.entry import last_run
from camnang.entry.last_run import LastRun
from camnang.handbook.project import Project, read_settings

SITE = "site"
MORE = "Làm nốt: python3 run.py trang --tat-ca"
LOOK = "Xem thử: python3 run.py xem"


def seen_now(project: Project, *, everything: bool) -> LastRun:
    """Return how everything stands before the run: told by sizes and times alone."""
    site = last_run.state_of(project.root / SITE)
    return LastRun(
        last_run.input_state(project, read_settings(project)), last_run.made_state(project), site, everything, ""
    )


def is_untouched(now: LastRun, known: LastRun | None) -> bool:
    """Tell whether the last run left nothing to do; a run that made everything did what a short one does."""
    return (
        known is not None
        and replace(now, everything=known.everything, said=known.said) == known
        and (known.everything or not now.everything)
    )


def counted(counts: Mapping[str, int]) -> str:
    """Return counts as words: «1013 tờ in, 204 ảnh»."""
    return ", ".join(f"{count} {word}" for word, count in sorted(counts.items(), key=lambda pair: -pair[1]))


def print_names(things: Iterable[tuple[str, str]]) -> None:
    """Print everything that was made, a line each."""
    for kind, name in things:
        print(f"  {kind}: {name}")


def run(project: Project, options: argparse.Namespace) -> int:
    """Do what the command line asks; return the exit code."""
    began = time.monotonic()
    now, known = seen_now(project, everything=options.everything), last_run.recorded(project)
    if known is not None and is_untouched(now, known):
        print(f"Không có gì đổi từ lần trước. {known.said}")
        return 0
    said = made_anew(project, options, trusted=known is not None and known.made == now.made)
    after = seen_now(project, everything=options.everything)
    last_run.record(project, replace(after, inputs=now.inputs, said=said))
    print(f"Xong sau {time.monotonic() - began:.0f} giây. {said}")
    return 0


def run_everything(project: Project, options: argparse.Namespace) -> int:
    """Make everything, as what goes to a server must be whole; return the exit code."""
    return run(project, argparse.Namespace(**{**vars(options), "everything": True}))


def made_anew(project: Project, options: argparse.Namespace, *, trusted: bool) -> str:
    """Make everything that is asked for; print what was made, return what stands where."""
    # An unchanged handbook must not wait for these imports.
    from camnang.entry.building import build_site  # noqa: PLC0415
    from camnang.entry.offering import standing  # noqa: PLC0415
    from camnang.entry.progress import by_kind  # noqa: PLC0415
    from camnang.entry.session import Session  # noqa: PLC0415
    from camnang.entry.stages import stages  # noqa: PLC0415
    from camnang.files.faults import raise_if_any  # noqa: PLC0415
    from camnang.made.weight import weight_faults  # noqa: PLC0415

    session = Session(project)
    stages_done = list(stages(session, everything=options.everything, trusted=trusted))
    things = [thing for stage in stages_done for thing in stage.things]
    if options.list:
        print_names(things)
    if things:
        print(f"Mới làm: {by_kind(kind for kind, _ in things)}.")
    stands = standing(session)
    raise_if_any(weight_faults(stands.offer))
    build_site(session, stands.offer)
    lacking = f"Chưa có trên trang: {counted(stands.missing)}. {MORE}." if stands.missing else ""
    return " ".join(part for part in (f"Trang ở {SITE}/, áp phích ở {SITE}/tai-ve/. {LOOK}.", lacking) if part)
