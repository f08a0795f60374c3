"""Whether a recording can be used, told so that the one who recorded can do it better."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.ffmpeg import FfmpegError
from camnang.handbook.spoken.lengths import Length
from camnang.sound.measuring import LONGEST_SECONDS, Measured, Probe, measure, probe

LOWEST_RATE = 16_000  # Hz; below that it was recorded through a call
MOST_CHANNELS = 2
FULL_SCALE = -0.1  # dBFS
CUT_SAMPLES = 20  # at full scale; a clean peak reaches it once or twice
LONGEST_GAP = 3.0  # seconds
LEAST_LEAD = 0.2  # seconds of silence before and after, so that no word was cut off
QUIETEST, NO_VOICE = -38.0, -55.0  # LUFS; raising a quieter voice to −16 raises the room's noise too
MOST_SILENCE = 0.6
WANTED_FILE = "bản thu .wav, .m4a, .mp3 của điện thoại"


def clock(seconds: float) -> str:
    """Return seconds as «1:05,2», the way a player shows them."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{int(minutes)}:{rest:04.1f}".replace(".", ",")


def probed(file: Path) -> Probe:
    """Return what a file says about itself; raise `FaultsError` when it is missing, empty, no sound or too long."""
    name = str(file)
    if not file.is_file():
        fault = Fault(
            path=name,
            rule="khong-doc-duoc-tep",
            found="đây không phải một tệp" if file.exists() else "không có tệp này",
            expected=WANTED_FILE,
            repair="xem lại tên tệp và thư mục",
        )
        raise FaultsError([fault])
    if file.stat().st_size == 0:
        fault = Fault(
            path=name,
            rule="thu-khong-doc-duoc",
            found="tệp rỗng",
            expected=WANTED_FILE,
            repair="chép lại từ điện thoại",
        )
        raise FaultsError([fault])
    known = probe(file)
    if known is None:
        repair = "mở nghe thử; không nghe được thì thu lại, hoặc chép lại từ điện thoại"
        fault = Fault(
            path=name,
            rule="thu-khong-doc-duoc",
            found="không đọc được âm thanh",
            expected=WANTED_FILE,
            repair=repair,
        )
        raise FaultsError([fault])
    raise_if_any(probe_faults(name, known))
    return known


def probe_faults(name: str, known: Probe) -> Iterator[Fault]:
    """What can be told before anything is decoded."""
    if known.has_video:
        yield Fault(
            path=name,
            rule="thu-khong-doc-duoc",
            found="tệp này là phim",
            expected=WANTED_FILE,
            repair="thu bằng ứng dụng ghi âm, không quay phim",
        )
    if known.seconds is not None and known.seconds > LONGEST_SECONDS:
        yield too_long(name, known.seconds)
    if known.channels > MOST_CHANNELS:
        repair = "thu bằng ứng dụng ghi âm của điện thoại"
        yield Fault(
            path=name,
            rule="thu-tieng-nghet",
            found=f"{known.channels} kênh tiếng",
            expected="một kênh, hoặc hai kênh",
            repair=repair,
        )
    if known.sample_rate < LOWEST_RATE:
        repair = "thu bằng ứng dụng ghi âm, không thu qua cuộc gọi, không gửi qua tin nhắn thoại"
        yield Fault(
            path=name,
            rule="thu-tieng-nghet",
            found=f"tiếng nghẹt ({known.sample_rate} Hz)",
            expected=f"ít nhất {LOWEST_RATE} Hz",
            repair=repair,
        )


def too_long(name: str, seconds: float) -> Fault:
    """Say that a file is longer than any script."""
    expected = f"ngắn hơn {LONGEST_SECONDS // 60} phút; mỗi bản một tệp"
    return Fault(
        path=name,
        rule="thu-sai-do-dai",
        found=f"dài {clock(seconds)}",
        expected=expected,
        repair="cắt riêng bản cần gửi",
    )


def voice_faults(name: str, found: Measured) -> Iterator[Fault]:
    """The voice is there, neither too soft nor cut off at the top."""
    if found.loudness < NO_VOICE:
        level = f"to {found.loudness:.0f} LUFS" if found.loudness > -math.inf else "không đo được tiếng nào"
        repair = "nghe lại; để điện thoại cách miệng một gang tay rồi thu lại"
        yield Fault(
            path=name,
            rule="thu-tieng-nho",
            found=f"gần như không có tiếng ({level})",
            expected=f"giọng đọc suốt bài, trên {QUIETEST:.0f} LUFS",
            repair=repair,
        )
    elif found.silent_share > MOST_SILENCE:
        yield Fault(
            path=name,
            rule="thu-khoang-lang",
            found=f"{100 * found.silent_share:.0f}% bản thu là khoảng lặng",
            expected=f"giọng đọc suốt bài, nhiều nhất {100 * MOST_SILENCE:.0f}% là khoảng lặng",
            repair="nghe lại; cắt các khoảng lặng, hoặc đọc lại cho liền",
        )
    if NO_VOICE <= found.loudness < QUIETEST:
        repair = "để điện thoại gần hơn, cách miệng một gang tay, rồi thu lại"
        yield Fault(
            path=name,
            rule="thu-tieng-nho",
            found=f"tiếng quá nhỏ ({found.loudness:.0f} LUFS)",
            expected=f"trên {QUIETEST:.0f} LUFS",
            repair=repair,
        )
    if found.peak >= FULL_SCALE and found.peak_count >= CUT_SAMPLES:
        repair = "để điện thoại xa hơn một chút, nói vừa phải, rồi thu lại"
        yield Fault(
            path=name,
            rule="thu-tieng-vo",
            found="tiếng bị vỡ vì quá to",
            expected="tiếng to nhất vẫn tròn",
            repair=repair,
        )


def pause_faults(name: str, found: Measured) -> Iterator[Fault]:
    """Silence before and after, no hole within."""
    lead, rest = found.begins, found.seconds - found.ends
    for seconds, where in ((lead, "trước câu đầu"), (rest, "sau câu cuối")):
        if seconds < LEAST_LEAD:
            repair = "bấm thu, đếm thầm một giây rồi đọc; đọc xong đợi một giây rồi tắt; phòng ồn thì đổi chỗ"
            yield Fault(
                path=name,
                rule="thu-khoang-lang",
                found=f"không có khoảng lặng {where}",
                expected="yên lặng 1 giây, để không mất chữ",
                repair=repair,
            )
    for start, end in found.gaps:
        if end - start > LONGEST_GAP:
            expected = f"nghỉ nhiều nhất {LONGEST_GAP:.0f} giây"
            place = f"lặng {end - start:.1f} giây ở {clock(start)}".replace(".", ",")
            yield Fault(
                path=name,
                rule="thu-khoang-lang",
                found=place,
                expected=expected,
                repair="cắt khoảng lặng ấy, hoặc đọc lại cho liền",
            )


def length_faults(name: str, found: Measured, length: Length) -> Iterator[Fault]:
    """The reading lasts as long as its script should."""
    seconds = found.spoken_seconds
    if not length.shortest <= seconds <= length.longest:
        expected = f"{length.name}: {length.shortest}–{length.longest} giây"
        slow, fast = "đọc chậm lại, nghỉ ở dấu //", "đọc liền hơn; câu đọc hỏng thì cắt bỏ"
        repair = slow if seconds < length.shortest else fast
        yield Fault(
            path=name,
            rule="thu-sai-do-dai",
            found=f"phần đọc dài {clock(seconds)}",
            expected=expected,
            repair=f"{repair}; xem có đúng phiếu không",
        )


def sound_faults(name: str, found: Measured, length: Length | None) -> Iterator[Fault]:
    """All that is wrong with a decoded recording; without a length it is not held against a script."""
    if found.seconds > LONGEST_SECONDS:
        yield too_long(name, found.seconds)
        return
    voice = list(voice_faults(name, found))
    yield from voice
    if found.loudness >= NO_VOICE:
        yield from pause_faults(name, found)
        yield from length_faults(name, found, length) if length else ()


def checked(file: Path, length: Length | None) -> Measured:
    """Return a recording's measurements; raise `FaultsError` with all that is wrong with it."""
    known = probed(file)
    try:
        found = measure(file, known)
    except FfmpegError as error:
        repair = "chép lại từ điện thoại; vẫn hỏng thì thu lại"
        fault = Fault(
            path=str(file),
            rule="thu-khong-doc-duoc",
            found="tệp hỏng giữa chừng",
            expected=WANTED_FILE,
            repair=repair,
        )
        raise FaultsError([fault]) from error
    raise_if_any(sound_faults(str(file), found, length))
    return found
