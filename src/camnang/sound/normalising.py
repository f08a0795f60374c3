"""Every recording equally loud and small: EBU R 128 in two passes, then MP3."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from camnang.files.faults import Fault, FaultsError
from camnang.files.ffmpeg import FfmpegError, run_well, source
from camnang.sound.measuring import Measured, measure, probe

LOUDNESS, TRUE_PEAK, RANGE = -16.0, -1.5, 11.0  # LUFS, dBTP, LU
TOLERANCE = 1.0  # LU
MOST_LOST = 10.0  # dB that one channel out of two may lose; a voice on one of them loses 6, in both none
KEPT_SILENCE = 0.3  # seconds before the first and after the last sound
SAMPLE_RATE = 44_100  # Hz
BIT_RATE = 64_000  # bit/s, constant
TARGET = f"loudnorm=I={LOUDNESS}:TP={TRUE_PEAK}"
MARGIN = 0.5  # dB kept under the peak, for what the conversion of rates adds
MOST_LIMITERS = 4  # rounding peaks makes a recording softer, so the gain grows; it settles after two
LAME_SCALE = 0.95  # LAME makes constant bit rates of this size softer by that factor (presets.c)
LIMITER_RATE = 176_400  # Hz: peaks between samples are seen
JSON_OBJECT = re.compile(r"\{[^{}]*\}")
MP3 = ("-c:a", "libmp3lame", "-b:a", str(BIT_RATE), "-ac", "1", "-ar", str(SAMPLE_RATE), "-f", "mp3")
# No encoder's name, no date, nothing of the telephone: the same recording gives the same bytes.
PLAIN = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-id3v2_version", "3")


@dataclass(frozen=True)
class Label:
    """What the file says about itself to a player; `language` in three letters, as ID3v2's TLAN wants it."""

    title: str
    language: str


def trimmed(found: Measured) -> str:
    """Return the filters that cut outer silence and mix to one channel."""
    start = max(0.0, found.begins - KEPT_SILENCE)
    end = min(found.seconds, found.ends + KEPT_SILENCE)
    return f"atrim=start={start:.3f}:end={end:.3f},asetpts=PTS-STARTPTS,aformat=channel_layouts=mono"


@dataclass(frozen=True)
class Levels:
    """What the first pass measured: LUFS, dBTP, LU, LUFS and the offset that FFmpeg asks for."""

    loudness: float
    true_peak: float
    range: float
    threshold: float
    offset: float

    @property
    def gain(self) -> float:
        """How many dB bring the recording to the loudness wanted."""
        return LOUDNESS - self.loudness

    @property
    def too_peaky(self) -> bool:
        """Tell whether that gain lifts the peaks over the highest allowed."""
        return self.true_peak + self.gain > TRUE_PEAK


def levels(file: Path, filters: str) -> Levels:
    """Measure a recording behind filters, as `loudnorm` does in its first pass."""
    asked = f"{filters},{TARGET}:LRA={RANGE}:print_format=json"
    text = run_well(*source(file), "-map", "0:a:0", "-af", asked, "-f", "null", "-")
    said = json.loads(JSON_OBJECT.findall(text)[-1])
    keys = ("input_i", "input_tp", "input_lra", "input_thresh", "target_offset")
    return Levels(*(float(said[key]) for key in keys))


def limiter(found: Levels) -> str:
    """Return the filters that round off the peaks which the gain would lift too high.

    Without them `loudnorm` leaves its linear mode, pumps, and a voice close to the telephone ends 1.5 LU too soft.
    """
    ceiling = min(0.0, TRUE_PEAK - MARGIN - found.gain)
    limit = 10 ** (ceiling / 20)
    return (
        f"aresample={LIMITER_RATE},alimiter=limit={limit:.5f}:attack=5:release=50:level=false,aresample={SAMPLE_RATE}"
    )


def prepared(file: Path, cut: str) -> tuple[str, Levels]:
    """Return the filters after which one gain is enough, with what is measured behind them."""
    filters, found = cut, levels(file, cut)
    for _ in range(MOST_LIMITERS):
        if not found.too_peaky:
            break
        filters = f"{cut},{limiter(found)}"
        found = levels(file, filters)
    return filters, found


def second_pass(found: Levels) -> str:
    """Return the filter that applies what the first pass measured; a wide range stays as it was read."""
    widest = min(50.0, max(RANGE, found.range))
    return (
        f"{TARGET}:LRA={widest}:measured_I={found.loudness}:measured_TP={found.true_peak}"
        f":measured_LRA={found.range}:measured_thresh={found.threshold}:offset={found.offset}:linear=true"
    )


def tags(label: Label) -> tuple[str, ...]:
    """Return the arguments that write title and language."""
    return "-metadata", f"title={label.title}", "-metadata", f"language={label.language}"


def loudness_fault(name: str, loudness: float) -> Fault:
    """Say that no gain brings a recording to the loudness wanted."""
    repair = "tiếng lúc quá to lúc quá nhỏ: đọc đều giọng, để điện thoại một chỗ, thu lại"
    expected = f"{LOUDNESS:.0f} ± {TOLERANCE:.0f} LUFS"
    return Fault(
        path=name,
        rule="thu-tieng-nghet",
        found=f"chỉnh xong còn {loudness:.1f} LUFS",
        expected=expected,
        repair=repair,
    )


def cancelling_fault(name: str) -> Fault:
    """Say that two channels, put together, are silent."""
    return Fault(
        path=name,
        rule="thu-tieng-nghet",
        found="hai kênh triệt nhau: trộn thành một kênh thì mất tiếng",
        expected="tiếng còn nguyên khi phát trên loa một kênh",
        repair="thu lại một kênh (mono), bằng ứng dụng ghi âm của điện thoại",
    )


def verify(name: str, file: Path) -> float:
    """Return the seconds of a normalised file; raise `FaultsError` when it is not as loud as it should be."""
    known = probe(file)
    if known is None:
        raise FfmpegError(f"{name}: ffmpeg wrote no sound")
    found = measure(file, known)
    if abs(found.loudness - LOUDNESS) > TOLERANCE:
        raise FaultsError([loudness_fault(name, found.loudness)])
    return found.seconds


def normalise(file: Path, found: Measured, label: Label) -> tuple[bytes, int]:
    """Return a checked recording as MP3 bytes with its whole seconds.

    Mono, 44.1 kHz, 64 kb/s, −16 LUFS. Raise `FaultsError` when the result is not so, `ffmpeg.FfmpegError` when
    FFmpeg fails.
    """
    before, measured = prepared(file, trimmed(found))
    if found.loudness - measured.loudness > MOST_LOST:
        raise FaultsError([cancelling_fault(str(file))])
    filters = f"{before},{second_pass(measured)},aresample={SAMPLE_RATE},volume={1 / LAME_SCALE:.5f}"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "recording.mp3"
        run_well(*source(file), "-map", "0:a:0", "-af", filters, *PLAIN, *tags(label), *MP3, str(target))
        seconds = verify(str(file), target)
        return target.read_bytes(), max(1, round(seconds))
