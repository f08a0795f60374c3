"""From key frames to a film: the filter graph and the arguments that FFmpeg is given.

The film begins when its first frame stands fully and ends just before that frame stands again, so that a player that
repeats it shows no seam.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from camnang.files.ffmpeg import FfmpegError, run_well
from camnang.pictures.drawing.engine import DrawingError
from camnang.pictures.sheets.reading_time import FRAMES_A_SECOND, TOTAL

CROSSING = 8  # pictures of a transition: 0.4 s
RINGING = 6  # pictures of each half of a ring: 1.7 rings a second, far below three flashes
# How a frame takes the place of the one before it (FFmpeg's xfade); names of flags appear in reading direction.
ENTRANCES = {
    "call": "fade",
    "question": "fade",
    "flag": "wiperight",
    "headline": "wipeleft",
    "act": "wiperight",
    "acts": "wipeup",
    "numbers": "wipeup",
}
EXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-threads", "1")
# BT.709 is what screens of this size expect; without the marks some show paler colours.
COLOURS = ("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv")
H264 = ("-c:v", "libx264", "-profile:v", "high", "-preset", "superfast", "-crf", "20", "-pix_fmt", "yuv420p", "-an")
MP4 = (*H264, *COLOURS, "-movflags", "+faststart", *EXACT, "-f", "mp4")
WEBP = ("-c:v", "libwebp_anim", "-quality", "75", "-loop", "0", *EXACT, "-f", "webp")
# The time base comes first: N counts in it, and rounding to another one would lose pictures.
EVEN_PACE = f"settb=1/{FRAMES_A_SECOND},setpts=N"
WEBP_RATE = 10  # pictures a second; pictures that stand are stored once
WEBP_LONGEST = 800  # px


@dataclass(frozen=True)
class Shot:
    """A key frame in the film: how it enters, how many pictures it lasts, which drawn pages it shows in turn."""

    entrance: str
    length: int
    pages: tuple[int, ...]


def shots(kinds: Iterable[str], lengths: Iterable[int]) -> tuple[Shot, ...]:
    """Return the shots of a film; a call is drawn on two pages that alternate."""
    number = itertools.count()
    return tuple(
        Shot(ENTRANCES[kind], length, tuple(next(number) for _ in range(2 if kind == "call" else 1)))
        for kind, length in zip(kinds, lengths, strict=True)
    )


def still(page: int, size: str, pictures: int, label: str) -> str:
    """Return the filters that make one drawn page last."""
    prepared = f"scale={size}:flags=area:out_color_matrix=bt709:out_range=tv,format=yuv420p"
    return f"[{page}:v]{prepared},loop={pictures - 1}:1:0,{EVEN_PACE}[{label}]"


def ringing(pages: tuple[int, ...], size: str, pictures: int, label: str) -> Iterator[str]:
    """Yield the filters that make two drawn pages alternate."""
    names = [f"{label}r{place}" for place in range(len(pages))]
    yield from (still(page, size, RINGING, name) for page, name in zip(pages, names, strict=True))
    turn = "".join(f"[{name}]" for name in names)
    period = RINGING * len(pages)
    yield (
        f"{turn}concat=n={len(pages)},loop=-1:{period}:0,trim=end_frame={pictures},"
        f"{EVEN_PACE},fps={FRAMES_A_SECOND}[{label}]"
    )


def clip(shot: Shot, size: str, pictures: int, label: str) -> Iterator[str]:
    """Yield the filters of one shot."""
    if len(shot.pages) == 1:
        yield still(shot.pages[0], size, pictures, label)
    else:
        yield from ringing(shot.pages, size, pictures, label)


def crossings(film: tuple[Shot, ...]) -> Iterator[str]:
    """Yield the transitions; the last one leads into the beginning."""
    before, end = "c0", 0
    for number, (shot, after) in enumerate(zip(film, (*film[1:], film[0]), strict=True), start=1):
        end += shot.length
        seconds, offset = CROSSING / FRAMES_A_SECOND, (end - CROSSING) / FRAMES_A_SECOND
        yield f"[{before}][c{number}]xfade=transition={after.entrance}:duration={seconds}:offset={offset}[x{number}]"
        before = f"x{number}"


def graph(film: tuple[Shot, ...], size: str, ending: str = "null") -> str:
    """Return FFmpeg's filter graph for a film of `size` («1920:1080»); its output is `[film]`."""
    first, *rest = film
    parts = list(clip(first, size, first.length, "c0"))
    for number, shot in enumerate(rest, start=1):
        parts += clip(shot, size, shot.length + CROSSING, f"c{number}")
    # The closing clip begins like the first one: the same page at the same moment of its ring.
    parts.append(still(first.pages[0], size, CROSSING, f"c{len(film)}"))
    parts += crossings(film)
    return ";".join([*parts, f"[x{len(film)}]trim=end_frame={TOTAL},{ending}[film]"])


def small_size(width: int, height: int) -> tuple[int, int]:
    """Return the size of the animated WebP: its longer side is 800 px, both are even."""
    scale = WEBP_LONGEST / max(width, height)
    return round(width * scale / 2) * 2, round(height * scale / 2) * 2


def encoded(film: tuple[Shot, ...], pages: list[Path], size: str, ending: str, arguments: tuple[str, ...]) -> bytes:
    """Return a film's bytes; raise `DrawingError` with what FFmpeg said."""
    opened = [part for page in pages for part in ("-framerate", str(FRAMES_A_SECOND), "-i", f"file:{page}")]
    target = pages[0].parent / "film"
    filters = ("-filter_complex_threads", "1", "-filter_complex", graph(film, size, ending), "-map", "[film]")
    try:
        run_well("-loglevel", "error", *opened, *filters, *arguments, f"file:{target}")
    except FfmpegError as error:
        raise DrawingError(str(error)) from error
    return target.read_bytes()


def written(pages: list[bytes], folder: Path) -> list[Path]:
    """Write the key frames into a folder for FFmpeg to read."""
    files = [folder / f"{number:02}.png" for number in range(len(pages))]
    for file, page in zip(files, pages, strict=True):
        file.write_bytes(page)
    return files


@dataclass(frozen=True)
class Film:
    """A loop as MP4 and as animated WebP, and small raw pictures of it (RGB, `flashes.SIZE`) to be checked."""

    mp4: bytes
    webp: bytes
    small: bytes


def made(film: tuple[Shot, ...], pages: list[bytes], size: tuple[int, int], small: tuple[int, int]) -> Film:
    """Make a film of `size` px; raise `DrawingError` when FFmpeg fails."""
    width, height = small_size(*size)
    checked = ("-f", "rawvideo", "-pix_fmt", "rgb24")
    with tempfile.TemporaryDirectory() as folder:
        files = written(pages, Path(folder))
        return Film(
            mp4=encoded(film, files, f"{size[0]}:{size[1]}", "null", MP4),
            webp=encoded(film, files, f"{width}:{height}", f"fps={WEBP_RATE}", WEBP),
            small=encoded(film, files, f"{small[0]}:{small[1]}", "null", checked),
        )
