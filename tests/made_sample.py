"""Makes a sample of everything the program makes and prints the hash of every file.

    python -m tests.made_sample FOLDER [--every-format]

All of the small handbook: its site, pictures of several kinds, slides, packs, office files, copies; with
`--every-format` also a page of the real one in every format but films, whose bytes hang on the processor, and its
slides. With the variable SHUFFLED the disk lists its files in another order and they bear other times.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from camnang.entry.commands.frame import main
from tests.conftest import CAMPAIGN, ROOT, copy_handbook

OF_THE_SMALL: Final = (
    "trang --tat-ca",
    "mau-bao-cao",
    "tin-nhan xuat",
    "ban-dich phieu tyz thu-doan/goi-la",
    "thu-am phieu tyz",
    "cai-dat-may-chu",
    "nen",
    "dong-goi",
)
FORMATS: Final = ("ap-phich-a4-nha-in", "anh-vuong", "trinh-chieu")  # beside the small handbook's own
OF_THE_REAL: Final = (
    "ve --trang gia-danh-cong-an --tieng vi --khong-phim",
    "ve --co trinh-chieu --co trinh-chieu-pdf --tieng vi",
)
SHUFFLED: Final = os.environ.get("SHUFFLED", "")


class Listing:
    """What `os.scandir` gives, in another order."""

    def __init__(self, path: Any = ".") -> None:
        with os_scandir(path) as entries:
            self.entries = iter(shuffled(list(entries)))

    def __iter__(self) -> Listing:
        return self

    def __next__(self) -> os.DirEntry[Any]:
        return next(self.entries)

    def __enter__(self) -> Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Be at the end, as the real one."""
        self.entries = iter(())


os_listdir, os_scandir = os.listdir, os.scandir


def shuffled(things: list[Any]) -> list[Any]:
    """Return things in another order, always the same."""
    random.Random(SHUFFLED).shuffle(things)
    return things


def shuffle_folders() -> None:
    """Let the disk list every folder in another order."""
    os.listdir = lambda path=".": shuffled(os_listdir(path))  # type: ignore[assignment, misc]
    os.scandir = Listing  # type: ignore[assignment, misc]


def touched(root: Path) -> None:
    """Give the files other times."""
    times = random.Random(SHUFFLED)
    for file in sorted(root.rglob("*")):
        if file.is_file():
            os.utime(file, (1, times.randrange(1_000_000_000, 1_700_000_000)))


def small(folder: Path) -> Path:
    """Lay out the small handbook."""
    project = copy_handbook(folder)
    shutil.copytree(CAMPAIGN, project.root, dirs_exist_ok=True)
    for name in ("reporting.yml", "units.yml"):
        shutil.copy2(ROOT / "data" / name, project.root / "data")
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy2(ROOT / name, project.root)
    known = yaml.safe_load((ROOT / "data" / "formats.yml").read_text(encoding="utf-8"))
    taken = [each for each in known if each["id"] in FORMATS]
    assert len(taken) == len(FORMATS), f"data/formats.yml has {[each['id'] for each in taken]} of {FORMATS}"
    with (project.root / "data" / "formats.yml").open("a", encoding="utf-8") as formats:
        formats.write(yaml.safe_dump(taken, allow_unicode=True))
    return project.root


def real(folder: Path) -> Path:
    """Lay out the real handbook."""
    for name in ("docs", "data", "design", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    return folder


def hashes(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what was made, each file with its hash; what is hidden is kept for this machine's next run."""
    for name in ("build", "site", "deploy"):
        for file in sorted((root / name).rglob("*")):
            path = file.relative_to(root)
            if file.is_file() and not any(part.startswith(".") for part in path.parts):
                yield f"{root.name}/{path.as_posix()}", hashlib.sha256(file.read_bytes()).hexdigest()


def made(folder: Path, every_format: bool) -> dict[str, str]:
    """Make the sample below a folder that is empty; return the hash of every file."""
    found: dict[str, str] = {}
    handbooks = {small(folder / "small"): OF_THE_SMALL}
    if every_format:
        handbooks[real(folder / "real")] = OF_THE_REAL
    for root, commands in handbooks.items():
        if SHUFFLED:
            touched(root)
        for words in commands:
            code = main(["--root", str(root), *words.split()])
            assert code == 0, f"{words}: {code}"
        found |= dict(hashes(root))
    return found


if __name__ == "__main__":
    if SHUFFLED:
        shuffle_folders()
    screen, sys.stdout = sys.stdout, sys.stderr
    told = json.dumps(made(Path(sys.argv[1]), "--every-format" in sys.argv), indent=1, sort_keys=True)
    screen.write(f"{told}\n")
