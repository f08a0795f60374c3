from __future__ import annotations

import re
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.files.ffmpeg import run_well
from camnang.sound.checking import checked
from camnang.sound.measuring import Measured, measure, probe
from camnang.sound.normalising import BIT_RATE, Label, normalise
from tests.sound.conftest import Tone

LABEL = Label("Người lạ gọi, xưng công an", "vie")
# Soft and loud, one channel and two, 22 and 48 kHz, with peaks that one gain alone would lift over the top.
SOUNDS = {
    "soft": ("sine=440:d=28:r=48000", "tremolo=f=3"),
    "loud": ("sine=440:d=28:r=22050", "volume=16dB,tremolo=f=3"),
    "stereo": ("sine=440:d=28:r=44100", "volume=6dB,tremolo=f=3,aformat=channel_layouts=stereo"),
    "peaky": ("sine=300:d=28:r=44100", "volume='if(lt(mod(t,1),0.02),7,0.7)':eval=frame"),
}


def written(content: bytes, folder: Path) -> Path:
    file = folder / "made.mp3"
    file.write_bytes(content)
    return file


def measured(file: Path) -> Measured:
    known = probe(file)
    assert known is not None
    return measure(file, known)


def hold_to_the_norm(content: bytes, folder: Path) -> Measured:
    file = written(content, folder)
    found = measured(file)
    assert found.loudness == pytest.approx(-16, abs=1), f"{found.loudness} LUFS"
    assert found.peak < 0, f"{found.peak} dBFS"
    assert (found.probe.codec, found.probe.channels, found.probe.sample_rate) == ("mp3", 1, 44_100)
    assert len(content) * 8 / found.seconds <= BIT_RATE * 1.02, "64 kb/s and a small header"
    assert found.begins == pytest.approx(0.3, abs=0.15)
    assert found.seconds - found.ends == pytest.approx(0.3, abs=0.15)
    return found


@pytest.mark.parametrize("name", SOUNDS)
def test_every_recording_is_equally_loud_and_small(tone: Tone, tmp_path: Path, name: str) -> None:
    file = tone(f"{name}.wav", *SOUNDS[name])
    content, seconds = normalise(file, measured(file), LABEL)
    found = hold_to_the_norm(content, tmp_path)
    assert seconds == round(found.seconds)


def test_real_words_are_equally_loud_and_small(speech: Path, tmp_path: Path) -> None:
    content, _ = normalise(speech, checked(speech, None), LABEL)
    hold_to_the_norm(content, tmp_path)


def test_the_same_recording_gives_the_same_bytes(speech: Path) -> None:
    found = measured(speech)
    assert normalise(speech, found, LABEL) == normalise(speech, found, LABEL)


def test_a_player_is_told_title_and_language_and_nothing_of_the_telephone(tone: Tone, tmp_path: Path) -> None:
    file = tone("tagged.wav", "sine=440:d=28", "volume=6dB,tremolo=f=3")
    tagged = tmp_path / "tagged.m4a"
    tags = ("-metadata", "artist=Ai Đó", "-metadata", "date=2026", "-metadata", "comment=máy")
    run_well("-i", str(file), *tags, str(tagged))
    content, _ = normalise(tagged, measured(tagged), LABEL)
    said = run_well("-i", str(written(content, tmp_path)), "-f", "ffmetadata", str(tmp_path / "tags.txt"))
    tags_read = (tmp_path / "tags.txt").read_text(encoding="utf-8")
    assert f"title={LABEL.title}" in tags_read, said
    assert "language=vie" in tags_read
    keys = set(re.findall(r"^(\w+)=", tags_read, re.MULTILINE)) - {"encoder"}  # the reading FFmpeg names itself
    assert keys == {"title", "language"}, tags_read
    assert b"Lavf6" not in content
    assert b"Lavc6" not in content


def test_two_channels_that_cancel_each_other_are_refused(tone: Tone) -> None:
    file = tone("cancel.wav", "sine=440:d=28:r=44100", "volume=6dB,tremolo=f=3,pan=stereo|c0=c0|c1=-1*c0")
    with pytest.raises(FaultsError, match="triệt nhau"):
        normalise(file, measured(file), LABEL)
