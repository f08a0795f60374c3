"""Every command that writes, killed, stopped or refused by the disk at its steps: the old stays or the new stands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from camnang.entry.commands.frame import main
from camnang.files.ffmpeg import run_well
from camnang.handbook.project import Project
from camnang.papers.review_sheets.round_trip import print_sheets
from tests.abuse.disturbed import DISTURBANCES
from tests.conftest import CAMPAIGN, ROOT, copy_handbook
from tests.entry.commands.test_frame import DOING
from tests.made_once import made_once
from tests.papers.reports.returned_forms import form
from tests.papers.review_sheets.conftest import SIGNED, fill

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows forks no process; test_killing.py runs there too")

SPEAKER = "goi-la vi loa-30 --nguoi-doc Ba --ngay 2026-01-20 --dong-y"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
COMMANDS = {
    "trang": "trang",
    "ve": "ve --cung-luc 1",
    "goi": "goi",
    "van-phong": "van-phong",
    "mang-di": "mang-di",
    "ban-dich ghim": "ban-dich ghim docs/thu-doan/goi-la/index.tyz.md",
    "ban-dich phieu": "ban-dich phieu tyz thu-doan/goi-la",
    "ban-dich nhap": "ban-dich nhap phieu.xlsx",
    "ban-dich them": "ban-dich them qaa --ten Thu --mo-ta thu",
    "thu-am phieu": "thu-am phieu tyz",
    "thu-am bo": "thu-am bo tyz",
    "thu-am nhap": f"thu-am nhap loa-30.vi.m4a {SPEAKER.replace('Ba', 'Nam')} --thay",
    "thu-am goi": "thu-am goi",
    "tin-nhan xuat": "tin-nhan xuat",
    "mau-bao-cao": "mau-bao-cao",
    "tong-hop": "tong-hop nop --ky 2026-nam",
    "nen": "nen",
    "cai-dat-may-chu": "cai-dat-may-chu",
    "ky": "ky",
    "dong-goi": "dong-goi",
    "dia-chi": "dia-chi",
    "cat-phong": "cat-phong",
}
NOT_HERE = {
    "may-chu": "it is `trang`, `nen`, `cai-dat-may-chu` and `dong-goi`, and stops between them",
    "bang-chu": "the small handbook's languages name no letters; it writes one file, as others do",
    "duyet-hinh": "its pictures are those of the real handbook; it writes as `ve` does",
    "khoa-goi": "it asks the network",
}
VOLATILE = ("docs", "data", "build", "site", "deploy", "overrides")
COUNT = int(os.environ.get("DISTURBED", "1"))  # how often each command is disturbed in each way; every night more
QUICK = COUNT == 1
WAYS = ("SIGKILL", "SIGINT", "full") if QUICK else DISTURBANCES
# Side by side with others every night; else one that replaces files and one that replaces a folder.
GROUPS = [["ban-dich them", "van-phong"]] if QUICK else [[name] for name in COMMANDS]
SEED = int(os.environ.get("DISTURBED_SEED", "1"))


def test_every_command_that_writes_is_disturbed() -> None:
    writing = {" ".join(words) for words, verb in DOING.items() if verb.writes}
    assert writing == {*COMMANDS, *NOT_HERE}


def test_a_command_that_replaces_files_is_known_to_write() -> None:
    modules: dict[str, list[bool]] = {}
    for verb in DOING.values():
        modules.setdefault(verb.action.partition(":")[0], []).append(verb.writes)
    silent = [name for name, writes in modules.items() if not any(writes) and replaces(name)]
    assert silent == [], "two of them may run at once, and nobody clears up after one that is killed"


def replaces(module: str) -> bool:
    """Tell whether a command's module replaces files."""
    return not {"write_files", "replaced_whole"}.isdisjoint(vars(import_module(f"camnang.entry.commands.{module}")))


def desk(folder: Path, project: Project) -> None:
    """Lay out the caller's files."""
    (folder / "nop").mkdir()
    (folder / "nop" / "a.xlsx").write_bytes(form("Xã Bảo Lâm"))
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    (folder / "truong.yml").write_text("name: Trường Thử\nlogo: logo.svg\n", encoding="utf-8")
    _, sheets = print_sheets(project, "tyz", "thu-doan/goi-la", folder / "phieu")
    sheet = next(file for file in sheets if file.suffix == ".xlsx")
    fill(sheet, {"title:C": "Toà án chá"}, SIGNED)
    sheet.replace(folder / "phieu.xlsx")
    filters = "volume=6dB,tremolo=f=4,adelay=1000:all=1,apad=pad_dur=1"
    run_well("-f", "lavfi", "-i", "sine=440:d=28", "-af", filters, str(folder / "loa-30.vi.m4a"))


def prepared(folder: Path) -> None:
    """Lay out a handbook, every night one with everything made and then spoilt: every command has something to do."""
    project = copy_handbook(folder / "handbook")
    shutil.copytree(CAMPAIGN, project.root, dirs_exist_ok=True)
    for name in ("reporting.yml", "units.yml", "translation_scope.yml"):
        shutil.copy2(ROOT / "data" / name, project.root / "data")
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy2(ROOT / name, project.root)
    (project.root / "build").mkdir()
    if not QUICK:
        everything(folder, project)
    (folder / "before").mkdir()
    for name in VOLATILE:
        if (project.root / name).exists():
            (project.root / name).rename(folder / "before" / name)


def everything(folder: Path, project: Project) -> None:
    """Make everything, then spoil it."""
    desk(folder, project)
    at = ["--root", str(project.root)]
    assert main([*at, "thu-am", "nhap", str(folder / "loa-30.vi.m4a"), *SPEAKER.split()]) == 0
    for words in ("trang --tat-ca", "thu-am goi", "mau-bao-cao", "cai-dat-may-chu"):
        assert main([*at, *words.split()]) == 0, words
    spoil(project.root)


SPOILT = (
    "build/tai-ve/goi-la/goi-la-ap-phich-a4.pdf",
    "build/van-phong/tuyen-truyen/lich/lich-tuyen-truyen.xlsx",
    "build/goi/goi-bao-dai.zip",
    "build/loa/loa-phat-thanh.zip",
    "build/mang-di/cam-nang-usb.zip",
    "build/bao-cao/bao-cao-mau.xlsx",
    "overrides/assets/be-vietnam-pro-800.woff2",
    "site/index.html",
    "deploy/web.config",
)


def spoil(root: Path) -> None:
    """Damage a file of every kind, as a bad stick does."""
    for name in SPOILT:
        (root / name).unlink()  # the site may have the same file under another name
        (root / name).write_bytes(b"spoilt")


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which commands are disturbed, one after the other."""
    made = made_once(tmp_path_factory, "disturbed", prepared)
    own = tmp_path_factory.mktemp("disturbed") / "work"
    shutil.copytree(made, own)
    return own


def disturbed(work: Path, names: list[str]) -> dict[str, Any]:
    """Disturb commands in a process without a home and without a folder for temporary files."""
    command = [sys.executable, "-m", "tests.abuse.disturbed", str(work), ",".join(WAYS), str(SEED), str(COUNT)]
    kept = {name: value for name, value in os.environ.items() if name != "HOME"}
    done = subprocess.run(
        [*command, *(COMMANDS[name] for name in names)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**kept, "TMPDIR": "/khong/co", "OPENBLAS_NUM_THREADS": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("names", GROUPS, ids=", ".join)
def test_a_disturbed_command_leaves_the_old_or_the_new(work: Path, names: list[str]) -> None:
    for command, told in disturbed(work, names).items():
        assert told["found"] == [], f"{command}: {told}"
        assert told["disturbed"] >= len(WAYS), told
