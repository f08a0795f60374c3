from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from camnang.files.faults import FaultsError
from camnang.handbook.dates import EARLIEST, LATEST
from camnang.handbook.facts.recordings import FILE, RECORDING_NAMES, Recording
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.handbook.spoken.states import state_of
from camnang.sound import recordings
from camnang.sound.recordings import data_text, taken_in
from tests.conftest import SCAM, edit
from tests.sound.conftest import DAY, SCAM_FOLDER, TODAY, Tone, reading

PLACED = "docs/thu-doan/goi-la/loa-30.vi.mp3"
GOOD = "volume=6dB,tremolo=f=4"


@pytest.fixture
def good(tone: Tone) -> Path:
    return tone("good.wav", "sine=440:d=28", GOOD)


def take(project: Project, file: Path, **changes: Any) -> Recording:
    return taken_in(reading(project, file, **changes), read_handbook(project), project, TODAY)


def state(project: Project) -> dict[str, bytes]:
    files = [*project.docs.rglob("*"), *(project.root / "data").rglob("*")]
    return {project.relative(file): file.read_bytes() for file in files if file.is_file()}


def test_a_recording_is_placed_with_its_entry(project: Project, speech: Path) -> None:
    before = state(project)
    recording = take(project, speech, speaker="  Bà   Nông Thị Thử ")
    handbook = read_handbook(project)
    assert handbook.facts.recordings == (recording,)
    assert recording.path == PLACED
    assert (recording.speaker, recording.date, recording.consent) == ("Bà Nông Thị Thử", DAY, True)
    assert state_of(recording, handbook) == "current"
    assert set(state(project)) - set(before) == {PLACED, FILE}
    assert state(project)[PLACED][:3] == b"ID3"


def test_the_data_file_keeps_its_head_and_its_order(project: Project, good: Path) -> None:
    head = "# Bản thu.\n# Chú thích ở đầu.\n"
    (project.root / FILE).write_text(f"{head}[]\n", encoding="utf-8")
    take(project, good)
    take(project, good, code="tyz")
    text = (project.root / FILE).read_text(encoding="utf-8")
    assert text.startswith(f"{head}- page: thu-doan/goi-la\n  language: tyz\n"), text
    assert [each.language for each in read_handbook(project).facts.recordings] == ["tyz", "vi"]


def test_the_same_recording_gives_the_same_files(project: Project, good: Path) -> None:
    take(project, good)
    once = state(project)
    take(project, good, replaces=True)
    assert state(project) == once


def test_a_recording_is_old_when_its_text_has_changed(project: Project, good: Path) -> None:
    recording = take(project, good)
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    assert state_of(recording, read_handbook(project)) == "old"


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no consent": ({"consent": False}, "chưa có lời đồng ý"),
    "no name": ({"speaker": "  "}, "tên người đọc"),
    "a name of a hundred letters": ({"speaker": "x" * 100}, "nhiều nhất 60 chữ cái"),
    "a day to come": ({"date": TODAY + datetime.timedelta(days=1)}, "ngày đã qua"),
    "a script that the page has no words for": ({"code": "tyz", "name": "loa-60"}, "không đủ chữ cho loa-60"),
}


@pytest.mark.parametrize(("changes", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_and_nothing_is_written(
    project: Project, good: Path, changes: dict[str, Any], told: str
) -> None:
    before = state(project)
    with pytest.raises(FaultsError, match=told):
        take(project, good, **changes)
    assert state(project) == before


def test_all_that_is_wrong_is_told_at_once(project: Project, tone: Tone) -> None:
    before, clipped = state(project), tone("clipped.wav", "sine=440:d=12", "volume=30dB")
    with pytest.raises(FaultsError) as raised:
        take(project, clipped, code="tyz", name="loa-60", consent=False, speaker="")
    found = sorted(fault.found for fault in raised.value.faults)
    assert found == [
        "chưa có lời đồng ý của người đọc",
        "không đủ chữ cho loa-60",
        "người đọc «»",
        "phần đọc dài 0:12,0",
        "tiếng bị vỡ vì quá to",
    ], str(raised.value)
    assert state(project) == before


def test_a_recording_is_replaced_only_when_that_is_said(project: Project, good: Path, tone: Tone) -> None:
    take(project, good)
    before = state(project)
    other = tone("other.wav", "sine=550:d=26", GOOD)
    with pytest.raises(FaultsError, match="đã có bản thu của Bà Thử"):
        take(project, other)
    assert state(project) == before
    assert take(project, other, speaker="Ông Thử", replaces=True).speaker == "Ông Thử"
    assert [each.speaker for each in read_handbook(project).facts.recordings] == ["Ông Thử"]
    assert state(project)[PLACED] != before[PLACED]


def test_a_disk_that_refuses_leaves_both_files(project: Project, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(project, good)
    before = state(project)
    real = Path.replace

    def refuse_data(self: Path, target: Path) -> Path:
        if Path(target).name == "recordings.yml":
            raise OSError("disk full")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse_data)
    with pytest.raises(OSError, match="disk full"):
        take(project, good, speaker="Ông Thử", replaces=True)
    assert state(project) == before


@given(
    st.lists(
        st.builds(
            Recording,
            page=st.sampled_from([SCAM_FOLDER, "", "khan-cap/dang-bi-goi"]),
            language=st.sampled_from(["vi", "tyz", "nut"]),
            name=st.sampled_from(RECORDING_NAMES),
            speaker=st.text(
                st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60
            ),
            date=st.dates(EARLIEST, LATEST),
            script=st.text("0123456789abcdef", min_size=12, max_size=12),
            seconds=st.integers(1, 90),
            consent=st.just(True),
        ),
        unique_by=lambda each: each.key,
        max_size=5,
    )
)
def test_what_is_written_is_read_again(listed: list[Recording]) -> None:
    text = data_text("# Đầu tệp.\n[]\n", listed)
    found = [Recording.model_validate(each) for each in yaml.safe_load(text)]
    assert sorted(found, key=lambda each: each.key) == sorted(listed, key=lambda each: each.key)
    assert text.startswith("# Đầu tệp.\n")
    assert recordings.data_text(text, listed) == text
