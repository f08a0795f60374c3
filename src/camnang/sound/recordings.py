"""Takes a recording into the handbook: checked, equally loud, beside its page, with an entry in the data."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from camnang.files.faults import Fault, FaultsError, attempt
from camnang.files.whole_files import write_files
from camnang.handbook.facts.recordings import FILE, LONGEST_NAME, Recording, RecordingName
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.project import Project
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.handbook.spoken.script import Script, script_of
from camnang.sound.checking import checked
from camnang.sound.normalising import Label, normalise


@dataclass(frozen=True)
class Reading:
    """A file that someone hands in, with what they say about it."""

    file: Path
    page: Page
    name: RecordingName
    speaker: str
    date: datetime.date
    consent: bool
    replaces: bool


def script_for(page: Page, handbook: Handbook, name: RecordingName) -> Script:
    """Return a page's script; raise `FaultsError` when the page says too little for it."""
    script = script_of(page, handbook, name)
    if script is None:
        expected = f"ít nhất {LENGTHS[name].least} tiếng để đọc"
        repair = "thu bản ngắn hơn, hoặc viết thêm dòng vào các mục của trang"
        fault = Fault(
            path=page.file,
            rule="thu-it-chu",
            found=f"không đủ chữ cho {name}",
            expected=expected,
            repair=repair,
        )
        raise FaultsError([fault])
    return script


def speaker_faults(reading: Reading, today: datetime.date) -> Iterator[Fault]:
    """The speaker agreed, has a name, and did not read tomorrow."""
    place = str(reading.file)
    if not reading.consent:
        repair = "đưa phiếu cho người đọc ký ô đồng ý, rồi thêm --dong-y"
        yield Fault(
            path=place,
            rule="thu-chua-dong-y",
            found="chưa có lời đồng ý của người đọc",
            expected="người đọc đồng ý cho dùng giọng",
            repair=repair,
        )
    if not 0 < len(reading.speaker.strip()) <= LONGEST_NAME:
        expected = f"tên người đọc, nhiều nhất {LONGEST_NAME} chữ cái"
        yield Fault(
            path=place,
            rule="thu-sai-nguoi-doc",
            found=f"người đọc «{reading.speaker}»",
            expected=expected,
            repair="sửa --nguoi-doc",
        )
    if reading.date > today:
        yield Fault(
            path=place,
            rule="thu-sai-nguoi-doc",
            found=f"ngày thu {reading.date}",
            expected="ngày đã qua, dạng 2026-11-24",
            repair="sửa --ngay",
        )


def held(reading: Reading, handbook: Handbook) -> Recording | None:
    """Return the recording that stands where the new one would."""
    key = (reading.page.folder, reading.page.language.code, reading.name)
    return next((each for each in handbook.facts.recordings if each.key == key), None)


def place_faults(reading: Reading, handbook: Handbook) -> Iterator[Fault]:
    """A recording replaces another only when that is said."""
    old = held(reading, handbook)
    if old and not reading.replaces:
        found = f"đã có bản thu của {old.speaker}, ngày {old.date}"
        yield Fault(
            path=old.path,
            rule="khong-ghi-de",
            found=found,
            expected="chỗ còn trống",
            repair="muốn thay thì thêm --thay",
        )


def entry(recording: Recording) -> str:
    """Return a recording as it stands in the data file."""
    return yaml.safe_dump([recording.model_dump()], allow_unicode=True, sort_keys=False, width=1000)


def header(text: str) -> str:
    """Return the comment at the head of the data file."""
    lines = []
    for line in text.splitlines(keepends=True):
        if not line.startswith("#"):
            break
        lines.append(line)
    return "".join(lines)


def data_text(old: str, recordings: Iterable[Recording]) -> str:
    """Return the data file's text, sorted, under the comment that it had."""
    listed = [entry(each) for each in sorted(recordings, key=lambda each: each.key)]
    return header(old) + ("".join(listed) or "[]\n")


def taken_in(reading: Reading, handbook: Handbook, project: Project, today: datetime.date) -> Recording:
    """Check, normalise and place a recording with its entry; return the entry.

    Raise `FaultsError` with all that is wrong, before anything is written; `OSError` leaves both files as they were.
    """
    faults = [*speaker_faults(reading, today), *place_faults(reading, handbook)]
    script = attempt(faults, lambda: script_for(reading.page, handbook, reading.name), None)
    found = attempt(faults, lambda: checked(reading.file, LENGTHS[reading.name]), None)
    if faults or script is None or found is None:
        raise FaultsError(faults)
    page = reading.page
    content, seconds = normalise(reading.file, found, Label(page.title, page.language.long_code))
    recording = Recording(
        page=page.folder,
        language=page.language.code,
        name=reading.name,
        speaker=" ".join(reading.speaker.split()),
        date=reading.date,
        script=script.pin,
        seconds=seconds,
        consent=True,
    )
    write_recording(recording, content, handbook, project)
    return recording


def write_recording(recording: Recording, content: bytes, handbook: Handbook, project: Project) -> None:
    """Write the sound beside its page and its entry into the data file, both or neither."""
    data = project.root / FILE
    old = data.read_text(encoding="utf-8") if data.is_file() else ""
    others = [each for each in handbook.facts.recordings if each.key != recording.key]
    text = data_text(old, [*others, recording])
    write_files({project.root / recording.path: content, data: text.encode()})
