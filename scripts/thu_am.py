"""Thu giọng đọc: in phiếu đọc, kiểm bản thu, nhập vào cẩm nang, xem bản nào đã cũ, đóng gói cho loa."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable
from pathlib import Path

from camnang.files.faults import FaultsError, raise_if_any
from camnang.files.ffmpeg import FfmpegError
from camnang.files.whole_files import write_files
from camnang.files.zip_archive import zip_bytes
from camnang.handbook.facts.recordings import RECORDING_NAMES, RecordingName
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.handbook.spoken.states import state_of
from camnang.pictures.drawing.engine import DrawingError
from camnang.sound import kit, packs
from camnang.sound.checking import checked, clock
from camnang.sound.page_names import language_fault, page_called
from camnang.sound.recordings import Reading, taken_in

STATES = {"current": "khớp với chữ trên trang", "old": "bản thu đã cũ: chữ trên trang đã đổi"}
PAGE_HELP = "thư mục của trang trong docs/, ví dụ thu-doan/gia-danh-cong-an"


def day(text: str) -> datetime.date:
    """Read a date of the command line."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» không phải ngày dạng 2026-11-24") from error


def kit_arguments(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Describe `phieu`."""
    parser = add("phieu", help="in phiếu đọc vào build/thu-am/<mã tiếng>/ (thay bộ phiếu cũ của tiếng ấy)")
    parser.add_argument("language", metavar="MÃ_TIẾNG", help="vi, tyz, nut…")
    parser.add_argument("pages", metavar="TRANG", nargs="*", help=f"{PAGE_HELP}; không ghi thì in mọi trang")
    parser.set_defaults(act=write_sheets)


def check_arguments(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Describe `kiem`."""
    parser = add("kiem", help="đo một bản thu và nói chỗ nào chưa được")
    parser.add_argument("file", metavar="TỆP", type=Path)
    parser.add_argument("name", metavar="BẢN", nargs="?", choices=RECORDING_NAMES, help="loa-30 hoặc loa-60")
    parser.set_defaults(act=check_file)


def intake_arguments(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Describe `nhap`."""
    parser = add("nhap", help="kiểm, chỉnh cho đều tiếng, đặt cạnh trang và ghi vào data/recordings.yml")
    parser.add_argument("file", metavar="TỆP", type=Path)
    parser.add_argument("page", metavar="TRANG", help=PAGE_HELP)
    parser.add_argument("language", metavar="MÃ_TIẾNG", help="vi, tyz, nut…")
    parser.add_argument("name", metavar="BẢN", choices=RECORDING_NAMES, help="loa-30 hoặc loa-60")
    parser.add_argument("--nguoi-doc", required=True, metavar="TÊN", help="tên ghi dưới bản thu")
    parser.add_argument("--ngay", required=True, type=day, metavar="NGÀY", help="ngày thu, dạng 2026-11-24")
    parser.add_argument("--dong-y", action="store_true", help="người đọc đã ký ô đồng ý trên phiếu")
    parser.add_argument("--thay", action="store_true", help="thay bản thu đang có")
    parser.set_defaults(act=take_in)


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help=argparse.SUPPRESS)
    add = parser.add_subparsers(title="các việc", metavar="VIỆC", required=True).add_parser
    kit_arguments(add)
    check_arguments(add)
    intake_arguments(add)
    add("xem", help="liệt kê mọi bản thu, bản nào đã cũ").set_defaults(act=show)
    add("goi", help="đóng gói bản thu cho loa: build/loa/").set_defaults(act=pack)
    return parser.parse_args(given)


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


def name_in(file: Path) -> RecordingName | None:
    """Return which recording a file's name says it is."""
    return next((name for name in RECORDING_NAMES if file.name.startswith(name)), None)


def check_file(project: Project, options: argparse.Namespace) -> int:
    """Measure a recording."""
    name = options.name or name_in(options.file)
    found = checked(options.file, LENGTHS[name] if name else None)
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
        speaker=options.nguoi_doc,
        date=options.ngay,
        consent=options.dong_y,
        replaces=options.thay,
    )
    recording = taken_in(reading, handbook, project, datetime.date.today())
    print(f"Đã đặt {recording.path} ({recording.seconds} giây) và ghi vào data/recordings.yml.")
    return 0


def show(project: Project, options: argparse.Namespace) -> int:
    """List every recording with its state."""
    handbook: Handbook = read_handbook(project)
    for recording in handbook.facts.recordings:
        state = STATES[state_of(recording, handbook)]
        print(f"{recording.path}  {recording.seconds} giây  {recording.speaker}, {recording.date}: {state}")
    if not handbook.facts.recordings:
        print("Chưa có bản thu nào.")
    return 0


def pack(project: Project, options: argparse.Namespace) -> int:
    """Write the pack for loudspeakers."""
    handbook = read_handbook(project)
    for recording in handbook.facts.recordings:
        if state_of(recording, handbook) == "old":
            print(f"{recording.path}: {STATES['old']}; không đóng gói")
    files = packs.pack_files(handbook, read_settings(project), project)
    if not files:
        print("Chưa có bản thu nào để đóng gói. Không ghi tệp nào.")
        return 1
    target = project.root / packs.FOLDER / packs.FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    write_files({target: zip_bytes(files)})
    print(f"Đã đóng gói {sum(name.endswith('.mp3') for name in files)} bản thu: {packs.FOLDER}/{packs.FILE}")
    return 0


def main(given: list[str] | None = None) -> int:
    """Run the command; print every fault with its repair."""
    options = arguments(given)
    try:
        code: int = options.act(Project(options.root), options)
    except FaultsError as error:
        print(error, file=sys.stderr)
    except (DrawingError, FfmpegError) as error:
        print(f"Chương trình vẽ hoặc chỉnh tiếng dừng giữa chừng:\n{error}\nKhông tệp nào bị đổi.", file=sys.stderr)
    except OSError as error:
        print(f"Không ghi được: {error}. Không tệp nào bị đổi.", file=sys.stderr)
    else:
        return code
    return 1


if __name__ == "__main__":
    sys.exit(main())
