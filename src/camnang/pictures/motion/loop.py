"""A page's loop: its key frames drawn, timed, joined and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from camnang.pictures.drawing import engine
from camnang.pictures.drawing.job import Job
from camnang.pictures.motion import film, flashes
from camnang.pictures.sheets.frames import Frame
from camnang.pictures.sheets.loops import LoopSheet
from camnang.pictures.sheets.reading_time import lengths, missing_words
from camnang.pictures.sheets.values import as_kind

WEBP_KILOBYTES = 2000


@dataclass(frozen=True)
class Loop:
    """A loop's files: MP4, animated WebP with its size in px, and the PNG that stands for it in lists."""

    mp4: bytes
    webp: bytes
    webp_size: tuple[int, int]
    poster: bytes


def check_reading(frames: tuple[Frame, ...]) -> None:
    """Raise `FitError` when the words cannot be read in time: the longest text is the one to cut."""
    over = missing_words(tuple(frame.words for frame in frames))
    if over:
        longest = max((text for frame in frames for text in frame.reads), key=len)
        letters = len(longest) / max(1, len(longest.split()))
        raise engine.FitError("motion", longest, round(over * letters))


def check_film(made: film.Film, job: Job) -> None:
    """Raise `DrawingError` when a film flashes or its WebP is too heavy for a phone."""
    seen = flashes.flashes(made.small)
    if seen > flashes.MOST:
        raise engine.DrawingError(f"{job.stem}: {seen} lần nháy trong một giây, nhiều nhất {flashes.MOST}")
    if len(made.webp) > WEBP_KILOBYTES * 1000:
        raise engine.DrawingError(f"{job.stem}.webp: {len(made.webp) // 1000} KB, nhiều nhất {WEBP_KILOBYTES} KB")


def draw_loop(job: Job, design: Path, debug: bool) -> Loop:
    """Draw a page's loop; raise `FitError` or `DrawingError`."""
    frames = as_kind(job.content, LoopSheet).frames
    check_reading(frames)
    pages = engine.draw_pages(design, job.format, job.data, engine.POINTS_PER_INCH, debug)
    cut = film.shots((frame.kind for frame in frames), lengths(tuple(frame.words for frame in frames)))
    made = film.made(cut, pages, job.format.size, flashes.SIZE)
    check_film(made, job)
    message = next(shot.pages[0] for shot, frame in zip(cut, frames, strict=True) if frame.kind == "headline")
    return Loop(made.mp4, made.webp, film.small_size(*job.format.size), pages[message])
