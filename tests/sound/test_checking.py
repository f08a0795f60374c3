from __future__ import annotations

from pathlib import Path

import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.files.ffmpeg import run_well
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.sound.checking import checked, clock
from camnang.sound.measuring import channel_count
from tests.sound.conftest import Tone

HALF, WHOLE = LENGTHS["loa-30"], LENGTHS["loa-60"]
GOOD = "volume=6dB,tremolo=f=4"


def faults_of(file: Path) -> tuple[Fault, ...]:
    with pytest.raises(FaultsError) as raised:
        checked(file, HALF)
    return raised.value.faults


def only_fault_of(file: Path) -> Fault:
    (fault,) = faults_of(file)
    assert fault.path == str(file)
    assert fault.repair
    return fault


def test_a_good_recording_passes_and_is_measured(tone: Tone) -> None:
    found = checked(tone("good.wav", "sine=440:d=28", GOOD), HALF)
    assert found.seconds == pytest.approx(30, abs=0.1)
    assert (found.begins, found.ends) == pytest.approx((1, 29), abs=0.15)
    assert found.spoken_seconds == pytest.approx(28, abs=0.3)
    assert found.probe.channels == 1


@pytest.mark.parametrize("ending", ["m4a", "mp3", "ogg", "flac"])
def test_what_telephones_write_is_read(tone: Tone, ending: str) -> None:
    found = checked(tone(f"good.{ending}", "sine=440:d=28", GOOD), HALF)
    assert found.spoken_seconds == pytest.approx(28, abs=0.4)


def test_real_words_pass(speech: Path) -> None:
    assert HALF.shortest <= checked(speech, HALF).spoken_seconds <= HALF.longest


def test_stereo_is_fine(tone: Tone) -> None:
    found = checked(tone("stereo.wav", "sine=440:d=28", f"{GOOD},aformat=channel_layouts=stereo"), HALF)
    assert found.probe.channels == 2


def test_silence_is_no_reading(tone: Tone) -> None:
    fault = only_fault_of(tone("silence.wav", "anullsrc=r=44100:cl=mono:d=30", bare=True))
    assert "gần như không có tiếng" in fault.found


def test_a_recording_that_is_mostly_silent_is_told(tone: Tone) -> None:
    found = [each.found for each in faults_of(tone("mostly.wav", "sine=440:d=8", f"{GOOD},apad=pad_dur=30"))]
    assert "80% bản thu là khoảng lặng" in found, found


def test_a_voice_that_is_cut_off_at_the_top_is_told(tone: Tone) -> None:
    assert only_fault_of(tone("clipped.wav", "sine=440:d=28", "volume=30dB")).rule == "thu-tieng-vo"


def test_clipping_is_seen_behind_a_lossy_file(tone: Tone) -> None:
    assert only_fault_of(tone("clipped.m4a", "sine=440:d=28", "volume=30dB")).rule == "thu-tieng-vo"


def test_a_soft_voice_is_told(tone: Tone) -> None:
    assert "tiếng quá nhỏ" in only_fault_of(tone("soft.wav", "sine=440:d=28", "volume=-24dB")).found


def test_words_cut_off_at_the_beginning_and_a_hole_are_told(tone: Tone) -> None:
    hole = "volume='if(between(t,10,15),0,2)':eval=frame"
    found = sorted(each.found for each in faults_of(tone("hole.wav", "sine=440:d=28", hole, bare=True)))
    assert found[0] == "không có khoảng lặng sau câu cuối"
    assert found[1] == "không có khoảng lặng trước câu đầu"
    assert found[2].startswith("lặng 5,0 giây ở 0:10,0"), found
    assert len(found) == 3, found


def test_too_short_and_too_long_for_the_script(tone: Tone) -> None:
    short = only_fault_of(tone("short.wav", "sine=440:d=12", GOOD))
    assert short.rule == "thu-sai-do-dai"
    assert "đọc chậm lại" in short.repair
    file = tone("long.wav", "sine=440:d=48", GOOD)
    assert "0:48" in only_fault_of(file).found
    assert checked(file, WHOLE).spoken_seconds == pytest.approx(48, abs=0.3)
    assert checked(file, None).spoken_seconds == pytest.approx(48, abs=0.3), "without a script no length is wrong"


def test_eleven_minutes_are_refused_before_they_are_decoded(tone: Tone, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tone("eleven.m4a", "sine=440:d=660")
    monkeypatch.setattr("camnang.sound.checking.measure", lambda *_: pytest.fail("decoded"))
    assert only_fault_of(file).found == "dài 11:02,0"


def test_hours_that_no_header_tells_are_read_for_ten_minutes_only(tone: Tone) -> None:
    file = tone("headless.wav", "sine=440:d=660")
    raw = file.read_bytes()
    start = raw.index(b"data") + 4
    file.write_bytes(raw[:start] + b"\xff\xff\xff\xff" + raw[start + 4 :])
    (fault,) = faults_of(file)
    assert fault.expected.startswith("ngắn hơn 10 phút")


def test_a_call_and_a_film_are_told(tone: Tone, tmp_path: Path) -> None:
    assert "8000 Hz" in only_fault_of(tone("call.wav", "sine=440:d=28:r=8000", GOOD)).found
    film = tmp_path / "film.mp4"
    run_well("-f", "lavfi", "-i", "testsrc=d=2", "-f", "lavfi", "-i", "sine=d=2", str(film))
    assert only_fault_of(film).found == "tệp này là phim"


@pytest.mark.parametrize("name", ["words.mp3", "words.wav", "words.m4a"])
def test_words_renamed_are_no_sound(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("Lời đọc của trang này, không phải tiếng.\n" * 2000, encoding="utf-8")
    assert only_fault_of(file).rule == "thu-khong-doc-duoc"


def test_a_playlist_opens_no_other_file(tone: Tone, tmp_path: Path) -> None:
    good = tone("good.wav", "sine=440:d=28", GOOD)
    for name, text in {
        "list.mp3": f"#EXTM3U\n#EXT-X-TARGETDURATION:30\n#EXTINF:30,\n{good}\n#EXT-X-ENDLIST\n",
        "concat.mp3": f"ffconcat version 1.0\nfile '{good}'\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert only_fault_of(tmp_path / name).rule == "thu-khong-doc-duoc"


def test_an_empty_a_missing_and_a_torn_file(tone: Tone, tmp_path: Path) -> None:
    empty, torn = tmp_path / "empty.mp3", tmp_path / "torn.m4a"
    empty.touch()
    assert only_fault_of(empty).found == "tệp rỗng"
    assert only_fault_of(tmp_path / "none.wav").found == "không có tệp này"
    whole = tone("whole.m4a", "sine=440:d=28", GOOD).read_bytes()
    torn.write_bytes(whole[: len(whole) // 2])
    assert only_fault_of(torn).rule == "thu-khong-doc-duoc"


def test_times_are_shown_as_a_player_shows_them() -> None:
    assert [clock(seconds) for seconds in (5, 65.24, 59.96)] == ["0:05,0", "1:05,2", "1:00,0"]


LAYOUTS = {
    "mono": 1,
    "stereo": 2,
    "1 channels (FL)": 1,
    "6 channels": 6,
    "downmix": 2,
    "3.0(back)": 3,
    "quad(side)": 4,
    "5.1": 6,
    "5.1(side)": 6,
    "7.1.4": 12,
    "22.2": 24,
    "hexagonal": 6,
    "ambisonic 1": 4,
    "no such layout": 0,
}


@pytest.mark.parametrize(("layout", "count"), LAYOUTS.items())
def test_channels_are_counted(layout: str, count: int) -> None:
    assert channel_count(layout) == count, layout


def test_six_channels_are_called_six(tone: Tone) -> None:
    assert only_fault_of(tone("six.m4a", "sine=440:d=5", "pan=5.1|c0=c0|c1=c0|c2=c0")).found == "6 kênh tiếng"


def test_a_whisper_is_told_by_its_loudness_and_not_by_its_silences(tone: Tone) -> None:
    found = only_fault_of(tone("whisper.wav", "sine=440:d=28", "volume=-45dB")).found
    assert found.startswith("gần như không có tiếng (to -6"), found
    assert "%" not in found, found


def test_a_folder_is_no_recording(tmp_path: Path) -> None:
    assert only_fault_of(tmp_path).found == "đây không phải một tệp"
