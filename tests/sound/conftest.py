"""Sounds made by FFmpeg and by a speech synthesiser: for tests only, never published."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from camnang.files.ffmpeg import run_well
from camnang.handbook.facts.recordings import RecordingName
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.handbook.spoken.script import script_of
from camnang.sound.recordings import Reading

settings.register_profile("sound", deadline=None)
settings.load_profile("sound")

SCAM_FOLDER = "thu-doan/goi-la"
DAY = datetime.date(2026, 11, 20)
TODAY = datetime.date(2026, 11, 24)
Tone = Callable[..., Path]


@pytest.fixture(scope="session")
def tone(tmp_path_factory: pytest.TempPathFactory) -> Tone:
    """Make a sound file: a lavfi source, filters behind it, a second of silence around it unless `bare`."""
    folder = tmp_path_factory.mktemp("tones")

    def make(name: str, source: str, filters: str = "anull", bare: bool = False) -> Path:
        file = folder / name
        around = "" if bare else ",adelay=1000:all=1,apad=pad_dur=1"
        run_well("-f", "lavfi", "-i", source, "-af", f"{filters}{around}", "-fflags", "+bitexact", str(file))
        return file

    return make


def say(text: str, code: str, file: Path, speed: int) -> None:
    """Speak Vietnamese letters into a WAV file, with a second of silence around them."""
    if shutil.which("espeak-ng") is None:
        pytest.fail("no espeak-ng: run `python3 run.py thu`, or install the package espeak-ng")
    bare = file.with_suffix(".bare.wav")
    subprocess.run(["espeak-ng", "-v", code, "-s", str(speed), "-w", str(bare), text], check=True)
    run_well("-i", str(bare), "-af", "volume=-9dB,adelay=1000:all=1,apad=pad_dur=1", str(file))


@pytest.fixture(scope="session")
def speech(tmp_path_factory: pytest.TempPathFactory, shared_project: Project) -> Path:
    """The half-minute script of the fixture's scam page, spoken by a machine."""
    handbook = read_handbook(shared_project)
    script = script_of(handbook.pages[SCAM_FOLDER, "vi"], handbook, "loa-30")
    assert script is not None, "the fixture's scam page is long enough to be read aloud"
    file = tmp_path_factory.mktemp("speech") / "loa-30.vi.wav"
    say(" ".join(script.sentences), "vi", file, 120)
    return file


def reading(
    project: Project, file: Path, code: str = "vi", name: RecordingName = "loa-30", **changes: object
) -> Reading:
    """Return a reading handed in for the fixture's scam page, agreed to."""
    page = read_handbook(project).pages[SCAM_FOLDER, code]
    given: dict[str, object] = {"speaker": "Bà Thử", "date": DAY, "consent": True, "replaces": False, **changes}
    return Reading(file=file, page=page, name=name, **given)  # type: ignore[arg-type]
