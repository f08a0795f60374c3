"""What a sound file is and how it sounds: length, channels, level, silences."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from camnang.files.ffmpeg import run, run_well, source

LONGEST_SECONDS = 600  # nothing longer is decoded
AUDIO = re.compile(r"Stream #\d+:\d+.*?: Audio: (\w+).*?, (\d+) Hz, ([^,\n]+)")
VIDEO = re.compile(r"Stream #\d+:\d+.*?: Video: (?!.*\(attached pic\))")
DURATION = re.compile(r"Duration: (\d+):(\d+):(\d+(?:\.\d+)?)")
SILENCE_START = re.compile(r"silence_start: (-?[\d.]+)")
SILENCE_END = re.compile(r"silence_end: ([\d.]+)")
# The layouts that FFmpeg calls by a word (libavutil/channel_layout.c); all others are figures, «5.1» or «6 channels».
CHANNELS = {
    "mono": 1,
    "stereo": 2,
    "downmix": 2,
    "binaural": 2,
    "quad": 4,
    "hexagonal": 6,
    "octagonal": 8,
    "cube": 8,
    "hexadecagonal": 16,
}
SAMPLES_16_BIT = "aformat=sample_fmts=s16"  # a lossy file may pass full scale; so every sample there counts as cut
LEVELS = "astats=measure_perchannel=none:measure_overall=Peak_level+Peak_count+Number_of_samples"
LOUDNESS = "ebur128=framelog=quiet"  # EBU R 128, ITU-R BS.1770
QUIETER_THAN_SPEECH = 22  # dB under the integrated loudness: a pause, not a soft syllable
SHORTEST_SILENCE = 0.2  # seconds


@dataclass(frozen=True)
class Probe:
    """What a file says about itself; `seconds` is None where it does not say."""

    codec: str
    sample_rate: int
    channels: int
    has_video: bool
    seconds: float | None


@dataclass(frozen=True)
class Measured:
    """A decoded file: seconds, LUFS, dBFS; `peak_count` samples stand at the peak; silences as (start, end)."""

    probe: Probe
    seconds: float
    loudness: float
    peak: float
    peak_count: float
    silences: tuple[tuple[float, float], ...]

    @property
    def begins(self) -> float:
        """Where the first sound is, in seconds."""
        first = self.silences[0] if self.silences else (1.0, 1.0)
        return first[1] if first[0] <= SHORTEST_SILENCE / 2 else 0.0

    @property
    def ends(self) -> float:
        """Where the last sound is, in seconds."""
        last = self.silences[-1] if self.silences else (0.0, 0.0)
        return last[0] if last[1] >= self.seconds - SHORTEST_SILENCE / 2 else self.seconds

    @property
    def spoken_seconds(self) -> float:
        """From the first sound to the last."""
        return max(0.0, self.ends - self.begins)

    @property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """The silences between the first sound and the last."""
        return tuple((start, end) for start, end in self.silences if start > self.begins and end < self.ends)

    @property
    def silent_share(self) -> float:
        """How much of the file is silence, 0 to 1."""
        return sum(end - start for start, end in self.silences) / self.seconds if self.seconds else 1.0


def channel_count(layout: str) -> int:
    """Return how many channels «mono», «5.1(side)», «3 channels» or «ambisonic 1» are; 0 for a layout not known."""
    name = layout.partition("(")[0].strip()
    if named := re.fullmatch(r"(\d+) channels", name):
        return int(named[1])
    if order := re.match(r"ambisonic (\d+)", name):
        return (int(order[1]) + 1) ** 2
    figures = re.fullmatch(r"\d+(?:\.\d+)+", name)
    return sum(map(int, name.split("."))) if figures else CHANNELS.get(name, 0)


def probe(file: Path) -> Probe | None:
    """Return what a file says about itself without decoding it; None when it holds no sound that can be read."""
    text = run(*source(file)).text
    audio, duration = AUDIO.search(text), DURATION.search(text)
    if audio is None or int(audio[2]) == 0 or channel_count(audio[3].strip()) == 0:
        return None
    seconds = None
    if duration:
        hours, minutes, rest = (float(part) for part in duration.groups())
        seconds = hours * 3600 + minutes * 60 + rest
    return Probe(audio[1], int(audio[2]), channel_count(audio[3].strip()), VIDEO.search(text) is not None, seconds)


def heard(file: Path, filters: str) -> str:
    """Return what filters say about a file's first sound track, of which one second more than allowed is read."""
    limit = str(LONGEST_SECONDS + 1)
    return run_well(*source(file), "-t", limit, "-map", "0:a:0", "-af", filters, "-f", "null", "-")


def number_after(label: str, text: str) -> float:
    """Return the last number after a label; −∞ where FFmpeg says so or says nothing."""
    found = re.findall(rf"{re.escape(label)}\s*(-?(?:[\d.]+|inf|nan))", text)
    value = float(found[-1]) if found else -math.inf
    return -math.inf if math.isnan(value) else value


def silences(text: str, seconds: float) -> Iterator[tuple[float, float]]:
    """Yield the silences that FFmpeg's `silencedetect` tells; one that is not ended lasts to the end."""
    starts = [max(0.0, float(found)) for found in SILENCE_START.findall(text)]
    ends = [min(seconds, float(found)) for found in SILENCE_END.findall(text)]
    for place, start in enumerate(starts):
        yield start, ends[place] if place < len(ends) else seconds


def measure(file: Path, known: Probe) -> Measured:
    """Decode a probed file and measure it; raise `ffmpeg.FfmpegError` when it breaks off."""
    text = heard(file, f"{SAMPLES_16_BIT},{LEVELS},{LOUDNESS}")
    seconds = number_after("Number of samples:", text) / known.sample_rate
    loudness = number_after("I:", text)
    threshold = min(-30.0, max(-60.0, loudness - QUIETER_THAN_SPEECH))
    pauses = heard(file, f"silencedetect=noise={threshold:.1f}dB:d={SHORTEST_SILENCE}")
    return Measured(
        probe=known,
        seconds=max(0.0, seconds),
        loudness=loudness,
        peak=number_after("Peak level dB:", text),
        peak_count=number_after("Peak count:", text),
        silences=tuple(silences(pauses, seconds)),
    )
