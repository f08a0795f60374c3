"""Every way into the program: a file that people write or send, and what they type to hand it in."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final

from PIL import Image

from camnang.entry.commands.frame import main
from camnang.files.ffmpeg import run_well
from camnang.handbook.project import Project
from camnang.papers.review_sheets.round_trip import print_sheets
from tests.conftest import CAMPAIGN, ROOT, SCAM, TRANSLATION, copy_handbook
from tests.papers.reports.returned_forms import form
from tests.papers.review_sheets.conftest import SIGNED, fill

SECONDS: Final = 10  # of the processor, so that a busy machine changes nothing
LONGEST_WAIT: Final = 300  # seconds by the clock: what waits for a pipe takes no time of the processor
MOST_MEMORY: Final = 1 << 30  # bytes more than before
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="#123"><path d="M0 0h9v9z"/></g></svg>\n'
UNITS = "- {id: bao-lam, kind: xa, name: Bảo Lâm}\n- {id: co-ba, kind: xa, name: Cô Ba}\n"  # few are added up fast
MESSAGES = "Tat may. Goi 113.\nKhông chuyển tiền. Gọi 156.\nCông an không gọi video.\n"
SOUND = "volume=6dB,tremolo=f=4,adelay=1000:all=1,apad=pad_dur=1"  # as long and as loud as it is asked for
READ: Final = {  # what `soat` reads
    "page": SCAM,
    "translation": TRANSLATION,
    "settings": "mkdocs.yml",
    "languages": "data/languages.yml",
    "interface": "data/interface/tyz.yml",
    "quiz": "data/quiz.yml",
    "hotlines": "data/hotlines.yml",
    "places": "data/places.yml",
    "calendar": "data/campaign_calendar.yml",
}
TEXTS: Final = (*READ, "messages", "partner", "logo")
PACKAGES: Final = ("form", "workbook", "text")
DOORS: Final = (*TEXTS, "picture", "recording", *PACKAGES)


@dataclass(frozen=True)
class Door:
    """A way in: the file that is spoilt, what is typed, and what puts it back."""

    file: Path
    words: tuple[str, ...]
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class House:
    """A handbook with all ways into it."""

    root: Path
    doors: Mapping[str, Door] = field(repr=False)

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Be told by Hypothesis without what is in all the files."""
        printer.text(f"House({self.root})")


class EndlessError(BaseException):
    """Something computes without end; nothing but a test answers it."""


@contextmanager
def bounded() -> Iterator[None]:
    """Stop what computes or waits too long, and refuse it more memory than `MOST_MEMORY`."""
    import resource  # noqa: PLC0415 (Windows has none)

    def stop(*_: object) -> None:
        raise EndlessError(f"more than {SECONDS} s of the processor, or {LONGEST_WAIT} s of waiting")

    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    answers = {each: signal.signal(each, stop) for each in (signal.SIGPROF, signal.SIGALRM)}
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_WAIT)
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, before[1]))
    try:
        yield
    finally:
        for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
            signal.setitimer(timer, 0)
        for each, answer in answers.items():
            signal.signal(each, answer)
        resource.setrlimit(resource.RLIMIT_AS, before)


def handed_in(root: Path, door: Door) -> tuple[int, str]:
    """Type what people type; return the exit code and all that was said. What nobody foresaw is raised."""
    said = StringIO()
    with bounded(), redirect_stdout(said), redirect_stderr(said):
        code = main(["--root", str(root), *door.words])
    return code, said.getvalue()


def check(root: Path, door: Door, content: bytes) -> None:
    """Hand a spoilt file in; it is taken, or told with its name."""
    try:
        door.file.write_bytes(content)
        code, said = handed_in(root, door)
    finally:
        door.file.write_bytes(door.content)
    assert code in {0, 1}, said
    told = door.file.name in said or door.file.stem in said or door.file.parent.name in said
    assert code == 0 or told, f"{door.file.name} is not named: {said}"
    assert code == 0 or "sửa" in said.lower(), f"no way to repair: {said}"
    assert "Máy hết bộ nhớ" not in said, f"more than {MOST_MEMORY} bytes"


def built(folder: Path) -> House:
    """Lay out every way in below a folder, each with a file that is taken as it is."""
    project = copy_handbook(folder / "handbook")
    shutil.copytree(CAMPAIGN, project.root, dirs_exist_ok=True)
    for name in ("reporting.yml", "translation_scope.yml"):
        shutil.copy2(ROOT / "data" / name, project.root / "data")
    (project.root / "data" / "units.yml").write_text(UNITS, encoding="utf-8")
    ways = {name: (project.root / path, ("soat",)) for name, path in READ.items()}
    ways |= written(folder) | sent(folder, project)
    return House(project.root, {name: Door(file, words, file.read_bytes()) for name, (file, words) in ways.items()})


def written(folder: Path) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Write a good file of each kind that people write for themselves; return it with what is typed for it."""
    png = BytesIO()
    Image.linear_gradient("L").resize((600, 600)).save(png, "PNG")
    for name, content in {
        "tin.txt": MESSAGES.encode(),
        "logo.svg": LOGO.encode(),
        "truong.yml": "name: Trường Thử\nlogo: logo.svg\n".encode(),
        "anh.png": png.getvalue(),
        "xa.yml": "name: Xã Thử\nlogo: anh.png\n".encode(),
    }.items():
        (folder / name).write_bytes(content)
    school, commune = (("ve", "--doi-tac", str(folder / name), "--ke") for name in ("truong.yml", "xa.yml"))
    return {
        "messages": (folder / "tin.txt", ("tin-nhan", "soat", str(folder / "tin.txt"))),
        "partner": (folder / "truong.yml", school),
        "logo": (folder / "logo.svg", school),
        "picture": (folder / "anh.png", commune),
    }


def sent(folder: Path, project: Project) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Write a good file of each kind that others send back; return it with what is typed for it."""
    (folder / "nop").mkdir()
    returned = folder / "nop" / "bao-lam.xlsx"
    returned.write_bytes(form("Xã Bảo Lâm", root=project.root))
    _, sheets = print_sheets(project, "tyz", "thu-doan/goi-la", folder / "phieu")
    workbook, text = (
        fill(next(each for each in sheets if each.suffix == kind), {"title:C": "Toà án chá"}, SIGNED)
        for kind in (".xlsx", ".docx")
    )
    sound = folder / "loa-30.vi.mp3"
    run_well("-f", "lavfi", "-i", "sine=440:d=28", "-af", SOUND, "-b:a", "64k", str(sound))
    return {
        "form": (returned, ("tong-hop", str(returned.parent), "--ky", "2026-nam", "--ra", str(folder / "ra"))),
        "workbook": (workbook, ("ban-dich", "nhap", str(workbook), "--thu")),
        "text": (text, ("ban-dich", "nhap", str(text), "--thu")),
        "recording": (sound, ("thu-am", "kiem", str(sound))),
    }
