from __future__ import annotations

from pathlib import Path

import pytest

from camnang.files.ffmpeg import run_well
from camnang.made.pictures import Picture
from camnang.pictures.quality.films import film_faults

PICTURE = "testsrc=size=160x90:rate=5"


def film(target: Path, seconds: float = 15, *options: str) -> Path:
    run_well("-f", "lavfi", "-i", f"{PICTURE}:duration={seconds}", *options, "-pix_fmt", "yuv420p", str(target))
    return target


def told(file: Path, width: int = 160) -> list[str]:
    names = dict.fromkeys(("path", "page", "language", "format", "sha256", "reviewed", "fingerprint"), "")
    row = Picture(**names, role="main", pages=1, width=width, height=90, bytes=0)
    return [fault.found for fault in film_faults("a.mp4", row, file)]


def test_a_silent_loop_of_15_seconds_has_no_faults(tmp_path: Path) -> None:
    assert told(film(tmp_path / "a.mp4", 15, "-c:v", "libx264")) == []


def test_length_and_size_are_told(tmp_path: Path) -> None:
    assert told(film(tmp_path / "a.mp4", 12, "-c:v", "libx264"), 1920) == ["160 × 90 px", "dài 12.0 giây"]


def test_sound_and_another_codec_are_told(tmp_path: Path) -> None:
    sound = ("-f", "lavfi", "-i", "sine=duration=15", "-shortest")
    assert told(film(tmp_path / "a.mp4", 15, *sound, "-c:v", "libx264")) == ["phim có tiếng"]
    assert told(film(tmp_path / "b.mp4", 15, "-c:v", "mpeg4")) == ["mã mpeg4"]


@pytest.mark.parametrize("kept", [0, 0.5])
def test_a_broken_film_is_told(tmp_path: Path, kept: float) -> None:
    whole = film(tmp_path / "a.mp4", 15, "-c:v", "libx264").read_bytes()
    (tmp_path / "b.mp4").write_bytes(whole[: int(kept * len(whole))])
    assert told(tmp_path / "b.mp4") == ["phim không chạy được đến hết"]
