"""How long the jobs of the one door take on a fresh clone: from nothing, unchanged, after one edit, in the preview.

Every job is typed as a user types it, with the system's Python, on a clone of the last commit in a folder of its own.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from measure import report

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.conftest import copy_handbook  # noqa: E402

MARKS = ("<!-- runs -->", "<!-- end of runs -->")
PORT = 8791
SCAM = "thu-doan/gia-danh-cong-an"
PLAIN = "gioi-thieu/nguon-tin"
SMALL = ("gioi-thieu", "thu-doan/goi-la")  # the same of the tiny handbook


class Row(NamedTuple):
    """What was done, how many seconds it took, and how many of a processor, None where that is not known."""

    what: str
    seconds: float
    processor: float | None = None


def worked() -> float:
    """Return the seconds that processors have worked for all programs that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def typed(root: Path, *words: str) -> tuple[float, float]:
    """Type a job; return how many seconds it took, and how many of a processor. Stop when it fails."""
    began, before = time.perf_counter(), worked()
    done = subprocess.run([base_python(), root / "run.py", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stderr}")
    return time.perf_counter() - began, worked() - before


def base_python() -> str:
    """Return the Python that users have, not that of `.venv`."""
    return shutil.which("python3", path="/usr/local/bin:/usr/bin:/bin") or getattr(sys, "_base_executable", "python3")


def edited(root: Path, page: str, sentence: str) -> None:
    """Add a sentence to the end of a page's last section but its sources."""
    file = root / "docs" / page / "index.md"
    before, mark, after = file.read_text(encoding="utf-8").rpartition("\n## ")
    file.write_text(f"{before}\n{sentence}\n{mark}{after}", encoding="utf-8")


def reached(address: str, has: Callable[[str], bool], patience: float = 60) -> None:
    """Ask for a page until it has what is wanted."""
    end = time.perf_counter() + patience
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address, timeout=patience) as answer:
                if has(answer.read().decode()):
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address}: not in time")


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """Show the preview; yield its address."""
    command = [base_python(), root / "run.py", "xem", "--khong-mo", "--cong", str(PORT)]
    shown = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{PORT}/"
    finally:
        shown.terminate()
        shown.wait()


def preview_rows(root: Path, scam: str) -> Iterator[Row]:
    """Yield how long the preview takes to show its first page, and an edit."""
    shutil.rmtree(root / "build", ignore_errors=True)
    began = time.perf_counter()
    with preview(root) as address:
        page = f"{address}{scam}/"
        reached(page, bool)
        yield Row("preview with nothing drawn: the first page stands", time.perf_counter() - began)
        edited(root, scam, "Câu này vừa lưu.")
        began = time.perf_counter()
        reached(page, lambda html: "Câu này vừa lưu." in html)
        yield Row("preview: a saved sentence is on the page", time.perf_counter() - began)


def clone(root: Path) -> None:
    """Clone the last commit."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(root)], check=True)


def small_clone(root: Path) -> None:
    """Copy the tiny handbook of the tests, with the one door and all that is installed."""
    copy_handbook(root)
    for file in (ROOT / "run.py", ROOT / "pyproject.toml", *ROOT.glob("requirements*")):
        shutil.copy2(file, root)
    for folder in ("src", ".venv"):
        (root / folder).symlink_to(ROOT / folder)


def rows(make_clone: Callable[[Path], None], plain: str, scam: str) -> Iterator[Row]:
    """Yield what was typed and how long it took; `plain` is a page without pictures."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "clone"
        make_clone(root)
        yield Row("installation of all packages, and `soat`", *typed(root, "soat"))
        yield Row("`soat`: reading and checking all pages", *typed(root, "soat"))
        yield Row("`trang` from nothing: PDFs, PNGs, the site", *typed(root, "trang"))
        yield Row("`trang`, nothing changed", *typed(root, "trang"))
        edited(root, plain, "Một câu mới.")
        yield Row("`trang`, a page without pictures edited", *typed(root, "trang"))
        edited(root, scam, "Một câu mới.")
        yield Row("`trang`, a scam's page edited: its pictures, the book", *typed(root, "trang"))
        yield Row("`trang --tat-ca`: films, slides, office files, packs, copies", *typed(root, "trang", "--tat-ca"))
        yield from preview_rows(root, scam)


def table(make_clone: Callable[[Path], None], plain: str, scam: str) -> str:
    """Return all rows as a Markdown table."""
    listed = "".join(map(line, rows(make_clone, plain, scam)))
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    head = "| what is typed | time | processor time |\n|---|---|---|\n"
    return f"{head}{listed}| largest process | {largest:.0f} MB | |\n"


def line(row: Row) -> str:
    """Return a row of the table."""
    processor = "" if row.processor is None else f"{row.processor:.1f} s"
    return f"| {row.what} | {row.seconds:.1f} s | {processor} |\n"


if __name__ == "__main__":
    sys.exit(report(__doc__, MARKS, partial(table, clone, PLAIN, SCAM), partial(table, small_clone, *SMALL)))
