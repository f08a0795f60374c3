"""Every command that people are told to type, typed: on a copy of the real handbook, from a folder elsewhere.

One command of each verb is typed as a person does it: the system's Python, `run.py`, a process of its own. The others
go through the same frame in this process, which is as honest and spares the start of Python.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from camnang.entry.commands.frame import main
from camnang.entry.commands.parser import verb_called
from camnang.entry.commands.verb import Verb, WrongCallError
from camnang.entry.commands.verbs import VERBS
from camnang.files.ffmpeg import run_well
from camnang.handbook.project import Project
from camnang.papers.review_sheets.round_trip import print_sheets
from tests.conftest import ROOT, load_script
from tests.documented import PROGRAM, documented, markdown_files
from tests.files.trust.made_up import copy, laid
from tests.papers.reports.returned_forms import form
from tests.papers.review_sheets.conftest import SIGNED, fill

PAGE = "thu-doan/gia-danh-cong-an"
TRANSLATED = f"docs/{PAGE}/index.tyz.md"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
ONE_POSTER = "--trang gia-danh-cong-an --co ap-phich-a4"


@dataclass(frozen=True)
class Typed:
    """What is really typed, and how it ends; `why` says why it is not the command itself, its blanks filled in."""

    words: str
    code: int = 0
    why: str = ""


HOURS = "it would take minutes; what it does is tested in its own tests"
BINDING = "a key would bind all that is typed after it; test_verify.py makes one"
# Every documented command, as it is documented. Files lie in the folder in which the caller stands (`desk`).
TYPED: Mapping[str, Typed] = {
    "": Typed(""),
    "trang": Typed("trang --help", why=HOURS),
    "trang --tat-ca": Typed("trang --tat-ca --help", why=HOURS),
    "thu": Typed("thu --help", why="these are the tests"),
    "thu --nhanh": Typed("thu --nhanh --help", why="these are the tests"),
    "xem": Typed("xem --help", why="it runs until it is stopped"),
    "xem --cong": Typed("xem --cong 8001 --help", why="it runs until it is stopped"),
    "soat": Typed("soat"),
    "soat --luat": Typed("soat --luat"),
    "soat --luat {}": Typed("soat --luat cau-qua-dai"),
    "soat --luat cau-qua-dai": Typed("soat --luat cau-qua-dai"),
    "soat --qua-han": Typed("soat --qua-han"),
    "may-chu": Typed("may-chu --help", why=HOURS),
    "ve": Typed(f"ve {ONE_POSTER}", why=HOURS),
    "ve --trang gia-danh-cong-an --co ap-phich-a3": Typed("ve --trang gia-danh-cong-an --co ap-phich-a3"),
    "ve --phan 1/3": Typed("ve --phan 1/3 --ke", why=HOURS),
    "ve --doi-tac truong-toi.yml": Typed(f"ve --doi-tac truong-toi.yml {ONE_POSTER}", why=HOURS),
    "soat-hinh": Typed("soat-hinh"),
    "duyet-hinh": Typed("duyet-hinh --help", why="test_golden.py runs it on the real handbook"),
    "duyet-hinh --soat": Typed("duyet-hinh --help", why="test_golden.py runs it on the real handbook"),
    "goi": Typed("goi --ke", why=HOURS),
    "van-phong": Typed("van-phong --soat", code=1, why=HOURS),
    "mang-di": Typed("mang-di --soat", code=1, why=HOURS),
    "bang-chu": Typed("bang-chu"),
    "ban-dich tinh-trang": Typed("ban-dich tinh-trang"),
    "ban-dich tinh-trang --tat-ca": Typed("ban-dich tinh-trang --tat-ca"),
    "ban-dich khac <tệp>": Typed(f"ban-dich khac {TRANSLATED}"),
    "ban-dich ghim": Typed(f"ban-dich ghim {TRANSLATED}"),
    "ban-dich ghim <tệp>": Typed(f"ban-dich ghim {TRANSLATED}"),
    "ban-dich ghim {}": Typed(f"ban-dich ghim {TRANSLATED}"),
    f"ban-dich phieu tyz {PAGE}": Typed(f"ban-dich phieu tyz {PAGE}"),
    "ban-dich phieu tyz --sau-muoi": Typed("ban-dich phieu tyz --sau-muoi"),
    "ban-dich nhap <tệp> --thu": Typed("ban-dich nhap phieu.xlsx --thu"),
    "ban-dich them": Typed("ban-dich them mww"),
    "ban-dich them mww": Typed("ban-dich them mww"),
    'ban-dich them <mã> --ten "<tên tiếng ấy tự gọi>" --mo-ta "<tên tiếng Việt>"': Typed(
        'ban-dich them qaa --ten "Thử" --mo-ta "tiếng thử"'
    ),
    f"thu-am phieu tyz {PAGE}": Typed(f"thu-am phieu tyz {PAGE}"),
    "thu-am bo tyz": Typed("thu-am bo tyz"),
    "thu-am phieu vi": Typed(f"thu-am phieu vi {PAGE}", why=HOURS),
    "thu-am kiem loa-30.tyz.m4a": Typed("thu-am kiem loa-30.tyz.m4a"),
    f'thu-am nhap loa-30.tyz.m4a {PAGE} tyz loa-30 --nguoi-doc "Tên" --ngay 2026-11-24 --dong-y': Typed(
        f'thu-am nhap loa-30.tyz.m4a {PAGE} tyz loa-30 --nguoi-doc "Tên" --ngay 2026-11-24 --dong-y --thay'
    ),
    "thu-am nhap": Typed("thu-am nhap --help", why="the line above types it with all it needs"),
    "thu-am nhap --help": Typed("thu-am nhap --help"),
    "thu-am xem": Typed("thu-am xem"),
    "thu-am goi": Typed("thu-am goi"),
    "tin-nhan soat": Typed("tin-nhan soat tin.txt"),
    "tin-nhan soat tin.txt": Typed("tin-nhan soat tin.txt"),
    "tin-nhan xuat": Typed("tin-nhan xuat"),
    "mau-bao-cao": Typed("mau-bao-cao"),
    "tong-hop thu-muc-nop --ky 2026-nam": Typed("tong-hop thu-muc-nop --ky 2026-nam"),
    "tong-hop THƯ_MỤC --ky 2026-nam": Typed("tong-hop thu-muc-nop --ky 2026-nam"),
    "nen": Typed("nen --trang-da-dung trang"),
    "cai-dat-may-chu": Typed("cai-dat-may-chu --trang-da-dung trang"),
    "ky": Typed("ky --trang-da-dung trang"),
    "ky --tao-khoa": Typed("ky --tao-khoa khoa --help", why=BINDING),
    "ky --tao-khoa E:/khoa-cam-nang": Typed("ky --tao-khoa khoa --help", why=BINDING),
    "kiem": Typed("kiem usb"),
    "kiem E:/": Typed("kiem usb", why="no stick is plugged in"),
    "kiem THƯ_MỤC": Typed("kiem usb"),
    "kiem https://dia-chi-cua-trang/": Typed("kiem usb", why="the tests ask no network"),
    "dia-chi": Typed("dia-chi"),
    "khoa-goi": Typed("khoa-goi --soat", why="the locks themselves are made from the network"),
    "cat-phong": Typed("cat-phong"),
    "giay-phep": Typed("giay-phep"),
    "do-dac runs --ghi": Typed("do-dac --help", why=HOURS),
    "do-dac measure --ghi": Typed("do-dac measure --help", why=HOURS),
    "do-dac posters --ghi": Typed("do-dac posters --help", why=HOURS),
    "do-dac reading --ghi": Typed("do-dac reading --help", why=HOURS),
    "do-dac growth --ghi": Typed("do-dac growth --help", why=HOURS),
    "do-dac reports --ghi": Typed("do-dac reports --help", why=HOURS),
    "do-dac sentences": Typed("do-dac --help", why="it reads the whole handbook; nothing is written"),
    "do-dac distinctness": Typed("do-dac distinctness --help", why="it draws the poster of every scam"),
}
# A recording that stands before anything is typed, so that what is packed does not hang on what was typed before.
RECORDING = shlex.split(f'{PAGE} nut loa-30 --nguoi-doc "Tên" --ngay 2026-11-24 --dong-y')
DOCUMENTED = documented()


def path_of(command: str) -> str:
    """Return the verb of a command, with its part; raise `WrongCallError` when there is none."""
    verbs, path = VERBS, ""
    for word in command.split():
        if not verbs:
            break
        verb: Verb = verb_called(word, verbs, path)
        path, verbs = f"{path}{verb.name} ", verb.parts
    return path.strip()


ONCE = {typed.words: command for command, typed in reversed(TYPED.items())}  # what is typed alike is typed once
FIRST_OF_ITS_VERB = {path_of(command).partition(" ")[0]: command for command in ONCE.values()}


def system_python() -> str:
    """Return the Python that `.venv` was made from: it has none of the packages."""
    return str(Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else "bin/python3"))


def linked_venv(target: Path) -> None:
    """Give the copy the packages of this run under a name of its own, with the sign that they are up to date."""
    target.mkdir()
    for each in Path(sys.prefix).iterdir():
        if not each.name.startswith(".req"):
            (target / each.name).symlink_to(each)
    bootstrap = load_script("run.py")
    (target / ".requirements.lock").write_text(bootstrap.wanted_packages("requirements.lock"), encoding="utf-8")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of everything that is in the repository, which commands may write into."""
    root = tmp_path_factory.mktemp("real") / "handbook"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    linked_venv(root / ".venv")
    assert main(["--root", str(root), *f"ve --cung-luc 1 {ONE_POSTER}".split()]) == 0
    return Project(root)


@pytest.fixture(scope="session")
def desk(real: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the caller stands, with the files that the documents speak of."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "tin.txt").write_text("Tat may. Goi 113.\n", encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    (folder / "truong-toi.yml").write_text("name: Trường Thử\nlogo: logo.svg\n", encoding="utf-8")
    (folder / "trang").mkdir()
    (folder / "trang/index.html").write_text(f"<!doctype html><title>Trang</title>{' ' * 300}", encoding="utf-8")
    laid(folder / "usb", copy())
    (folder / "thu-muc-nop").mkdir()
    (folder / "thu-muc-nop/a.xlsx").write_bytes(form("Xã Bảo Lâm"))
    _, sheets = print_sheets(real, "tyz", PAGE, folder / "phieu")
    sheet = next(file for file in sheets if file.suffix == ".xlsx")
    fill(sheet, {"title:C": "Toà án chá, công an chá"}, SIGNED)
    sheet.replace(folder / "phieu.xlsx")
    filters = "volume=6dB,tremolo=f=4,adelay=1000:all=1,apad=pad_dur=1"
    run_well("-f", "lavfi", "-i", "sine=440:d=28", "-af", filters, str(folder / "loa-30.tyz.m4a"))
    assert main(["--root", str(real.root), "thu-am", "nhap", str(folder / "loa-30.tyz.m4a"), *RECORDING]) == 0
    return folder


def type_it(words: list[str], real: Project, desk: Path) -> tuple[int, str]:
    """Type a command as a person does; return its exit code and what it said."""
    command = [system_python(), str(real.root / "run.py"), *words]
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "PYTHON"))}
    done = subprocess.run(command, cwd=desk, capture_output=True, encoding="utf-8", check=False, env=plain)
    return done.returncode, done.stdout + done.stderr


def test_no_document_tells_to_type_what_is_not_here() -> None:
    unknown = {command: file for command, file in DOCUMENTED.items() if command not in TYPED}
    assert not unknown, f"add how to type it to TYPED, or mend the text: {unknown}"
    gone = [command for command in TYPED if command not in DOCUMENTED]
    assert not gone, f"no text names these any more: {gone}"


@pytest.mark.parametrize("command", DOCUMENTED, ids=lambda command: command or "run.py alone")
def test_its_verb_exists(command: str) -> None:
    try:
        path_of(command)
    except WrongCallError as error:
        pytest.fail(f"{DOCUMENTED[command]} says «{PROGRAM} {command}»: {error}")


@pytest.mark.parametrize("command", [*reversed(ONCE.values())], ids=lambda command: command or "run.py alone")
def test_it_works_as_documented_on_the_real_handbook(
    command: str, real: Project, desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    typed = TYPED[command]
    words = shlex.split(typed.words)
    if command in FIRST_OF_ITS_VERB.values():
        code, said = type_it(words, real, desk)
    else:
        monkeypatch.chdir(desk)
        code = main(["--root", str(real.root), *words])
        said = "".join(capfd.readouterr())
    assert code == typed.code, f"«{PROGRAM} {typed.words}»: exit code {code}, documented {typed.code}\n{said}"
    assert "Traceback" not in said, said
    assert said.strip(), f"«{PROGRAM} {typed.words}» says nothing"


def test_every_option_that_a_guide_names_is_one() -> None:
    every = [each for verb in VERBS for each in (verb, *verb.parts)]
    known = {flag for each in every for option in each.options for flag in option.flags}
    named = {
        flag: file.name
        for file in markdown_files()
        for code in re.findall(r"`([^`\n]+)`", file.read_text(encoding="utf-8"))
        if code.startswith(("--", PROGRAM))
        for flag in re.findall(r"--[a-z][a-z-]*", code)
    }
    unknown = set(named) - known - {"--help", "--everything", "--every-guise"}
    assert unknown == set(), {flag: named[flag] for flag in unknown}


def test_nobody_is_told_to_type_a_script() -> None:
    programs, data = (ROOT / "src").rglob("*.py"), (ROOT / "data").rglob("*.*")
    texts = [*markdown_files(), *programs, *data, ROOT / "ARCHITECTURE.md"]
    told = [str(file.relative_to(ROOT)) for file in texts if "python scripts/" in file.read_text(encoding="utf-8")]
    assert told == []


def test_the_drawing_program_runs_by_itself(real: Project, desk: Path) -> None:
    command = [system_python(), str(real.root / "scripts/build_infographics.py"), *ONE_POSTER.split(), "--list"]
    done = subprocess.run(command, cwd=desk, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "gia-danh-cong-an/gia-danh-cong-an-ap-phich-a4.pdf\tÁp phích A4" in done.stdout, done.stdout
