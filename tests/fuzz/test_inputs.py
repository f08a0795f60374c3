"""Whatever is handed in is taken with a right result, or told with its file: no traceback, no endless run, no flood.

A file is spoilt by chance and handed to the command that people would type. A few dozen spoilt files in every run,
thousands every night (.github/workflows/nightly.yml); what is found there becomes an `@example` here.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from camnang.entry.commands.frame import main
from camnang.files.ffmpeg import run_well
from camnang.handbook.project import Project
from camnang.papers.review_sheets.round_trip import print_sheets
from tests.conftest import CAMPAIGN, ROOT, SCAM, TRANSLATION, copy_handbook
from tests.fuzz.mutations import MUTATIONS, Mutation, in_package, spoilt
from tests.papers.reports.returned_forms import form
from tests.papers.review_sheets.conftest import fill

SECONDS: Final = 10  # of the processor, so that a busy machine changes nothing
MOST_MEMORY: Final = 1 << 30  # bytes more than before
EXAMPLES: Final = 3 if settings.default is None or settings.default.derandomize else settings.default.max_examples
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="#123"><path d="M0 0h9v9z"/></g>'
    '<text x="1" y="2">Đồn</text></svg>'
)
MESSAGES = "Tat may. Goi 113.\nKhông chuyển tiền. Gọi 0206 3 852 345.\nCông an không gọi video.\n"
NASTY: Final = (
    [Mutation("insert", 0.1, 0, "2026-02-30")],
    [Mutation("insert", 0.5, 0, "<!-- ghi chú -->")],
    [Mutation("recode", token="utf-16")],
    [Mutation("recode", token="cp1258")],
    [Mutation("insert", 0.0, 0, "&a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n")],
    [Mutation("long line", 0.5, 0, "[" * 300)],
    [Mutation("insert", 0.6, 0, "\0")],
    [Mutation("cut", 0.0)],
)


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


class EndlessError(BaseException):
    """Something computes without end; nothing but a test answers it."""


@contextmanager
def bounded() -> Iterator[None]:
    """Stop what computes longer than `SECONDS`, and refuse it more memory than `MOST_MEMORY`."""

    def stop(*_: object) -> None:
        raise EndlessError(f"more than {SECONDS} s of the processor")

    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    answer = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY, before[1]))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, answer)
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


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Every way in, each with a file that is taken as it is."""
    folder = tmp_path_factory.mktemp("doors")
    project = copy_handbook(folder / "handbook")
    shutil.copytree(CAMPAIGN, project.root, dirs_exist_ok=True)
    for name in ("reporting.yml", "units.yml", "translation_scope.yml"):
        shutil.copy2(ROOT / "data" / name, project.root / "data")
    ways = ways_in(folder, project)
    return House(project.root, {name: Door(file, words, file.read_bytes()) for name, (file, words) in ways.items()})


def ways_in(folder: Path, project: Project) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Write a good file of each kind; return it with what is typed for it."""
    (folder / "nop").mkdir()
    returned = folder / "nop" / "bao-lam.xlsx"
    returned.write_bytes(form("Xã Bảo Lâm"))
    for name, text in {
        "tin.txt": MESSAGES,
        "logo.svg": LOGO,
        "truong.yml": "name: Trường Thử\nlogo: logo.svg\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    _, sheets = print_sheets(project, "tyz", "thu-doan/goi-la", folder / "phieu")
    workbook, text = (fill(next(each for each in sheets if each.suffix == kind), {}) for kind in (".xlsx", ".docx"))
    sound = folder / "loa-30.vi.mp3"
    run_well("-f", "lavfi", "-i", "sine=440:d=3", "-b:a", "32k", str(sound))
    partner, soat = ("ve", "--doi-tac", str(folder / "truong.yml"), "--ke"), ("soat",)
    merging = ("tong-hop", str(folder / "nop"), "--ky", "2026-nam", "--ra", str(folder / "ra"))
    return {
        "page": (project.root / SCAM, soat),
        "translation": (project.root / TRANSLATION, soat),
        "languages": (project.root / "data" / "languages.yml", soat),
        "interface": (project.root / "data" / "interface" / "tyz.yml", soat),
        "quiz": (project.root / "data" / "quiz.yml", soat),
        "messages": (folder / "tin.txt", ("tin-nhan", "soat", str(folder / "tin.txt"))),
        "partner": (folder / "truong.yml", partner),
        "logo": (folder / "logo.svg", partner),
        "form": (returned, merging),
        "workbook": (workbook, ("ban-dich", "nhap", str(workbook), "--thu")),
        "text": (text, ("ban-dich", "nhap", str(text), "--thu")),
        "recording": (sound, ("thu-am", "kiem", str(sound))),
    }


TEXTS = ("page", "translation", "languages", "interface", "quiz", "messages", "partner", "logo")
PACKAGES = ("form", "workbook", "text")
LINUX = pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="only Linux bounds memory")


def nasty(test: Callable[..., None]) -> Callable[..., None]:
    """Try what was found before, each time."""
    for mutations in NASTY:
        test = example(mutations=mutations)(test)
    return test


@LINUX
@pytest.mark.parametrize("name", [*TEXTS, "recording"])
@settings(max_examples=EXAMPLES)
@nasty
@given(mutations=MUTATIONS)
def test_a_spoilt_file_is_taken_or_told(house: House, name: str, mutations: list[Mutation]) -> None:
    door = house.doors[name]
    check(house.root, door, spoilt(door.content, mutations))


@LINUX
@pytest.mark.parametrize("name", PACKAGES)
@settings(max_examples=EXAMPLES)
@given(mutations=MUTATIONS, part=st.integers(-1, 20))
def test_a_spoilt_office_file_is_taken_or_told(house: House, name: str, mutations: list[Mutation], part: int) -> None:
    door = house.doors[name]
    content = spoilt(door.content, mutations) if part < 0 else in_package(door.content, part, mutations)
    check(house.root, door, content)


def no_file(file: Path) -> None:
    """Nothing is there."""


STRANGE: Final[dict[str, Callable[[Path], object]]] = {
    "nothing": no_file,
    "a folder": Path.mkdir,
    "a device": lambda file: file.symlink_to("/dev/zero"),
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else no_file,
    "a link to itself": lambda file: file.symlink_to(file),
    "a link to nothing": lambda file: file.symlink_to("/khong/co"),
    "100 MB of nothing": lambda file: (file.touch(), os.truncate(file, 100_000_000)),
    "a line of 20 MB": lambda file: file.write_bytes(b"a" * 20_000_000),
}


@LINUX
@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("name", [*TEXTS, *PACKAGES, "recording"])
def test_what_is_no_file_is_told(house: House, name: str, strange: str) -> None:
    door = house.doors[name]
    door.file.unlink()
    try:
        STRANGE[strange](door.file)
        code, said = handed_in(house.root, door)
    finally:
        shutil.rmtree(door.file) if door.file.is_dir() else door.file.unlink(missing_ok=True)
        door.file.write_bytes(door.content)
    assert code in {0, 1}, said
    assert said.strip() != "", f"{strange}: nothing is said"
    assert "Máy hết bộ nhớ" not in said, f"more than {MOST_MEMORY} bytes"
