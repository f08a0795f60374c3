"""`thu-am`: sheets to read from, recordings measured and taken in, which are old, the pack for loudspeakers."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from camnang.files.faults import raise_if_any
from camnang.files.whole_files import write_files
from camnang.files.zip_archive import zip_bytes
from camnang.handbook.facts.recordings import RECORDING_NAMES, RecordingName
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.handbook.spoken.states import state_of
from camnang.papers.reading_kit.documents import kit_files as reader_files
from camnang.papers.reading_kit.lines import reader_kit
from camnang.sound import kit, packs
from camnang.sound.checking import checked, clock
from camnang.sound.normalising import Label, normalise
from camnang.sound.page_names import language_fault, page_called
from camnang.sound.recordings import Reading, taken_in

READER_FOLDER = "build/bo-thu-am"
STATES = {"current": "khớp với chữ trên trang", "old": "bản thu đã cũ: chữ trên trang đã đổi"}


def write_sheets(project: Project, options: argparse.Namespace) -> int:
    """Write the recording kit of a language."""
    handbook, code = read_handbook(project), options.language
    raise_if_any(fault for fault in (language_fault(code, handbook),) if fault)
    named = [page_called(name, code, handbook) for name in options.pages]
    pages = named or kit.pages_to_read(handbook, code)
    files = kit.kit_files(pages, handbook, read_settings(project), project.design)
    kit.write_kit(project.root / kit.FOLDER / code, files)
    print(f"Đã in {len(files) - 1} phiếu và trang cách thu, trong {kit.FOLDER}/{code}/")
    for page in pages:
        missing = [name for name in RECORDING_NAMES if name not in {s.name for s in kit.scripts_of(page, handbook)}]
        if missing:
            print(f"{page.file}: chưa đủ chữ cho {', '.join(missing)}")
    return 0


def write_reader_kit(project: Project, options: argparse.Namespace) -> int:
    """Write what one reader of a language needs, as a folder and as a ZIP beside it."""
    handbook, code = read_handbook(project), options.language
    raise_if_any(fault for fault in (language_fault(code, handbook),) if fault)
    found = reader_kit(project, handbook, code)
    files = reader_files(found, handbook.facts.recording_kit)
    folder = f"{READER_FOLDER}/{code}"
    kit.write_kit(project.root / folder, files)
    write_files({project.root / f"{folder}.zip": zip_bytes(files)})
    print(f"Đã ghi {len(files)} tệp Word vào {folder}/ và {folder}.zip: {', '.join(files)}")
    print(f"{len(found.pieces)} bài, {found.syllables} tiếng, chừng {found.seconds} giây đọc.")
    for title in found.waiting:
        print(f"Chưa có bản dịch, bộ này để lại sau: {title}")
    return 0


def name_in(file: Path) -> RecordingName | None:
    """Return which recording a file's name says it is."""
    return next((name for name in RECORDING_NAMES if file.name.startswith(name)), None)


def check_file(_project: Project, options: argparse.Namespace) -> int:
    """Measure a recording, and make it equally loud as `nhap` will, so that what passes here passes there."""
    name = options.name or name_in(options.file)
    found = checked(options.file, LENGTHS[name] if name else None)
    normalise(options.file, found, Label(title=options.file.stem, language="vie"))
    print(f"{options.file}: được.")
    print(f"  phần đọc {clock(found.spoken_seconds)}, cả tệp {clock(found.seconds)}")
    print(f"  to {found.loudness:.0f} LUFS, đỉnh {found.peak:.0f} dB, {found.probe.sample_rate} Hz")
    if not name:
        print("  Chưa so độ dài: thêm loa-30 hoặc loa-60 vào cuối lệnh.")
    return 0


def take_in(project: Project, options: argparse.Namespace) -> int:
    """Take a recording into the handbook."""
    handbook = read_handbook(project)
    reading = Reading(
        file=options.file,
        page=page_called(options.page, options.language, handbook),
        name=options.name,
        speaker=options.speaker,
        date=options.date,
        consent=options.consent,
        replaces=options.replaces,
    )
    recording = taken_in(reading, handbook, project, datetime.date.today())
    print(f"Đã đặt {recording.path} ({recording.seconds} giây) và ghi vào data/recordings.yml.")
    return 0


def show(project: Project, _options: argparse.Namespace) -> int:
    """List every recording with its state."""
    handbook: Handbook = read_handbook(project)
    for recording in handbook.facts.recordings:
        state = STATES[state_of(recording, handbook)]
        print(f"{recording.path}  {recording.seconds} giây  {recording.speaker}, {recording.date}: {state}")
    if not handbook.facts.recordings:
        print("Chưa có bản thu nào.")
    return 0


def pack(project: Project, _options: argparse.Namespace) -> int:
    """Write the pack for loudspeakers."""
    handbook = read_handbook(project)
    for recording in handbook.facts.recordings:
        if state_of(recording, handbook) == "old":
            print(f"{recording.path}: {STATES['old']}; không đóng gói")
    recordings = packs.current_recordings(handbook)
    if not recordings:
        print("Chưa có bản thu nào để đóng gói. Không ghi tệp nào.")
        return 1
    work = packs.plan(handbook, read_settings(project), project)
    packs.make_pack(work)
    done = "Đã đóng gói" if work.to_make else "Gói vẫn còn mới:"
    print(f"{done} {len(recordings)} bản thu: {project.relative(project.loud)}/{packs.FILE}")
    return 0
