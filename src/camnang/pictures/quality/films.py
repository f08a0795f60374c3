"""Loops: that they play from end to end, without sound, as large and as long as they should be."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

from camnang.files.faults import Fault
from camnang.made.pictures import Picture

SECONDS = 15.0
TOLERANCE = 0.2  # s
PATIENCE = 120  # s
REPAIR = "vẽ lại: python3 run.py ve"
VIDEO = re.compile(r"Stream #\S+: Video: (\w+).*?, (\d{2,5})x(\d{2,5})", re.DOTALL)
AUDIO = re.compile(r"Stream #\S+: Audio:")
TIME = re.compile(r"time=(\d+):(\d+):(\d+\.\d+)")


@dataclass(frozen=True)
class Film:
    """What was seen when a film was played; `seconds` were really decoded."""

    played: bool
    codec: str
    width: int
    height: int
    seconds: float
    has_sound: bool


def play(file: Path) -> Film:
    """Decode every frame of a film and keep none."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-xerror", "-i", f"file:{file}"]
    options = ["-map", "0:v:0", "-f", "null", "-"]
    # the packaged FFmpeg
    done = subprocess.run([*command, *options], capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    said = done.stderr.decode("utf-8", "replace")
    video = VIDEO.search(said)
    hours, minutes, seconds = (float(part) for part in (TIME.findall(said) or [(0, 0, 0)])[-1])
    return Film(
        played=done.returncode == 0,
        codec=video[1] if video else "",
        width=int(video[2]) if video else 0,
        height=int(video[3]) if video else 0,
        seconds=3600 * hours + 60 * minutes + seconds,
        has_sound=AUDIO.search(said) is not None,
    )


def film_faults(path: str, row: Picture, file: Path) -> Iterator[Fault]:
    """Yield every fault of an MP4."""
    film = play(file)
    if not film.played:
        yield Fault(
            path=path,
            rule="hinh-hong",
            found="phim không chạy được đến hết",
            expected="phim chạy được",
            repair=REPAIR,
        )
        return
    if film.codec != "h264":
        yield Fault(
            path=path,
            rule="hinh-sai-co",
            found=f"mã {film.codec}",
            expected="mã h264, máy nào cũng chạy được",
            repair=REPAIR,
        )
    if (film.width, film.height) != (row.width, row.height):
        yield Fault(
            path=path,
            rule="hinh-sai-co",
            found=f"{film.width} × {film.height} px",
            expected=f"{row.width} × {row.height} px",
            repair=REPAIR,
        )
    if abs(film.seconds - SECONDS) > TOLERANCE:
        yield Fault(
            path=path,
            rule="hinh-sai-co",
            found=f"dài {film.seconds:.1f} giây",
            expected=f"{SECONDS:g} giây",
            repair=REPAIR,
        )
    if film.has_sound:
        yield Fault(path=path, rule="hinh-sai-co", found="phim có tiếng", expected="phim câm", repair=REPAIR)
