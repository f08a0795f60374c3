"""FFmpeg as a program, from the package imageio-ffmpeg: what it says on its error stream is all that is read."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

# Containers of telephones and recorders. A playlist or a list of files renamed .mp3 must not open other files.
READABLE = "wav,w64,aiff,caf,mp3,aac,mov,mp4,m4a,3gp,ogg,flac,amr,matroska,webm"
PATIENCE = 300  # seconds; ten minutes of sound take two


@dataclass(frozen=True)
class Said:
    """What FFmpeg said, and whether it ended well."""

    well: bool
    text: str


class FfmpegError(Exception):
    """FFmpeg stopped where it should not; the message is its own."""


def source(file: Path) -> tuple[str, ...]:
    """Return the arguments that open a file and nothing else."""
    return "-protocol_whitelist", "file,pipe", "-format_whitelist", READABLE, "-i", f"file:{file}"


def run(*arguments: str) -> Said:
    """Run FFmpeg; raise `FfmpegError` when it does not end."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-y", *arguments]
    try:
        # the packaged FFmpeg
        done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise FfmpegError(f"ffmpeg: {PATIENCE} s") from error
    return Said(done.returncode == 0, done.stderr.decode("utf-8", "replace"))


def run_well(*arguments: str) -> str:
    """Run FFmpeg and return what it said; raise `FfmpegError` when it failed."""
    said = run(*arguments)
    if not said.well:
        raise FfmpegError(said.text.strip())
    return said.text
